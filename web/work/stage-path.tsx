import type { ReactNode } from 'react'
import { localDate } from '../../domain/calendar-zone.js'
import { stageLabel, stages, type Stage } from '../../domain/lifecycle.js'
import { dateInWords, type Locale } from '../../domain/locale.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { zoneAround } from '../../domain/words/zone-around.js'
import { baseWords as words } from './base-words.js'

/** The day that a moment belongs to where the place is. */
const dayIn =
  (zone: string, locale: Locale) =>
  (instant: string): string =>
    dateInWords(localDate(zoneAround(zone, instant), instant), locale)

interface PathProps {
  readonly of: {
    readonly zone: string | null
    readonly stage: Stage
    readonly closed: boolean
    readonly stages: readonly { readonly stage: Stage; readonly enteredAt: string; readonly leftAt: string | null }[]
  }
  readonly locale: Locale
}

/** The five stages: which are done, and in which a base is, or was. */
export const Path = ({ of: base, locale }: PathProps): ReactNode => {
  const say = words[locale]
  const dayOf = dayIn(base.zone ?? programmeZone, locale)
  return (
    <ol className="path" aria-label={say.path}>
      {stages.map((stage) => {
        const passes = base.stages.filter((one) => one.stage === stage)
        const [first, last] = [passes[0], passes.at(-1)]
        const isHere = stage === base.stage && !base.closed
        const span =
          first === undefined || last === undefined
            ? ''
            : isHere || last.leftAt === null
              ? say.entered(dayOf(last.enteredAt))
              : say.left(dayOf(first.enteredAt), dayOf(last.leftAt))
        return (
          <li
            key={stage}
            className={isHere ? 'here' : first === undefined ? undefined : 'done'}
            aria-current={isHere ? 'step' : undefined}
          >
            {stageLabel[stage][locale]} {span === '' ? null : <small>{span}</small>}
          </li>
        )
      })}
    </ol>
  )
}

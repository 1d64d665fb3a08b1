import type { Calendar } from './calendar.js'
import type { LocalText } from './locale.js'
import type { PlannedAlarm } from './values/planned-alarm.js'
import type { Instant } from './ids.js'
import { holdsInSilence } from './judge/clock.js'
import { alarmsOf } from './judge/deadline.js'
import { meansSilence, paperOverAt, withPaper } from './judge/silence.js'
import type { Procedure, StepDefinition } from './procedure.js'
import type { Option, StepKey } from './values/step-key.js'
import type { Role } from './role.js'
import { standInOf } from './supervisor.js'
import { endInWords } from './words/hours.js'
import { defined } from './values/defined.js'

/** What happens if nobody acts: the next thing that comes of it, and when. */
export type Consequence =
  | { readonly does: 'closes'; readonly by: LocalText; readonly key: StepKey; readonly option: Option }
  | { readonly does: 'holds'; readonly by: LocalText; readonly days: number }
  | { readonly does: 'reconvenes'; readonly by: LocalText }
  | { readonly does: 'reassigns'; readonly by: LocalText; readonly to: Role }
  | {
      readonly does: 'tells'
      readonly by: LocalText
      readonly tells: readonly (Role | 'actor')[]
      readonly repeats?: number
    }
  /** Every rung has sounded: the last goes on. */
  | { readonly does: 'tells_again'; readonly tells: readonly (Role | 'actor')[]; readonly repeats: number }

interface Waiting {
  readonly key: StepKey
  readonly role: Role
  readonly openedAt: Instant
  readonly dueAt: Instant
  readonly papers?: readonly { readonly enteredAt: Instant }[] | undefined
}

interface Asked {
  readonly definition: StepDefinition
  readonly procedure: Procedure
  readonly calendar: Calendar
  /** Of the side that does not act: an hour is said where both are (R4). */
  readonly other?: Calendar
}

/** Read off the ladder of the step: the first rung ahead that does something, else the last that tells. */
export const consequenceOf = (step: Waiting, asked: Asked & { readonly now: Instant }): Consequence | undefined => {
  const { definition, now } = asked
  const { key, dueAt } = step
  if (definition.decides.by === 'clock')
    return { does: 'closes', by: inWords(dueAt, asked), key, option: definition.decides.option }
  const ladder = ladderOf(step, asked)
  const ahead = ladder.filter(({ at }) => at > now)
  const [next] = ahead.filter(({ effect }) => effect !== undefined)
  const done = next === undefined ? undefined : doneBy(next, { step, ...asked })
  if (done !== undefined) return done
  const last = ahead.at(-1)
  if (last !== undefined) return told(last, asked)
  const rung = ladder.at(-1)
  return rung?.repeats === undefined ? undefined : { does: 'tells_again', tells: rung.tells, repeats: rung.repeats }
}

/** The whole ladder, what is past included; an answer that lies there on paper takes the place of silence. */
const ladderOf = (
  { openedAt, dueAt, papers = [] }: Waiting,
  { definition, procedure, calendar }: { definition: StepDefinition; procedure: Procedure; calendar: Calendar },
): readonly PlannedAlarm[] => {
  const ladder = alarmsOf(definition, { procedure, span: { calendar, openedAt, dueAt, now: openedAt } })
  if (papers.length === 0) return ladder
  const over = paperOverAt({ dueAt, papers }, { definition, settings: procedure.settings, calendar })
  return ladder.flatMap((alarm) => {
    if (!meansSilence(alarm)) return [alarm]
    return over === undefined ? [withPaper(alarm)] : [withPaper(alarm), { ...alarm, at: over }]
  })
}

const doneBy = (alarm: PlannedAlarm, asked: Asked & { readonly step: Waiting }): Consequence | undefined => {
  const { step, definition, procedure } = asked
  const by = inWords(alarm.at, asked)
  switch (alarm.effect) {
    case 'silence':
      return definition.silence === undefined
        ? undefined
        : { does: 'closes', by, key: step.key, option: definition.silence }
    case 'hold':
      return holdsInSilence(definition)
        ? { does: 'holds', by, days: procedure.settings.partnerHoldDays }
        : told(alarm, asked)
    case 'reconvene':
      return { does: 'reconvenes', by }
    case 'reassign':
      return definition.decides.by === 'one' ? { does: 'reassigns', by, to: standInOf(definition) } : told(alarm, asked)
    case undefined:
      return undefined
  }
}

const told = ({ at, tells, repeats }: PlannedAlarm, asked: Asked): Consequence => ({
  does: 'tells',
  by: inWords(at, asked),
  tells,
  ...defined({ repeats }),
})

/** The moment with its hour: what ends something is never told by its day alone (R4). */
const inWords = (at: Instant, { calendar, other = calendar }: Asked): LocalText =>
  endInWords(at, { here: calendar, there: other })

import type { Calendar } from './calendar.js'
import { dueDay } from './calendar-zone.js'
import type { PlannedAlarm } from './values/planned-alarm.js'
import type { Instant } from './ids.js'
import { holdsInSilence } from './judge/clock.js'
import { alarmsOf } from './judge/deadline.js'
import { meansSilence, withPaper } from './judge/silence.js'
import type { Procedure, StepDefinition } from './procedure.js'
import type { Option, StepKey } from './values/step-key.js'
import type { Role } from './role.js'
import { standInOf } from './supervisor.js'
import { defined } from './values/defined.js'

/** What happens if nobody acts: the next thing that comes of it, and when. */
export type Consequence =
  | { readonly does: 'closes'; readonly on: string; readonly key: StepKey; readonly option: Option }
  | { readonly does: 'holds'; readonly on: string; readonly days: number }
  | { readonly does: 'reconvenes'; readonly on: string }
  | { readonly does: 'reassigns'; readonly on: string; readonly to: Role }
  | {
      readonly does: 'tells'
      readonly on: string
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
  readonly papers?: readonly unknown[] | undefined
}

/** Read off the ladder of the step: the first rung ahead that does something, else the last that tells. */
export const consequenceOf = (
  step: Waiting,
  asked: { definition: StepDefinition; procedure: Procedure; calendar: Calendar; now: Instant },
): Consequence | undefined => {
  const { definition, calendar, now } = asked
  const { key, dueAt } = step
  if (definition.decides.by === 'clock')
    return { does: 'closes', on: dueDay(calendar, dueAt), key, option: definition.decides.option }
  const ladder = ladderOf(step, asked)
  const ahead = ladder.filter(({ at }) => at > now)
  const [next] = ahead.filter(({ effect }) => effect !== undefined)
  const done = next === undefined ? undefined : doneBy(next, { step, ...asked })
  if (done !== undefined) return done
  const last = ahead.at(-1)
  if (last !== undefined) return told(last, calendar)
  const rung = ladder.at(-1)
  return rung?.repeats === undefined ? undefined : { does: 'tells_again', tells: rung.tells, repeats: rung.repeats }
}

/** The whole ladder, what is past included; an answer that lies there on paper takes the place of silence. */
const ladderOf = (
  { openedAt, dueAt, papers = [] }: Waiting,
  { definition, procedure, calendar }: { definition: StepDefinition; procedure: Procedure; calendar: Calendar },
): readonly PlannedAlarm[] => {
  const ladder = alarmsOf(definition, { procedure, span: { calendar, openedAt, dueAt, now: openedAt } })
  return papers.length === 0 ? ladder : ladder.map((alarm) => (meansSilence(alarm) ? withPaper(alarm) : alarm))
}

const doneBy = (
  alarm: PlannedAlarm,
  {
    step,
    definition,
    procedure,
    calendar,
  }: { step: Waiting; definition: StepDefinition; procedure: Procedure; calendar: Calendar },
): Consequence | undefined => {
  const on = dueDay(calendar, alarm.at)
  switch (alarm.effect) {
    case 'silence':
      return definition.silence === undefined
        ? undefined
        : { does: 'closes', on, key: step.key, option: definition.silence }
    case 'hold':
      return holdsInSilence(definition)
        ? { does: 'holds', on, days: procedure.settings.partnerHoldDays }
        : told(alarm, calendar)
    case 'reconvene':
      return { does: 'reconvenes', on }
    case 'reassign':
      return definition.decides.by === 'one'
        ? { does: 'reassigns', on, to: standInOf(definition) }
        : told(alarm, calendar)
    case undefined:
      return undefined
  }
}

const told = ({ at, tells, repeats }: PlannedAlarm, calendar: Calendar): Consequence => ({
  does: 'tells',
  on: dueDay(calendar, at),
  tells,
  ...defined({ repeats }),
})

import { resumeDue, type Calendar } from '../calendar.js'
import type { BaseEvent } from '../event.js'
import { roles } from '../role.js'
import type { Instant } from '../ids.js'
import type { StepState } from '../state.js'
import { alarmsOf, notPast } from './deadline.js'
import { add, calendarOf, definitionOf, type Draft } from './draft.js'
import { graceEnds } from './grace.js'
import { resumeReservation } from './ten.js'

/** Clocks that stood still since an instant run again: each deadline moves by the working days that were stopped (8.5). */
export const startClocks = (
  draft: Draft,
  { steps, stoppedAt }: { readonly steps: readonly StepState[]; readonly stoppedAt: Instant },
): Draft =>
  resumeReservation(
    steps.reduce((before, step) => resumeStep(before, { step, stoppedAt }), draft),
    stoppedAt,
  )

/**
 * A call's window closes for everybody alike (E5), the day on which a review opens comes for all, and the term of a memorandum is
 * moved by both sides alone (3.13): these stay. The grace after that term moves as every other time does: nobody could renew meanwhile.
 */
const resumeStep = (draft: Draft, { step, stoppedAt }: { step: StepState; stoppedAt: string }): Draft => {
  const definition = definitionOf(draft, step.key)
  const { due } = definition
  const calendar = calendarOf(draft, roles[step.role].side)
  const { now } = draft.moment
  const { pace, renewalDays } = draft.rules.procedure.settings
  // What opened while the clocks stood has lost no day before that.
  const since = step.openedAt > stoppedAt ? step.openedAt : stoppedAt
  const byClock = definition.decides.by === 'clock'
  const stays = due.from === 'window' || (byClock && (due.from === 'term' || due.from === 'date'))
  const moved =
    due.from === 'term'
      ? graceEnds(calendar, { state: draft.state, days: due.days.n, renewalDays })
      : resumeDue(calendar, { due: step.dueAt, stoppedAt: since, resumedAt: now })
  const dueAt = stays ? step.dueAt : notPast(moved, { calendar, now, pace })
  // A stop that took no working day moved nothing, and nobody is told that it did; alarms that were passed over are not rung late.
  const isAsBefore = dueAt === step.dueAt && step.alarms.every(({ at }) => at > now)
  return isAsBefore ? draft : moveDeadline(draft, { step, dueAt, calendar, cause: 'resume' })
}

type Moved = Extract<BaseEvent, { type: 'deadline_moved' }>
type Why = Pick<Moved, 'days' | 'code' | 'reason' | 'by'>

/** A new deadline with new alarms; the old one stays in the history (8.5). */
export const moveDeadline = (
  draft: Draft,
  {
    step,
    dueAt,
    calendar,
    cause,
    why = {},
  }: { step: StepState; dueAt: Instant; calendar: Calendar; cause: Moved['cause']; why?: Why },
): Draft => {
  const { now } = draft.moment
  const alarms = alarmsOf(definitionOf(draft, step.key), {
    procedure: draft.rules.procedure,
    span: { calendar, openedAt: step.openedAt, dueAt, now },
  })
  return add(draft, { type: 'deadline_moved', step: step.id, from: step.dueAt, dueAt, alarms, cause, ...why })
}

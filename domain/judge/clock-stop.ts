import { resumeDue, type Calendar } from '../calendar.js'
import { roles } from '../role.js'
import type { Instant } from '../ids.js'
import type { StepState } from '../state.js'
import { alarmsOf, notPast } from './deadline.js'
import { add, calendarOf, definitionOf, type Draft } from './draft.js'
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

/** A call's window and a calendar date close for everybody alike (E5), so they do not move for one base. */
const resumeStep = (draft: Draft, { step, stoppedAt }: { step: StepState; stoppedAt: string }): Draft => {
  const due = draft.rules.procedure.steps[step.key]?.due.from
  const calendar = calendarOf(draft, roles[step.role].side)
  const { now } = draft.moment
  const dueAt =
    due === 'window' || due === 'date'
      ? step.dueAt
      : notPast(resumeDue(calendar, { due: step.dueAt, stoppedAt, resumedAt: now }), { calendar, now })
  return moveDeadline(draft, { step, dueAt, calendar, cause: 'resume' })
}

/** A new deadline with new alarms; the old one stays in the history (8.5). */
export const moveDeadline = (
  draft: Draft,
  {
    step,
    dueAt,
    calendar,
    cause,
  }: { step: StepState; dueAt: Instant; calendar: Calendar; cause: 'resume' | 'reconvene' },
): Draft => {
  const { now } = draft.moment
  const alarms = alarmsOf(definitionOf(draft, step.key), {
    procedure: draft.rules.procedure,
    span: { calendar, openedAt: step.openedAt, dueAt, now },
  })
  return add(draft, { type: 'deadline_moved', step: step.id, from: step.dueAt, dueAt, alarms, cause })
}

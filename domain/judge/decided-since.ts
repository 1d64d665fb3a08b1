import type { Refusal } from '../refusal.js'
import type { BaseState, StepState } from '../state.js'

/** R17: a mistake is voided only until somebody has decided one of the steps that came after. */
export const decidedSince = (state: BaseState, step: StepState | undefined): Refusal | undefined => {
  const closedAt = step?.closedAt
  if (step === undefined || closedAt === undefined) return undefined
  const steps = Object.values(state.stage?.steps ?? {})
  const after = steps.slice(steps.findIndex(({ id }) => id === step.id) + 1)
  const since = after.filter(({ openedAt, acts }) => openedAt >= closedAt && acts.length > 0)
  return since.length === 0
    ? undefined
    : { code: 'decided_since', detail: { step: step.id, since: since.map(({ id }) => id), rule: 'R17' } }
}

/** Whether it waits on a step that a second person voids what was decided there (R17). */
export const voidStillWaits = (state: BaseState, step: StepState): boolean =>
  !state.closed &&
  step.voidProposed !== undefined &&
  step.voided === undefined &&
  decidedSince(state, step) === undefined

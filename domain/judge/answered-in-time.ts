import type { Instant } from '../ids.js'
import { takeBackUntil } from '../negotiation/clearances.js'
import type { Refusal } from '../refusal.js'
import { roles } from '../role.js'
import type { BaseState, StepState } from '../state.js'
import type { HeldMandate } from '../values/mandate.js'

/**
 * Whoever answers for the place may think again while the time for the answer runs (8.7), and an office that cleared a text for as long as
 * it was given when it was told of a change. After it the answer stands: taken back it would gain time that nobody who answered late or not
 * at all was given, and void what others decided on it.
 */
export const answeredInTime = (
  state: BaseState,
  { step, mandate, now }: { step: StepState | undefined; mandate: HeldMandate | undefined; now: Instant },
): Refusal | undefined => {
  if (step === undefined || mandate?.role !== step.role || roles[step.role].side !== 'partner') return undefined
  const told = takeBackUntil(state, step)
  const until = told !== undefined && told > step.dueAt ? told : step.dueAt
  return until <= now
    ? { code: 'answer_stands', detail: { step: step.id, until, zone: state.cluster.zone } }
    : undefined
}

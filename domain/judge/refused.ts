import type { Actor } from '../command.js'
import type { StepId } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { openSteps, type BaseState } from '../state.js'

/** No seat for what is asked: what it needs, and each role the person holds, once. */
export const notYourRole = (
  { mandates }: Pick<Actor, 'mandates'>,
  { step, needs }: { readonly step: string; readonly needs: string },
): Refusal => ({
  code: 'not_your_role',
  detail: { step, needs, have: [...new Set(mandates.map(({ role }) => role))] },
})

/** The base has no such step to act on now; those that are open are named. */
export const unknownStep = (state: BaseState, step: StepId): Refusal => ({
  code: 'unknown_step',
  detail: { step, open: openSteps(state).map(({ id }) => id) },
})

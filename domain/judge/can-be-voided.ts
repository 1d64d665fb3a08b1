import { isFinal } from '../lifecycle.js'
import type { BaseState } from '../state.js'
import type { StepId } from '../values/step-key.js'
import { draftOf, type JudgementMoment, type Rules } from './draft.js'
import { onHold } from './stands-still.js'
import { notToBeVoided, without } from './void.js'

interface Asked {
  readonly id: StepId
  readonly rules: Rules
  readonly moment: JudgementMoment
}

/**
 * Whether anybody at all could void what was done on a step now, for whoever says to people that it can be taken back: not once the base
 * has ended, stands still, has left the stage, or has come to what lasts. Who may do it is asked of the judge.
 */
export const canBeVoided = (state: BaseState, { id, rules, moment }: Asked): boolean => {
  const step = state.stage?.steps[id]
  if (step === undefined || state.closed || isFinal(state.status)) return false
  if ((onHold(state) ?? notToBeVoided(state, { step, id })) !== undefined) return false
  return without(draftOf(state, { rules, moment }), { step, cause: 'mistake' }).since.length === 0
}

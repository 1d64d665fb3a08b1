import type { Body, Voting } from '../body.js'
import type { Procedure } from '../procedure.js'
import type { Option } from '../values/step-key.js'
import { calledFor } from '../review.js'
import type { BaseState, StepState } from '../state.js'
import { reviewGround } from './review-ground.js'

interface On {
  readonly step: Pick<StepState, 'key'>
  readonly body: Body
  readonly procedure: Procedure
}

/** The body with what no majority comes to now: where the score decides that, the result it calls for (6.5, R14). */
export const votingOn = (state: BaseState, { step, body, procedure }: On): Voting => {
  const { otherwise } = body
  if (typeof otherwise === 'string') return { ...body, otherwise }
  const called =
    procedure.steps[step.key]?.again === true ? calledBefore(state) : calledFor(reviewGround(state, procedure))
  // A second look has no role model to give: that is a matter of ranks among the bases of the year.
  const isGiven = procedure.steps[step.key]?.options[called] !== undefined
  return { ...body, otherwise: isGiven ? called : 'green' }
}

/** What the score of the last review called for; its sheets are gone when other people look at it again (R14). */
const calledBefore = ({ facts }: BaseState): Option => {
  const last = facts.reviews.at(-1)
  return last?.called ?? (last?.colour === 'red' ? 'red_proposal' : (last?.colour ?? 'green'))
}

import type { ReviewSummary } from '../base-facts.js'
import type { BaseState, StageState } from '../state.js'
import { withFacts } from './changes.js'
import { defined } from '../values/defined.js'

/** What the last review left to carry out: nothing where a lifted suspension left the base as it was (R10). */
export const inheritedFrom = ({ colour, facts }: BaseState): Pick<StageState, 'inherits'> =>
  colour === undefined || facts.reviews.at(-1)?.lifted === true ? {} : { inherits: colour }

/** One last term is an active yellow: the red it was granted on counts as a yellow, so that a further bad year is red (R1). */
export const withLastTerm = (state: BaseState): BaseState => {
  const { reviews, last } = lastOf(state)
  const yellow: readonly ReviewSummary[] = last?.colour === 'red' ? [{ ...last, colour: 'yellow', lastTerm: true }] : []
  return withFacts(
    { ...state, colour: 'yellow' },
    { lastTermUsed: true, ...defined({ reviews: yellow.length === 0 ? undefined : [...reviews, ...yellow] }) },
  )
}

/** A last term entered by mistake: the red stands again, and the board may still grant one (R17). */
export const withoutLastTerm = (state: BaseState): BaseState => {
  const { reviews, last } = lastOf(state)
  if (last?.lastTerm !== true) return withFacts(state, { lastTermUsed: false })
  const { lastTerm: _, ...review } = last
  return withFacts(
    { ...state, colour: 'red' },
    { lastTermUsed: false, reviews: [...reviews, { ...review, colour: 'red' }] },
  )
}

const lastOf = ({ facts }: BaseState) => ({ reviews: facts.reviews.slice(0, -1), last: facts.reviews.at(-1) })

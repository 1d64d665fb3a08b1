import type { ExtraordinarySummary, ReviewSummary } from '../base-facts.js'
import type { BaseState, StageState } from '../state.js'
import { steps } from '../gicc/steps.js'
import { inForce, nextPanelYear } from '../review.js'
import { withFacts } from './changes.js'
import { defined } from '../values/defined.js'

/** What the last review left to carry out: nothing where a lifted suspension left the base as it was (R10). */
export const inheritedFrom = ({ colour, facts }: BaseState): Pick<StageState, 'inherits'> =>
  colour === undefined || facts.reviews.at(-1)?.lifted === true ? {} : { inherits: colour }

/** One last term is an active yellow: the red it was granted on counts as a yellow, so that a further bad year is red (R1). */
export const withLastTerm = (state: BaseState): BaseState => {
  const { beside, year } = adverseIn(state)
  const yellow = { colour: 'yellow', lastTerm: true } as const
  if (beside?.colour === 'red')
    return withFacts(state, {
      lastTermUsed: true,
      extraordinary: replaced(state.facts.extraordinary, { ...beside, ...yellow }),
    })
  const reviews = year?.colour === 'red' ? replaced(state.facts.reviews, { ...year, ...yellow }) : undefined
  return withFacts({ ...state, colour: 'yellow' }, { lastTermUsed: true, ...defined({ reviews }) })
}

/** A last term entered by mistake: the red stands again, and the board may still grant one (R17). */
export const withoutLastTerm = (state: BaseState): BaseState => {
  const { beside, year } = adverseIn(state)
  if (beside?.lastTerm === true) {
    const { lastTerm: _, ...review } = beside
    return withFacts(state, {
      lastTermUsed: false,
      extraordinary: replaced(state.facts.extraordinary, { ...review, colour: 'red' }),
    })
  }
  if (year?.lastTerm !== true) return withFacts(state, { lastTermUsed: false })
  const { lastTerm: _, ...review } = year
  const reviews = replaced(state.facts.reviews, { ...review, colour: 'red' as const })
  return withFacts({ ...state, colour: 'red' }, { lastTermUsed: false, reviews })
}

/** After an extraordinary yellow nobody handed in a plan: the next panel hears of it (5.11, 5.13). */
export const withoutPlan = (
  state: BaseState,
  { key, option }: { readonly key: string; readonly option: string },
): BaseState => {
  const { matter, finds } = steps[key] ?? {}
  const last = state.facts.extraordinary?.at(-1)
  if (matter !== 'extraordinary_review' || finds?.[option] !== 'plan_missing' || last === undefined) return state
  const without = { ...last, planMissingBefore: nextPanelYear(state) }
  return withFacts(state, { extraordinary: replaced(state.facts.extraordinary, without) })
}

/** The last reviews that the board may have decided on: a red yearly one, unless a red extraordinary one came after it. */
const adverseIn = ({ facts }: BaseState): { readonly beside?: ExtraordinarySummary; readonly year?: ReviewSummary } => {
  const year = facts.reviews.at(-1)
  const last = facts.extraordinary?.at(-1)
  const isRed = (review: ReviewSummary | ExtraordinarySummary) => review.colour === 'red' || review.lastTerm === true
  const counts = last !== undefined && inForce([last]).length > 0 && isRed(last)
  const isNewer = counts && (year === undefined || !isRed(year) || last.before > year.year)
  return defined({ beside: isNewer ? last : undefined, year })
}

const replaced = <T>(list: readonly T[] = [], last: T): readonly T[] => [...list.slice(0, -1), last]

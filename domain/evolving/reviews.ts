import type { ExtraordinarySummary, ReviewSummary } from '../base-facts.js'
import type { BaseState, StageState, StepState } from '../state.js'
import { steps } from '../gicc/steps.js'
import { stepMeaning } from '../meanings.js'
import { hasFound, nextPanelYear } from '../review.js'
import { withFacts } from './changes.js'
import { defined } from '../values/defined.js'

/** What the last review left to carry out: nothing where a lifted suspension or a year nobody judged left the base as it was (R10, R3). */
export const inheritedFrom = ({ colour, facts }: BaseState): Pick<StageState, 'inherits'> =>
  colour === undefined || !facts.reviews.slice(-1).every(hasFound) ? {} : { inherits: colour }

/**
 * One last term is an active yellow: the red it was granted on counts as a yellow, so that a further bad year is red (R1). It is
 * that of the extraordinary review that brought it before the board, else that of the year.
 */
export const withLastTerm = (state: BaseState, step: StepState | undefined): BaseState => {
  const { beside, year } = judgedBy(state, step)
  const yellow = { colour: 'yellow', lastTerm: true } as const
  const used = { lastTermUsed: true }
  if (beside?.colour === 'red')
    return withFacts(state, {
      ...used,
      extraordinary: replaced(state.facts.extraordinary, { ...beside, ...yellow }),
    })
  const reviews = year?.colour === 'red' ? replaced(state.facts.reviews, { ...year, ...yellow }) : undefined
  return withFacts({ ...state, colour: 'yellow' }, { ...used, ...defined({ reviews }) })
}

/** A last term entered by mistake: the red stands again, and the board may still grant one (R17). */
export const withoutLastTerm = (state: BaseState, step: StepState): BaseState => {
  const { beside, year } = judgedBy(state, step)
  const unused = { lastTermUsed: false }
  if (beside?.lastTerm === true) {
    const { lastTerm: _, ...review } = beside
    return withFacts(state, {
      ...unused,
      extraordinary: replaced(state.facts.extraordinary, { ...review, colour: 'red' }),
    })
  }
  if (year?.lastTerm !== true) return withFacts(state, unused)
  const { lastTerm: _, ...review } = year
  const reviews = replaced(state.facts.reviews, { ...review, colour: 'red' as const })
  return withFacts({ ...state, colour: 'red' }, { ...unused, reviews })
}

/** After an extraordinary yellow nobody handed in a plan: the next panel hears of it (5.11, 5.13). */
export const withoutPlan = (
  state: BaseState,
  { key, option }: { readonly key: string; readonly option: string },
): BaseState => {
  const { matter, finds } = steps[key] ?? {}
  const last = state.facts.extraordinary?.at(-1)
  if (matter !== 'extraordinary_review' || finds?.[option] !== 'plan_missing' || last === undefined) return state
  const without = { ...last, planMissingBefore: nextPanelYear(state, { votesOn: stepMeaning(steps, 'colour')?.key }) }
  return withFacts(state, { extraordinary: replaced(state.facts.extraordinary, without) })
}

/** The review on which the board decides: the extraordinary one where that asks, else the last of the years. */
const judgedBy = (
  { facts }: BaseState,
  step: Pick<StepState, 'matter'> | undefined,
): { readonly beside?: ExtraordinarySummary; readonly year?: ReviewSummary } =>
  step?.matter === undefined
    ? defined({ year: facts.reviews.at(-1) })
    : defined({ beside: facts.extraordinary?.at(-1) })

const replaced = <T>(list: readonly T[] = [], last: T): readonly T[] => [...list.slice(0, -1), last]

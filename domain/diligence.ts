import type { RecommendationLimits } from './limits.js'
import type { Option, StepKey } from './values/step-key.js'

/** Points of a rating (6.3). */
export const ratingPoints = { A: 100, B: 75, C: 50, D: 0 } as const satisfies Readonly<Record<Option, number>>

const pointsOf = (rating: Option | undefined): number =>
  rating === 'A' || rating === 'B' || rating === 'C' ? ratingPoints[rating] : ratingPoints.D

/** The weighted due-diligence score of 100. */
export const diligenceScore = (
  ratings: Readonly<Record<StepKey, Option>>,
  weights: Readonly<Record<StepKey, number>>,
): number => {
  const whole = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  const won = Object.entries(weights).reduce((sum, [key, weight]) => sum + weight * pointsOf(ratings[key]), 0)
  return Math.round((won / whole) * 100) / 100
}

/**
 * What the committee may recommend (6.3, R12): any D is "not recommended", as is a score below the lower limit; below the
 * higher one, or with a C in a sensitive work-stream, only with conditions. It may always defer or say no.
 */
export const recommendable = (
  ratings: Readonly<Record<StepKey, Option>>,
  { score, limits }: { readonly score: number; readonly limits: RecommendationLimits },
): readonly Option[] => {
  const always = ['defer', 'not_recommend']
  if (Object.values(ratings).includes('D') || score < limits.conditions) return always
  if (score < limits.plain || limits.sensitive.some((key) => ratings[key] === 'C'))
    return ['recommend_with_conditions', ...always]
  return ['recommend', 'recommend_with_conditions', ...always]
}

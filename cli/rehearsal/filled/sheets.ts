import type { FormAnswers } from '../../../domain/form/form.js'
import { mostPoints } from '../../../domain/gicc/nomination/sheet-facts.js'
import { nominationIndicators } from '../../../domain/gicc/nomination/sheet-indicators.js'
import { reviewSheet } from '../../../domain/gicc/yearly-review/review-sheet.js'
import type { ScoreSheet } from '../../../domain/values/score-sheet.js'

/** Points of the indicators that make the share of each criterion, as near as whole points come (6.2). */
export const nominationMarks = (sheet: ScoreSheet): FormAnswers =>
  Object.fromEntries(
    Object.entries(nominationIndicators).flatMap(([criterion, indicators]) => {
      const points = Math.round((sheet[criterion] ?? 0) * mostPoints * indicators.length)
      return indicators.map(({ named: [code] }, index) => [code, shareOut(points, { index, among: indicators.length })])
    }),
  )

/** So many points shared out evenly: the first of them have one more. */
const shareOut = (points: number, { index, among }: { readonly index: number; readonly among: number }): number =>
  Math.floor(points / among) + (index < points % among ? 1 : 0)

/** Points of each part of a review sheet, to the hundredth (6.5). */
export const reviewPoints = (sheet: ScoreSheet): FormAnswers =>
  Object.fromEntries(reviewSheet.map(({ key, weight }) => [key, Math.round((sheet[key] ?? 0) * weight * 100) / 100]))

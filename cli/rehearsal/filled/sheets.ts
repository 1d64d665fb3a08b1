import { exampleCited } from '../../../domain/form/kinds/evidence.js'
import type { FormAnswers } from '../../../domain/form/form.js'
import { mostPoints } from '../../../domain/gicc/nomination/sheet-facts.js'
import { nominationIndicators } from '../../../domain/gicc/nomination/sheet-indicators.js'
import { reviewSheet } from '../../../domain/gicc/yearly-review/review-sheet.js'
import { limitsOfSheet } from '../../../domain/gicc/yearly-review/year-score.js'
import type { ScoreSheet } from '../../../domain/values/score-sheet.js'
import { defined } from '../../../domain/values/defined.js'
import { inventedWords } from './invented.js'

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

/**
 * Points of each part of a yearly sheet: what the play says, as near to what the figures propose as a sheet must be, with a
 * reason where it is not the same (5.6). Without a proposal every part is judged freely.
 */
export const reviewPoints = (sheet: ScoreSheet, proposed: Readonly<Record<string, number>> = {}): FormAnswers => {
  const limits = limitsOfSheet({ points: proposed, total: 0 })
  const points = reviewSheet.map(({ key, weight }) => {
    const wished = Math.round((sheet[key] ?? 0) * weight * 100) / 100
    const { least, most } = limits[key] ?? { least: 0, most: weight }
    return [key, Math.min(most, Math.max(least, wished))] as const
  })
  const off = points.filter(([key, given]) => proposed[key] !== undefined && proposed[key] !== given)
  const deviations = off.map(([part], index) => ({
    id: `d${index + 1}`,
    part,
    reason: inventedWords.en,
    shown_by: exampleCited(1),
  }))
  return { ...Object.fromEntries(points), ...defined({ deviations: deviations.length > 0 ? deviations : undefined }) }
}

import type { ScoreSheet } from './values/score-sheet.js'
import type { Criterion, Procedure, StepDefinition } from './procedure.js'
import type { StepKey } from './values/step-key.js'

/** A file's result over all its sheets: points of 100, how far the sheets lie apart, criteria under their own minimum. */
export interface SheetResult {
  readonly total: number
  readonly spread: number
  readonly failing: readonly Criterion[]
  readonly shares: ScoreSheet
}

/** The steps whose closing makes a score of this kind. */
export const keysScoring = (
  { steps }: Pick<Procedure, 'steps'>,
  kind: NonNullable<StepDefinition['scores']>,
): readonly StepKey[] => Object.values(steps).flatMap(({ key, scores }) => (scores === kind ? [key] : []))

/** The options by which moderation asks for one more sheet, named by how many there are then (R13). */
export const asksOneMore = (option: string): boolean => option === 'fourth_scorer' || option === 'third_scorer'

/** Points of one sheet: the sum of weight times share; a missing criterion scores 0, not "average" (6.2). */
export const pointsOf = (sheet: ScoreSheet, criteria: readonly Criterion[]): number =>
  round(criteria.reduce((sum, { key, weight }) => sum + weight * (sheet[key] ?? 0), 0))

/**
 * The mean of all sheets; with a fourth sheet the mean of the three that lie closest together (R13). The minimum of
 * each criterion applies to the mean.
 */
export const resultOf = (sheets: readonly ScoreSheet[], criteria: readonly Criterion[]): SheetResult => {
  const used = sheets.length > 3 ? closestThree(sheets, criteria) : sheets
  const totals = used.map((sheet) => pointsOf(sheet, criteria))
  const shares = Object.fromEntries(criteria.map(({ key }) => [key, mean(used.map((sheet) => sheet[key] ?? 0))]))
  return {
    total: round(mean(totals)),
    spread: round(totals.length === 0 ? 0 : Math.max(...totals) - Math.min(...totals)),
    failing: criteria.filter(({ key, minimum }) => (shares[key] ?? 0) < minimum),
    shares,
  }
}

const closestThree = (sheets: readonly ScoreSheet[], criteria: readonly Criterion[]): readonly ScoreSheet[] => {
  const byPoints = [...sheets].sort((first, second) => pointsOf(first, criteria) - pointsOf(second, criteria))
  const windows = byPoints.slice(0, -2).map((_, start) => byPoints.slice(start, start + 3))
  const width = (three: readonly ScoreSheet[]) => {
    const points = three.map((sheet) => pointsOf(sheet, criteria))
    return Math.max(...points) - Math.min(...points)
  }
  return windows.reduce((best, three) => (width(three) < width(best) ? three : best), windows[0] ?? sheets)
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** Hundredths are as fine as a score is ever read. */
const round = (number: number): number => Math.round(number * 100) / 100

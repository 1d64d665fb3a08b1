import type { BaseFacts } from '../../base-facts.js'
import { settledBaseline } from '../../figures.js'
import type { BaselineFacts, BaselineValue, SettledValues } from '../../figures.js'
import { factIn, numberIn, rowsIn, type ReadCells } from '../../form/rows.js'
import type { EvidenceClass } from '../../form/field.js'
import type { ReadValues } from '../../form/read-values.js'
import { isIndicator, type IndicatorCode } from '../../indicators.js'

const classes: readonly EvidenceClass[] = [1, 2, 3, 4, 5]

/** The agreed set as the form of 4.4a has it: what is counted from nothing stands at 0 when the plan begins (4.4). */
export const baselineFactsOf = (read: ReadValues): BaselineFacts => ({
  values: rowsIn(read, 'indicators').flatMap((row) => {
    const { indicator } = row
    return isIndicator(indicator) ? baselineOf(row, { indicator, from: numberIn(read['plan_from']) }) : []
  }),
})

const baselineOf = (
  row: ReadCells,
  { indicator, from }: { readonly indicator: IndicatorCode; readonly from: number },
): readonly BaselineValue[] => {
  const targets = [row['target_1'], row['target_2'], row['target_3']].map(numberIn)
  const aims = { indicator, target: targets[0] ?? 0, targets }
  const expected = classes.find((one) => String(one) === row['evidence']) ?? 5
  if (row['from_zero'] === true) return [{ ...aims, year: from, value: 0, evidence: expected }]
  const stands = factIn(row['stands'])
  return stands === undefined ? [] : [{ ...aims, year: stands.year, value: stands.value, evidence: stands.evidence }]
}

/** What the examination of the set found (4.4b): values that were put right, and those that nothing proved. */
export const settledIn = (read: ReadValues): SettledValues => settledFrom(rowsIn(read, 'results'), 'stands')

/** Rows with a result for each indicator, and the figure in the column named where it was put right. */
export const settledFrom = (rows: readonly ReadCells[], column: string): SettledValues => ({
  corrected: rows.flatMap((row) => {
    const { indicator, result } = row
    const figure = factIn(row[column])
    if (result !== 'corrected' || !isIndicator(indicator) || figure === undefined) return []
    return [{ indicator, year: figure.year, value: figure.value, evidence: figure.evidence }]
  }),
  unproven: rows.flatMap(({ indicator, result }) =>
    result === 'not_proven' && isIndicator(indicator) ? [indicator] : [],
  ),
})

/** The same set with the targets of one year of the plan, the last of them once the plan is over (4.4). */
export const aimedAt = (
  baseline: readonly BaselineValue[],
  { planYear }: { readonly planYear: number },
): readonly BaselineValue[] =>
  baseline.map((agreed) => {
    const { targets = [agreed.target] } = agreed
    return { ...agreed, target: targets[planYear - 1] ?? targets.at(-1) ?? agreed.target }
  })

/** The set as its examination left it: what a report is held against (4.4). */
export const agreedSet = ({
  baseline = [],
  settled,
}: Pick<BaseFacts, 'baseline' | 'settled'>): readonly BaselineValue[] =>
  settled === undefined ? baseline : settledBaseline(baseline, settled)

import type { BaselineFacts, BaselineValue } from '../../figures.js'
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

/** The set as it is agreed once each value was examined (4.4b): a corrected value takes the place of what was handed in. */
export const settledBaseline = (baseline: readonly BaselineValue[], checked: ReadValues): readonly BaselineValue[] => {
  const corrected = new Map(
    rowsIn(checked, 'results').flatMap(({ indicator, result, stands }) => {
      const figure = factIn(stands)
      return result === 'corrected' && figure !== undefined ? [[indicator, figure] as const] : []
    }),
  )
  return baseline.map((agreed) => {
    const figure = corrected.get(agreed.indicator)
    return figure === undefined
      ? agreed
      : { ...agreed, year: figure.year, value: figure.value, evidence: figure.evidence }
  })
}

/** The same set with the targets of one year of the plan, the last of them once the plan is over (4.4). */
export const aimedAt = (
  baseline: readonly BaselineValue[],
  { planYear }: { readonly planYear: number },
): readonly BaselineValue[] =>
  baseline.map((agreed) => {
    const { targets = [agreed.target] } = agreed
    return { ...agreed, target: targets[planYear - 1] ?? targets.at(-1) ?? agreed.target }
  })

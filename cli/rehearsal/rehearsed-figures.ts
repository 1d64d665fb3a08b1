import { machineClock } from '../../clock/machine-clock.js'
import type { BaselineValue, IndicatorValue } from '../../domain/figures.js'
import { indicatorCodes, indicatorOf } from '../../domain/indicators.js'
import type { Sheet } from '../../domain/facts.js'

/** Twenty-five indicators of a rehearsed base as they stood at launch, every part of the sheet among them. */
export const rehearsedBaseline: readonly BaselineValue[] = indicatorCodes
  .filter((_, at) => at % 2 === 0)
  .slice(0, 25)
  .map((indicator) => ({
    indicator,
    year: machineClock().getUTCFullYear() - 1,
    value: 100,
    target: indicatorOf(indicator).better === 'up' ? 120 : 80,
    evidence: 2,
  }))

/** The values of a rehearsed year, as good as the sheets the experts will give it and shown as well as they say. */
export const rehearsedValues = (sheets: readonly Sheet[], year: number): IndicatorValue[] => {
  const share = (part: string): number => sheets.reduce((sum, sheet) => sum + (sheet[part] ?? 0), 0) / sheets.length
  const wellShown = Math.round(share('evidence') * rehearsedBaseline.length)
  return rehearsedBaseline.map(({ indicator, value, target }, at) => {
    const { part, better } = indicatorOf(indicator)
    const way = share(part)
    return {
      indicator,
      year: year - 1,
      value: Math.round(better === 'up' ? target * way : value - (value - target) * way),
      evidence: at < wellShown ? 1 : 3,
    }
  })
}

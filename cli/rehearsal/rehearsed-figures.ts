import { machineClock } from '../../clock/machine-clock.js'
import type { BaselineValue, IndicatorValue } from '../../domain/figures.js'
import {
  indicatorCodes,
  indicatorOf,
  mandatoryIndicators,
  rangeOf,
  typeOf,
  type IndicatorCode,
} from '../../domain/indicators.js'
import type { ScoreSheet } from '../../domain/values/score-sheet.js'

/** Twenty-five indicators: the mandatory ones, and others until there are as many (4.4). */
const followed: readonly IndicatorCode[] = [
  ...mandatoryIndicators,
  ...indicatorCodes.filter((code) => !isMandatory(code)).slice(0, 25 - mandatoryIndicators.length),
]
function isMandatory(code: IndicatorCode): boolean {
  return mandatoryIndicators.some((one) => one === code)
}

/** The indicators of a rehearsed base as they stood at launch, every part of the sheet among them. */
export const rehearsedBaseline: readonly BaselineValue[] = followed.map((indicator) => ({
  indicator,
  year: machineClock().getUTCFullYear() - 1,
  value: atLaunch(indicatorOf(indicator).unit),
  target: atLaunch(indicatorOf(indicator).unit) * (indicatorOf(indicator).better === 'up' ? 1.2 : 0.8),
  evidence: 2,
}))

/** A value that every unit lets stand, with room to the target. */
function atLaunch(unit: string): number {
  return unit === '%' ? 50 : unit === '1-5' ? 2.5 : 100
}

/** The values of a rehearsed year, as good as the sheets the experts will give it and shown as well as they say. */
export const rehearsedValues = (sheets: readonly ScoreSheet[], year: number): IndicatorValue[] => {
  const share = (part: string): number => sheets.reduce((sum, sheet) => sum + (sheet[part] ?? 0), 0) / sheets.length
  const wellShown = Math.round(share('evidence') * rehearsedBaseline.length)
  return rehearsedBaseline.map(({ indicator, value, target }, at) => {
    const { part, unit } = indicatorOf(indicator)
    const way = share(part)
    const reached = typeOf(indicator) === 'level' ? value + (target - value) * way : target * way
    return {
      indicator,
      year: year - 1,
      value: Math.max(rangeOf(unit).from, Math.round(reached * 100) / 100),
      evidence: at < wellShown ? 1 : 3,
    }
  })
}

import { defined } from './values/defined.js'
import type { Instant, Sha256 } from './ids.js'
import { drawn } from './lot.js'
import { indicatorCodes, indicatorOf, type IndicatorCode } from './indicators.js'

/** One value of an indicator: the year it holds for and how well it is shown to be true (8.6: 1 best, 5 self-declared). */
export interface IndicatorValue {
  readonly indicator: IndicatorCode
  readonly year: number
  readonly value: number
  readonly evidence: 1 | 2 | 3 | 4 | 5
}

/** Where an indicator stood at launch and where it is to go (4.4). */
export interface BaselineValue extends IndicatorValue {
  readonly target: number
  /** Where it is to be in each year of the plan, the first of them `target`; absent in baselines from before there were such. */
  readonly targets?: readonly number[]
  /** Nobody could prove where it stood (4.4): a way from there cannot be shown either. */
  readonly unproven?: true
}

/** Values that were put right, and those that nothing proved. */
export interface SettledValues {
  readonly corrected: readonly IndicatorValue[]
  readonly unproven: readonly IndicatorCode[]
}

/** The KPI set of a base, agreed at launch. */
export interface BaselineFacts {
  readonly values: readonly BaselineValue[]
}

/** Why a report of values cannot be called complete; empty when it can (5.3a, 8.6). */
export interface Gaps {
  readonly missing: readonly IndicatorCode[]
  /** Money values with evidence below class 3. */
  readonly weak: readonly IndicatorCode[]
  readonly stale: readonly IndicatorCode[]
}

/** Compares what was reported with what was agreed. `months` is how long evidence is current (8.6). */
export const gapsIn = (
  values: readonly IndicatorValue[],
  { baseline, year, months }: { baseline: readonly BaselineValue[]; year: number; months: number },
): Gaps => {
  const given = new Set(values.map(({ indicator }) => indicator))
  const codes = (wrong: (value: IndicatorValue) => boolean) => values.filter(wrong).map(({ indicator }) => indicator)
  return {
    missing: baseline.map(({ indicator }) => indicator).filter((code) => !given.has(code)),
    weak: codes(({ indicator, evidence }) => indicatorOf(indicator).money === true && evidence > 3),
    stale: codes((value) => (year - value.year) * 12 > months),
  }
}

/** One value in so many falls into the sample, and not fewer than the second. */
const oneIn = 10
const leastSampled = 10

/** 5.3: a tenth of the values, at least ten, and all of money, by a lot that anybody can draw again (R15). */
export const sampleOf = (values: readonly IndicatorValue[], seed: string): readonly IndicatorCode[] => {
  const codes = values.map(({ indicator }) => indicator)
  const size = Math.max(leastSampled, Math.ceil(codes.length / oneIn))
  const lot = drawn(codes, { seed, count: size })
  return indicatorCodes.filter(
    (code) => codes.includes(code) && (lot.includes(code) || indicatorOf(code).money === true),
  )
}

/**
 * The seed of a year's sample: the report's fingerprint and the moment in which its test opened. The base made the report before
 * that moment, and who opened the test did not choose the report, so neither picks what is tested (R15).
 */
export const sampleSeed = (report: Sha256, { openedAt }: { readonly openedAt: Instant }): string =>
  `${report} ${openedAt}`

/** The set as it is agreed once each value was examined (4.4): what was put right takes the place of what was handed in. */
export const settledBaseline = (
  baseline: readonly BaselineValue[],
  { corrected, unproven }: SettledValues,
): readonly BaselineValue[] =>
  baseline.map((agreed) => {
    const figure = leastOf(corrected, { indicator: agreed.indicator, as: 'start' })
    const settled = { ...agreed, ...standing(figure) }
    return unproven.includes(agreed.indicator) ? { ...settled, unproven: true } : settled
  })

const standing = (figure: IndicatorValue | undefined): Partial<Pick<IndicatorValue, 'year' | 'value' | 'evidence'>> =>
  defined({ year: figure?.year, value: figure?.value, evidence: figure?.evidence })

/** The values as they were settled (5.3): one put right replaces what was reported, one not proven counts as not reported. */
export const afterSample = (
  values: readonly IndicatorValue[],
  { corrected, unproven }: SettledValues,
): readonly IndicatorValue[] =>
  values
    .filter(({ indicator }) => !unproven.includes(indicator))
    .map((value) => leastOf(corrected, { indicator: value.indicator, as: 'result' }) ?? value)

/**
 * Of several figures for one indicator the least favourable (8.6). Who starts better has less of a way to show, so of two
 * starting points the better one counts.
 */
const leastOf = (
  values: readonly IndicatorValue[],
  { indicator, as }: { readonly indicator: IndicatorCode; readonly as: 'start' | 'result' },
): IndicatorValue | undefined => {
  const upIsBetter = indicatorOf(indicator).better === 'up'
  const wantsLowest = as === 'result' ? upIsBetter : !upIsBetter
  return values
    .filter((one) => one.indicator === indicator)
    .toSorted((one, other) => (wantsLowest ? one.value - other.value : other.value - one.value))[0]
}

/**
 * Share of the agreed values with evidence of class 1 or 2: the part "evidence" of the sheet (6.5). One that is missing or was not
 * proven is not shown; where nothing was agreed, it is the share of what was reported.
 */
export const evidenceShare = (
  values: readonly IndicatorValue[],
  agreed: readonly Pick<IndicatorValue, 'indicator'>[] = values,
): number => {
  const isShown = ({ indicator }: Pick<IndicatorValue, 'indicator'>): boolean =>
    values.some((one) => one.indicator === indicator && one.evidence <= 2)
  return agreed.length === 0 ? 0 : agreed.filter(isShown).length / agreed.length
}

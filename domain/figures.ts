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

/** 5.3: a tenth of the values, at least ten, and all of money, by a lot that anybody can draw again (R15). */
export const sampleOf = (values: readonly IndicatorValue[], seed: string): readonly IndicatorCode[] => {
  const codes = values.map(({ indicator }) => indicator)
  const size = Math.max(10, Math.ceil(codes.length / 10))
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

/** The values as the sample left them (5.3): one put right replaces what was reported, one not proven counts as not reported. */
export const afterSample = (
  values: readonly IndicatorValue[],
  { corrected, unproven }: { corrected: readonly IndicatorValue[]; unproven: readonly IndicatorCode[] },
): readonly IndicatorValue[] =>
  values
    .filter(({ indicator }) => !unproven.includes(indicator))
    .map((value) => corrected.find(({ indicator }) => indicator === value.indicator) ?? value)

/** Share of values with evidence of class 1 or 2: the part "evidence" of the sheet (6.5). */
export const evidenceShare = (values: readonly IndicatorValue[]): number =>
  values.length === 0 ? 0 : values.filter(({ evidence }) => evidence <= 2).length / values.length

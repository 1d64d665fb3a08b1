import type { Instant, Sha256 } from './ids.js'
import { drawn } from './lot.js'
import { indicatorCodes, indicatorOf, type IndicatorCode, type IndicatorPart } from './indicators.js'
import type { ScoreSheet } from './values/score-sheet.js'

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

/** Share of values with evidence of class 1 or 2: the part "evidence" of the sheet (6.5). */
export const evidenceShare = (values: readonly IndicatorValue[]): number =>
  values.length === 0 ? 0 : values.filter(({ evidence }) => evidence <= 2).length / values.length

/**
 * What the values alone say of each part of the sheet (6.5): an area counts half for activity delivered and half for
 * results reached, each value at most 120 % of its target and an area at most whole; the challenges count by how many
 * moved the right way from the baseline. A part of which nothing was agreed is absent.
 */
export const partsOf = (values: readonly IndicatorValue[], baseline: readonly BaselineValue[]): ScoreSheet => {
  const reported = new Map(values.map((value) => [value.indicator, value.value]))
  const parts = new Map<IndicatorPart, { output: number[]; result: number[] }>()
  for (const agreed of baseline) {
    const { part, kind } = indicatorOf(agreed.indicator)
    const shares = parts.get(part) ?? { output: [], result: [] }
    const now = reported.get(agreed.indicator)
    shares[kind].push(part === 'challenges' ? moved(agreed, now) : reached(agreed, now))
    parts.set(part, shares)
  }
  return Object.fromEntries([...parts].map(([part, { output, result }]) => [part, halves(output, result)]))
}

const reached = ({ indicator, target, value: from }: BaselineValue, now: number | undefined): number => {
  if (now === undefined) return 0
  if (indicatorOf(indicator).better === 'down') {
    // The way from baseline to target that was gone; where they are the same, holding it is all.
    const way = from - target
    return capped(way <= 0 ? (now <= target ? 1 : 0) : (from - now) / way)
  }
  return capped(target <= 0 ? (now >= target ? 1 : 0) : now / target)
}

const moved = ({ indicator, value: from }: BaselineValue, now: number | undefined): number => {
  if (now === undefined || now === from) return 0
  return now > from === (indicatorOf(indicator).better === 'up') ? 1 : 0
}

const capped = (share: number): number => Math.min(1.2, Math.max(0, share))

const halves = (outputs: readonly number[], results: readonly number[]): number => {
  const sides = [outputs, results].filter((side) => side.length > 0)
  const share = sides.reduce((sum, side) => sum + side.reduce((one, other) => one + other, 0) / side.length, 0)
  return Math.round(Math.min(1, share / sides.length) * 1000) / 1000
}

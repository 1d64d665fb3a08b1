import type { BaseId } from '../../domain/ids.js'
import type { z } from 'zod'
import type { ReadReport } from '../../db/reads/figures.js'
import {
  evidenceShare,
  gapsIn,
  sampleOf,
  sampleSeed,
  type BaselineValue,
  type IndicatorValue,
} from '../../domain/figures.js'
import type { GateReading } from '../../domain/gates.js'
import { gateLabels } from '../../domain/words/nomination.js'
import { indicatorOf, type IndicatorCode } from '../../domain/indicators.js'
import type { YearScore } from '../../domain/gicc/yearly-review/year-score.js'
import type { FiguresResponse } from '../contract/figures.js'

interface Figures {
  readonly base: BaseId
  readonly year: number | undefined
  /** As it was handed in, and as its examination left it (4.4). */
  readonly baseline: readonly BaselineValue[]
  readonly agreed: readonly BaselineValue[]
  readonly reported: ReadReport | undefined
  /** The values as sample and compliance left them; undefined for whom they are not (5.3, 8.12). */
  readonly settled: readonly IndicatorValue[] | undefined
  /** How many months evidence is current (8.6). */
  readonly months: number
  /** What the figures of the running review come to (6.5). */
  readonly score: YearScore | undefined
  /** The gates as they were read; undefined for whom they are not (8.12). */
  readonly gates: readonly GateReading[] | undefined
}

/** What was agreed and what was reported, side by side, with the sample and what the values say of the sheet. */
export const figuresView = ({
  base,
  year,
  baseline,
  agreed,
  reported,
  settled,
  months,
  score,
  gates,
}: Figures): z.output<typeof FiguresResponse> => {
  const report = reported?.report
  const values = report?.values ?? []
  const sample = sampledOf(reported)
  const gaps = gapsIn(values, { baseline, year: year ?? 0, months })
  return {
    base,
    year: year ?? null,
    report: report?.reportHash ?? null,
    values: agreed.map(({ indicator, value, target, unproven }) => {
      const { label, unit, kind, part } = indicatorOf(indicator)
      const now = values.find((one) => one.indicator === indicator)
      const handedIn = baseline.find((one) => one.indicator === indicator)?.value ?? value
      return {
        indicator,
        label,
        unit,
        kind,
        part,
        baseline: value,
        baselineHandedIn: handedIn,
        baselineProven: unproven !== true,
        target,
        sampled: sample.includes(indicator),
        value: now?.value ?? null,
        settled: settled?.find((one) => one.indicator === indicator)?.value ?? null,
        heldFor: now?.year ?? null,
        evidence: now?.evidence ?? null,
      }
    }),
    gates: (gates ?? []).map((gate) => ({ ...gate, label: gateLabels[gate.gate] })),
    parts: { ...score?.points },
    evidence: report === undefined ? null : evidenceShare(values),
    gaps:
      report === undefined
        ? { missing: [], weak: [], stale: [] }
        : { missing: [...gaps.missing], weak: [...gaps.weak], stale: [...gaps.stale] },
  }
}

/** None before the test opens: until then nobody knows what it will fall on. */
const sampledOf = (reported: ReadReport | undefined): readonly IndicatorCode[] => {
  const openedAt = reported?.testOpenedAt
  if (reported === undefined || openedAt === undefined) return []
  const { values = [], reportHash } = reported.report
  return sampleOf(values, sampleSeed(reportHash, { openedAt }))
}

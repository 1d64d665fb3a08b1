import { expect, test } from '@jest/globals'
import type { BaselineValue, IndicatorValue } from '../../domain/figures.js'
import type { ReadValues } from '../../domain/form/read-values.js'
import { full } from '../../domain/gicc/full.js'
import {
  limitsOfSheet,
  reviewSheetOf,
  shareOf,
  sheetFaults,
  yearScore,
  type GovernanceFacts,
} from '../../domain/gicc/yearly-review/year-score.js'
import { indicatorOf, type IndicatorCode } from '../../domain/indicators.js'
import { calledFor } from '../../domain/review.js'
import { pointsOf, resultOf } from '../../domain/score.js'

/** One invented base in its first review: baseline, target, value now, class of evidence, and the share of it by hand. */
const linjiang: readonly (readonly [IndicatorCode, number, number, number, IndicatorValue['evidence'], number])[] = [
  ['HC2', 0, 40, 52, 3, 1.2],
  ['HC4', 0, 60, 50, 3, 0.833],
  ['HC5', 0, 4, 4.3, 3, 1.075],
  ['FD1', 0, 20, 18, 5, 0.9],
  ['FD4', 0, 10, 4.5, 2, 0.45],
  ['FD5', 0, 150, 90, 1, 0.6],
  ['MK2', 0, 100, 132, 3, 1.2],
  ['MK3', 0, 8, 7.2, 3, 0.9],
  ['BR2', 10, 30, 24, 1, 0.7],
  ['BR4', 22, 24, 23.1, 1, 0.55],
  ['IC1', 0, 10, 9, 3, 0.9],
  ['IC3', 0, 2, 1, 3, 0.5],
  ['TA1', 0, 300, 410, 3, 1.2],
  ['TA3', 0, 80, 76, 2, 0.95],
  ['TA4', 0, 85, 60, 1, 0.706],
  ['P1', 0, 25, 30, 3, 1],
  ['V1', 21.5, 22, 21.8, 1, 0.6],
  ['L1', 71, 73, 70.4, 2, 0],
  ['B1', 2.4, 2.6, 2.7, 1, 1],
  ['F1', 58, 65, 63, 3, 0.714],
  ['T1', 42, 30, 36, 5, 0.5],
]
const agreed: readonly BaselineValue[] = linjiang.map(([indicator, value, target]) => ({
  indicator,
  value,
  target,
  year: 2027,
  evidence: 2,
}))
const values: readonly IndicatorValue[] = linjiang.map(([indicator, , , value, evidence]) => ({
  indicator,
  value,
  evidence,
  year: 2027,
}))
const governance: GovernanceFacts = {
  meetingsHeld: 2,
  meetingsPlanned: 2,
  report: 'on_time',
  cashShare: 2.4 / 3,
  signs: 'corrected_in_time',
}
const proposal = yearScore({ values, agreed, governance })
const first: ReadValues = { ...proposal.points, area_consulting: 9, deviations: [row('area_consulting')] }
const second: ReadValues = { ...proposal.points, challenges: 12.24, deviations: [row('challenges')] }

function row(part: string) {
  return { id: part, cells: { part } }
}

test.each(linjiang)('%s of the example comes as far as by hand (6.5)', (indicator, ...numbers) => {
  const one = agreed.find((value) => value.indicator === indicator) ?? {
    indicator,
    value: 0,
    target: 0,
    year: 0,
    evidence: 5,
  }
  const most = indicatorOf(indicator).part === 'challenges' ? 1 : 1.2
  expect(shareOf(one, { values, most })).toBeCloseTo(numbers[4], 3)
})

test('the example scores 76.01, part by part as by hand (6.5)', () => {
  expect(proposal).toEqual({
    points: {
      area_consulting: 10,
      area_investment: 7.13,
      area_markets: 10,
      area_branding: 6.25,
      area_cooperation: 7,
      area_talent: 10,
      challenges: 11.44,
      governance: 9.9,
      evidence: 4.29,
    },
    total: 76.01,
  })
})

test('two experts of the example give 75.01 and 76.81, their mean is 75.91, and it is green (6.5)', () => {
  const sheets = [reviewSheetOf(first), reviewSheetOf(second)]
  expect(sheets.map((sheet) => pointsOf(sheet, full.reviewSheet))).toEqual([75.01, 76.81])
  const result = resultOf(sheets, full.reviewSheet)
  expect(result.total).toBe(75.91)
  expect(9.5).toBeCloseTo(10 * (result.shares['area_consulting'] ?? 0), 6)
  expect(11.84).toBeCloseTo(18 * (result.shares['challenges'] ?? 0), 6)
  const ground = { result, reportMissing: false, integrityBreach: false, planMissing: false, past: [] }
  expect(calledFor({ ...ground, lateFundsMonths: 3, findings: 1, limits: full.settings.colours })).toBe('green')
})

test('the correction of the money paid in cost the example 0.37 points (5.3)', () => {
  const reported = values.map((value) => (value.indicator === 'FD4' ? { ...value, value: 6 } : value))
  const before = yearScore({ values: reported, agreed, governance })
  expect(before.points['area_investment']).toBe(7.5)
  expect(before.total - proposal.total).toBeCloseTo(0.37, 6)
})

test('what is not reported, or not proven, counts as nothing and as shown by nobody (6.5)', () => {
  const without = yearScore({ values: values.filter(({ indicator }) => indicator !== 'BR4'), agreed, governance })
  expect(without.points).toMatchObject({ area_branding: 3.5, evidence: 3.81 })
})

test('a target that is where it stood asks to be held, and a target of nothing is reached (6.5)', () => {
  const held = (indicator: IndicatorCode, { now, at }: { readonly now: number; readonly at: number }) =>
    shareOf(
      { indicator, value: at, target: at, year: 2027, evidence: 1 },
      { values: [{ indicator, value: now, year: 2027, evidence: 1 }], most: 1.2 },
    )
  expect([
    held('MK4', { now: 99, at: 100 }),
    held('MK4', { now: 100, at: 100 }),
    held('TA6', { now: 99, at: 100 }),
    held('TA6', { now: 101, at: 100 }),
  ]).toEqual([0, 1, 1, 0])
  expect(held('BR6', { now: 0, at: 0 })).toBe(1)
})

test('from where nobody could prove that it stood no way is shown, while what is counted from nothing is (4.4, 8.6)', () => {
  const shareOfOne = (indicator: IndicatorCode, more: { readonly unproven?: true }) =>
    shareOf(
      { indicator, value: 10, target: 20, year: 2027, evidence: 1, ...more },
      { values: [{ indicator, value: 20, year: 2028, evidence: 1 }], most: 1.2 },
    )
  expect([shareOfOne('MK4', {}), shareOfOne('MK4', { unproven: true })]).toEqual([1, 0])
  expect(shareOfOne('HC2', { unproven: true })).toBe(1)
})

test('a part in which nothing was agreed has no proposal and is judged freely (5.6)', () => {
  const some = agreed.filter(({ indicator }) => indicatorOf(indicator).part !== 'area_talent')
  const score = yearScore({ values, agreed: some, governance })
  expect(score.points).not.toHaveProperty('area_talent')
  expect(limitsOfSheet(score)['area_talent']).toEqual({ least: 0, most: 10 })
  expect(sheetFaults({ ...score.points, area_talent: 1 }, score)).toEqual([])
})

test('a sheet deviates by at most a fifth of a part, with a reason, and the evidence part not at all (5.6)', () => {
  expect(limitsOfSheet(proposal)).toMatchObject({
    area_consulting: { least: 8, most: 10 },
    area_investment: { least: 5.13, most: 9.13 },
    challenges: { least: 7.84, most: 15.04 },
    governance: { least: 7.5, most: 12 },
    evidence: { least: 4.29, most: 4.29 },
  })
  expect([sheetFaults(first, proposal), sheetFaults(second, proposal)]).toEqual([[], []])
  const off = { ...proposal.points, area_consulting: 7.99, area_markets: 9, evidence: 4.3 }
  expect(sheetFaults(off, proposal).map(({ part, because }) => [part, because])).toEqual([
    ['area_consulting', 'too_far'],
    ['area_markets', 'no_reason'],
    ['evidence', 'too_far'],
  ])
})

test.each([
  [{ meetingsHeld: 1 }, 8.4],
  [{ meetingsHeld: 3 }, 9.9],
  [{ report: 'in_granted_delay' }, 8.9],
  [{ report: 'late' }, 6.9],
  [{ cashShare: 0 }, 7.5],
  [{ signs: 'no_breach' }, 11.4],
  [{ signs: 'breach' }, 8.4],
] as const)('governance with %j is worth %d points (6.5)', (change, points) => {
  expect(yearScore({ values, agreed, governance: { ...governance, ...change } }).points['governance']).toBe(points)
})

import { expect, test } from '@jest/globals'
import { exampleAnswers } from '../../domain/form/example.js'
import { readFilled } from '../../domain/form/read.js'
import type { FactRead, ReadCell, ReadValues } from '../../domain/form/read-values.js'
import { agreedSet, aimedAt, baselineFactsOf, settledIn } from '../../domain/gicc/launch/baseline-facts.js'
import { baseline } from '../../domain/gicc/launch/baseline-forms.js'
import { cashOf, ratesIn, ratesOf } from '../../domain/gicc/yearly-review/cash-of-the-year.js'
import { evidenceSample } from '../../domain/gicc/yearly-review/check-forms.js'
import { misstatedIn, programmeRecordFactsOf, reportFactsOf } from '../../domain/gicc/yearly-review/report-facts.js'
import { selfReport } from '../../domain/gicc/yearly-review/report-forms.js'
import { reviewScoring } from '../../domain/gicc/yearly-review/score-forms.js'
import { reviewSheetOf } from '../../domain/gicc/yearly-review/year-score.js'
import { afterSample } from '../../domain/figures.js'
import { mandatoryIndicators } from '../../domain/indicators.js'
import { factsOf } from '../../domain/gicc/brought.js'
import { full } from '../../domain/gicc/full.js'
import type { BaseState } from '../../domain/state.js'
import { defined } from '../../domain/values/defined.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { aNominatedBase } from '../support/a-base.js'
import { someWords } from '../support/filling.js'

const rows = (...all: readonly Readonly<Record<string, ReadCell>>[]) =>
  all.map((cells, index) => ({ id: `r${index + 1}`, cells }))
const figure = (value: number, more: Partial<FactRead> = {}): FactRead => ({
  value,
  year: 2027,
  evidence: 2,
  nature: 'actual',
  ...more,
})
const cny = (amount: number) => ({ amount, currency: 'CNY' })
const due = (day: string, { of: amount, on }: { readonly of: number; readonly on?: string }) => ({
  due_on: day,
  amount: cny(amount),
  received: on !== undefined,
  ...defined({ received_on: on }),
})

test('a baseline has each indicator with where it stands and its three targets; what counts from nothing stands at 0 (4.4)', () => {
  const read: ReadValues = {
    plan_from: 2027,
    indicators: rows(
      { indicator: 'HC2', evidence: '3', from_zero: true, target_1: 40, target_2: 60, target_3: 80 },
      {
        indicator: 'L1',
        evidence: '2',
        from_zero: false,
        stands: figure(71, { year: 2026 }),
        target_1: 73,
        target_2: 75,
        target_3: 77,
      },
      { indicator: 'T1', evidence: '2', from_zero: false, target_1: 30, target_2: 20, target_3: 10 },
    ),
  }
  const { values } = baselineFactsOf(read)
  expect(values).toEqual([
    { indicator: 'HC2', year: 2027, value: 0, evidence: 3, target: 40, targets: [40, 60, 80] },
    { indicator: 'L1', year: 2026, value: 71, evidence: 2, target: 73, targets: [73, 75, 77] },
  ])
  expect([1, 3, 5].map((planYear) => aimedAt(values, { planYear }).map(({ target }) => target))).toEqual([
    [40, 73],
    [80, 77],
    [80, 77],
  ])
})

test('a value that was corrected takes the place of what was handed in, its targets stay; one not proven is marked (4.4)', () => {
  const handedIn = { indicator: 'L1', year: 2026, value: 71, evidence: 4, target: 73, targets: [73] } as const
  const settledAs = (...results: readonly Readonly<Record<string, ReadCell>>[]) =>
    agreedSet({ baseline: [handedIn], settled: settledIn({ results: rows(...results) }) })
  const put = (value: number) => ({ indicator: 'L1', result: 'corrected', stands: figure(value) })
  expect(settledAs(put(70.5))).toEqual([{ ...handedIn, year: 2027, value: 70.5, evidence: 2 }])
  expect(settledAs({ indicator: 'L1', result: 'accepted' })).toEqual([handedIn])
  expect(settledAs({ indicator: 'L1', result: 'not_proven' })).toEqual([{ ...handedIn, unproven: true }])
  // Who starts at 72 has less of a way to show than who starts at 70.5 (8.6).
  expect(settledAs(put(70.5), put(72))).toMatchObject([{ value: 72 }])
  expect(agreedSet({ baseline: [handedIn] })).toEqual([handedIn])
})

test('an example of the baseline form makes the eighteen mandatory values', () => {
  const read = readFilled(baseline, { option: 'handed_in', answers: exampleAnswers(baseline, { option: 'handed_in' }) })
  const codes = baselineFactsOf(read).values.map(({ indicator }) => indicator)
  expect(codes.toSorted()).toEqual([...mandatoryIndicators].sort())
})

test('a report brings what was counted of its year, and neither forecast nor target (8.6)', () => {
  const read: ReadValues = {
    values: rows(
      { indicator: 'FD4', figure: figure(6), changed: false },
      { indicator: 'L1', figure: figure(70.4, { nature: 'provisional' }), changed: true },
      { indicator: 'T1', figure: figure(36, { nature: 'forecast' }), changed: false },
    ),
  }
  const reportHash = 'a'.repeat(64)
  expect(reportFactsOf(read, { year: 2028, reportHash })).toEqual({
    year: 2028,
    reportHash,
    governance: { meetingsHeld: 0, meetingsPlanned: 0, cashShare: 1, signs: 'no_breach' },
    values: [
      { indicator: 'FD4', year: 2027, value: 6, evidence: 2 },
      { indicator: 'L1', year: 2027, value: 70.4, evidence: 2 },
    ],
  })
})

test('the sample corrects a value, and takes away what was not proven; so does a proven misstatement (5.3)', () => {
  const values = [
    { indicator: 'FD4', year: 2027, value: 6, evidence: 3 },
    { indicator: 'HC2', year: 2027, value: 52, evidence: 3 },
    { indicator: 'L1', year: 2027, value: 70.4, evidence: 2 },
  ] as const
  const sample = {
    sample: rows(
      { indicator: 'FD4', result: 'corrected', figure: figure(4.5) },
      { indicator: 'HC2', result: 'not_proven' },
      { indicator: 'L1', result: 'confirmed' },
    ),
  }
  const { sample: found } = programmeRecordFactsOf(sample, { reviewed: 2027 })
  expect(found && afterSample(values, found)).toEqual([{ ...values[0], value: 4.5, evidence: 2 }, values[2]])
  const twice = [figure(5), figure(4.5)].map((given) => ({ indicator: 'FD4', result: 'corrected', figure: given }))
  const differing = programmeRecordFactsOf({ sample: rows(...twice) }, { reviewed: 2027 }).sample
  expect(differing && afterSample(values, differing)).toMatchObject([{ value: 4.5 }, {}, {}])
  const proven = { corrected: rows({ indicator: 'HC2', figure: figure(31) }) }
  expect(misstatedIn(proven)).toEqual([{ ...values[1], value: 31, evidence: 2 }])
})

test('the example of a year: 2.4 of 3.0 million came, and the rest is three months late on 31 December', () => {
  const read = {
    instalments: rows(
      due('2027-05-31', { of: 1_200_000, on: '2027-05-20' }),
      due('2027-09-30', { of: 1_200_000, on: '2027-09-30' }),
      due('2027-09-30', { of: 600_000 }),
      due('2028-02-28', { of: 900_000 }),
    ),
  }
  expect(cashOf(read, { reviewed: 2027 })).toEqual({ share: 0.8, lateMonths: 3 })
})

test.each([
  { told: 'nothing was due', instalments: [], share: 1, lateMonths: 0 },
  {
    told: 'what is under a tenth makes no months',
    instalments: [due('2027-02-28', { of: 9 }), due('2027-12-31', { of: 91 })],
    share: 0,
    lateMonths: 0,
  },
  {
    told: 'a part of a larger instalment does',
    instalments: [due('2027-02-28', { of: 9, on: '2027-11-27' }), due('2027-02-28', { of: 91, on: '2027-02-01' })],
    share: 1,
    lateMonths: 8,
  },
  {
    told: 'what came after the year is late to its end',
    instalments: [due('2027-06-30', { of: 100, on: '2028-03-01' })],
    share: 0,
    lateMonths: 6,
  },
])('cash of a year: $told', ({ instalments, share, lateMonths }) => {
  expect(cashOf({ instalments: rows(...instalments) }, { reviewed: 2027 })).toEqual({ share, lateMonths })
})

test('money of several currencies is compared at the rates of the budget; without a rate the less favourable count holds', () => {
  const instalments = rows(due('2027-03-31', { of: 700, on: '2027-03-31' }), {
    ...due('2027-08-31', { of: 0 }),
    amount: { amount: 9, currency: 'USD' },
  })
  const perUsd = ratesOf({ rates: rows({ currency: 'CNY', per_usd: 7 }, { currency: 'EUR', per_usd: 0 }) })
  expect(perUsd).toEqual({ CNY: 7 })
  expect(cashOf({ instalments }, { reviewed: 2027, perUsd })).toEqual({ share: 100 / 109, lateMonths: 0 })
  expect(cashOf({ instalments }, { reviewed: 2027 })).toEqual({ share: 0, lateMonths: 4 })
})

test('a year is counted at the rates that were fixed for it, and else at the last ones before (4.6)', () => {
  const fixed = [
    { planYear: 2, perUsd: { CNY: 8 } },
    { planYear: 1, perUsd: { CNY: 7, EUR: 0.9 } },
  ]
  expect([1, 2, 3].map((planYear) => ratesIn(fixed, planYear))).toEqual([
    { CNY: 7, EUR: 0.9 },
    { CNY: 8, EUR: 0.9 },
    { CNY: 8, EUR: 0.9 },
  ])
})

test('the cash of a review is converted at the rates that finance fixed with the budget (4.6, 6.5)', () => {
  const form = (read: ReadValues) => ({ version: 1, content: someWords, read })
  const bringing = (key: StepKey, state: BaseState) => {
    const definition = full.steps[key]
    if (definition === undefined) throw new Error(`no step ${key}`)
    return { option: definition.order[0] ?? '', step: `${key}.1`, definition, state, calendar: undefined }
  }
  const base = aNominatedBase().state()
  const rates = factsOf(form({ rates: rows({ currency: 'CNY', per_usd: 7 }) }), bringing('4.6b', base))?.rates
  expect(rates).toEqual({ planYear: 1, perUsd: { CNY: 7 } })
  const instalments = rows(due('2027-03-31', { of: 700, on: '2027-03-31' }), {
    ...due('2027-08-31', { of: 0 }),
    amount: { amount: 9, currency: 'USD' },
  })
  const reporting = form({ instalments, next_rates: rows({ currency: 'CNY', per_usd: 8 }) })
  const stage = {
    ...base.stage,
    year: 2027,
    stage: 'yearly_review',
    no: 5,
    enteredAt: '',
    steps: {},
    effects: {},
  } as const
  const shareAt = (facts: BaseState['facts']) => factsOf(reporting, bringing('5.2a', { ...base, stage, facts }))
  expect(shareAt({ ...base.facts, ...defined({ rates: rates && [rates] }) })).toMatchObject({
    report: { governance: { cashShare: 100 / 109 } },
    rates: { planYear: 2, perUsd: { CNY: 8 } },
  })
  expect(shareAt(base.facts)).toMatchObject({ report: { governance: { cashShare: 0 } } })
})

test('each serious finding that is of the year, or older and not repaired, counts once (R10)', () => {
  const read = {
    instalments: rows(due('2027-09-30', { of: 1 })),
    standing: rows(
      { finding: ['f1'], severity: 'serious', stands: 'not_repaired' },
      { finding: ['f1'], severity: 'serious', stands: 'not_repaired' },
      { finding: ['f2'], severity: 'serious', stands: 'repaired' },
      { finding: ['f3'], severity: 'minor', stands: 'not_repaired' },
    ),
    findings: rows({ severity: 'knock_out' }, { severity: 'minor' }),
  }
  expect(programmeRecordFactsOf(read, { reviewed: 2027 })).toMatchObject({ lateFundsMonths: 3, findings: 2 })
})

test('governance is read from meetings, cash and the use of the signs', () => {
  const misused = (...all: readonly string[]) =>
    reportFactsOf(
      {
        meetings_planned: 2,
        'meetings.held': 1,
        misuse: rows(...all.map((corrected_on) => ({ found_on: '2027-06-01', corrected: true, corrected_on }))),
      },
      { year: 2027, reportHash: 'a' },
    ).governance
  expect(misused()).toEqual({
    meetingsHeld: 1,
    meetingsPlanned: 2,
    cashShare: 1,
    signs: 'no_breach',
  })
  expect(misused('2027-06-22')?.signs).toBe('corrected_in_time')
  expect(misused('2027-06-22', '2027-07-02')?.signs).toBe('breach')
})

test('examples of the forms of a year bring facts of every kind', () => {
  const read = (form: typeof selfReport, option: string) =>
    readFilled(form, { option, answers: exampleAnswers(form, { option }) })
  expect(reportFactsOf(read(selfReport, 'submit'), { year: 2028, reportHash: 'a' }).values).toHaveLength(1)
  const sample = read(evidenceSample, 'sample_holds')
  expect(programmeRecordFactsOf(sample, { reviewed: 2027 })).toMatchObject({ lateFundsMonths: 0, findings: 1 })
  expect(Object.keys(reviewSheetOf(read(reviewScoring, 'score')))).toHaveLength(9)
})

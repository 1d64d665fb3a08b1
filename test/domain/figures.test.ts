import { expect, test } from '@jest/globals'
import {
  evidenceShare,
  gapsIn,
  sampleOf,
  sampleSeed,
  type BaselineValue,
  type IndicatorValue,
} from '../../domain/figures.js'
import type { BroughtFacts, ProgrammeRecordFacts } from '../../domain/facts.js'
import type { ReadValues } from '../../domain/form/read-values.js'
import { agreedSet } from '../../domain/gicc/launch/baseline-facts.js'
import { programmeRecordFactsOf } from '../../domain/gicc/yearly-review/report-facts.js'
import { valuesOf } from '../../domain/judge/review-ground.js'
import { indicatorCodes, indicatorOf, typeOf, type IndicatorCode } from '../../domain/indicators.js'
import { full } from '../../domain/gicc/full.js'
import { aNominatedBase, refusalOf } from '../support/a-base.js'
import { act, decisionOn, memberOf, stepOf } from '../support/acting.js'
import { proposedPoints, proposedYear } from '../support/a-year.js'
import { aBaseline, evenReview, holderOf, valuesShownBy } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const value = (indicator: IndicatorCode, change: number | Partial<IndicatorValue>): IndicatorValue => ({
  indicator,
  year: 2028,
  value: 1,
  evidence: 2,
  ...(typeof change === 'number' ? { value: change } : change),
})
const agreed = (indicator: IndicatorCode, target: number): BaselineValue => ({ ...value(indicator, 100), target })

test('the programme has its 35 indicators of the six areas and 16 of the six challenges, each for a part of the sheet (7)', () => {
  const parts = new Set(full.reviewSheet.map(({ key }) => key))
  expect(indicatorCodes.filter((code) => indicatorOf(code).part !== 'challenges')).toHaveLength(35)
  expect(indicatorCodes.filter((code) => indicatorOf(code).part === 'challenges')).toHaveLength(16)
  expect(indicatorCodes.filter((code) => !parts.has(indicatorOf(code).part))).toEqual([])
})

test('the sample is a tenth and at least ten, with all of money in it, and anybody can draw it again (5.3)', () => {
  const all = indicatorCodes.map((code) => value(code, 1))
  const sample = sampleOf(all, 'a'.repeat(64))
  expect(sampleOf([...all].reverse(), 'a'.repeat(64))).toEqual(sample)
  expect(sampleOf(all, 'b'.repeat(64))).not.toEqual(sample)
  expect(sample.length).toBeGreaterThanOrEqual(10)
  expect(indicatorCodes.filter((code) => indicatorOf(code).money === true && !sample.includes(code))).toEqual([])
  expect(sampleOf(all.slice(0, 3), 'a')).toEqual(['HC1', 'HC2', 'HC3'])
})

test('over the years the lot falls on every value, and on each as often (R15)', () => {
  const all = indicatorCodes.map((code) => value(code, 1))
  const times = new Map<string, number>()
  for (let year = 0; year < 2_000; year += 1)
    for (const code of sampleOf(all, `${'e'.repeat(64)} ${year}`)) times.set(code, (times.get(code) ?? 0) + 1)
  const lots = indicatorCodes.filter((code) => indicatorOf(code).money !== true).map((code) => times.get(code) ?? 0)
  const even = lots.reduce((sum, count) => sum + count, 0) / lots.length
  expect(Math.min(...lots)).toBeGreaterThan(0.8 * even)
  expect(Math.max(...lots)).toBeLessThan(1.2 * even)
})

test('how much of the cash came the officer’s record says wherever it has any: what finance lets lie takes nothing from the place (R3, 5.3)', () => {
  const governance = (record: Partial<ProgrammeRecordFacts>) => proposedPoints(proposedYear(record))['governance'] ?? 0
  const asReported = governance({})
  expect(governance({ cashShare: 1 }) - asReported).toBeCloseTo(1.5)
  expect(asReported - governance({ cashShare: 0 })).toBeCloseTo(1.5)
  const due = { due_on: '2028-03-31', amount: { amount: 1, currency: 'USD' } }
  const instalments = [
    { id: 'c1', cells: { ...due, received_on: '2028-03-31' } },
    { id: 'c2', cells: due },
  ]
  const recordOf = (read: ReadValues) => programmeRecordFactsOf(read, { reviewed: 2028 })
  expect(recordOf({ instalments })).toMatchObject({ cashShare: 0.5 })
  expect(recordOf({})).not.toHaveProperty('cashShare')
})

test('the same report under another moment falls to another sample, so whoever makes it cannot choose (R15)', () => {
  const all = indicatorCodes.map((code) => value(code, 1))
  const samples = [0, 1, 2, 3].map((ms) =>
    sampleOf(all, sampleSeed('e'.repeat(64), { openedAt: `2028-04-03T02:00:00.00${ms}Z` })).join(),
  )
  expect(new Set(samples).size).toBe(samples.length)
})

test('late money and findings come from the officer who tests the sample, and the base says nothing of them (5.3)', () => {
  const base = playTo(aNominatedBase(), { key: '5.3b' })
  const sent = { ...decisionOn(base, { step: stepOf(base, '5.3b'), option: 'sample_holds' }) }
  const officer = { actor: holderOf('SO', 7) }
  expect(refusalOf(base.send({ ...sent, facts: {} }, officer))).toEqual({
    code: 'facts_missing',
    detail: { step: '5.3b', needs: 'programme_record' },
  })
  const late = { programmeRecord: { lateFundsMonths: -1, findings: 0 } }
  expect(refusalOf(base.send({ ...sent, facts: late }, officer))).toMatchObject({ code: 'facts_malformed' })
  expect(base.send(sent, officer).ok).toBe(true)
})

test('an indicator that was agreed and not reported, money below class 3 and evidence over 36 months are gaps (5.3, 8.6)', () => {
  const baseline = [agreed('HC1', 10), agreed('FD4', 10), agreed('MK5', 10)]
  const values = [value('FD4', { evidence: 4 }), value('MK5', { year: 2025 })]
  expect(gapsIn(values, { baseline, year: 2029, months: 36 })).toEqual({
    missing: ['HC1'],
    weak: ['FD4'],
    stale: ['MK5'],
  })
  const sound = [value('HC1', { evidence: 5 }), value('FD4', { evidence: 3 }), value('MK5', { year: 2026 })]
  expect(gapsIn(sound, { baseline, year: 2029, months: 36 })).toEqual({ missing: [], weak: [], stale: [] })
})

test('evidence quality is the share of values of class 1 and 2, whatever the sheets say of it (6.5)', () => {
  expect(evidenceShare([value('HC1', { evidence: 1 }), value('HC2', { evidence: 3 })])).toBe(0.5)
  const base = playTo(aNominatedBase(), { key: '5.6', brings: { reviewSheet: evenReview(0.8) } })
  const sheet = { ...evenReview(0.8), evidence: 0.1 }
  for (const number of [31, 32])
    base.send(
      { ...decisionOn(base, { step: stepOf(base, '5.6'), option: 'score' }), facts: { sheet } },
      { actor: holderOf('EX', number) },
    )
  const closed = base.events().findLast((event) => event.type === 'step_closed' && event.key === '5.6')
  expect(closed).toMatchObject({ score: 80 })
})

test('a report that leaves out an agreed indicator is returned, not called complete (5.3a)', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  const year = base.state().stage?.year ?? 0
  const report = { year, reportHash: 'e'.repeat(64) }
  const values = valuesShownBy(1, year).slice(1)
  base.send(
    { ...decisionOn(base, { step: stepOf(base, '5.2a'), option: 'submit' }), facts: { report: { ...report, values } } },
    { actor: holderOf('CLO') },
  )
  act(base, { key: '5.2b', option: 'endorsed' })
  expect(refusalOf(act(base, { key: '5.3a', option: 'complete' }))).toMatchObject({
    code: 'finding_stands_against',
    detail: {
      option: 'complete',
      finding: { en: `missing: ${aBaseline[0]?.indicator}` },
      allowed: ['return', 'misstatement'],
    },
  })
  expect(act(base, { key: '5.3a', option: 'return' }).ok).toBe(true)
})

test('a report that is incomplete twice goes on with what is missing, and not before; one without gaps does not', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  const year = base.state().stage?.year ?? 0
  const report = { year, reportHash: 'e'.repeat(64) }
  const handIn = (values: readonly IndicatorValue[]): void => {
    const sent = decisionOn(base, { step: stepOf(base, '5.2a'), option: 'submit' })
    base.send({ ...sent, facts: { report: { ...report, values } } }, { actor: holderOf('CLO') })
    act(base, { key: '5.2b', option: 'endorsed' })
  }
  const check = (option: string) => act(base, { key: '5.3a', option })
  handIn(valuesShownBy(1, year).slice(1))
  expect(refusalOf(check('incomplete'))).toMatchObject({ detail: { allowed: ['return', 'complete'] } })
  expect(check('return').ok).toBe(true)
  handIn(valuesShownBy(1, year).slice(1))
  expect(refusalOf(check('complete'))).toMatchObject({ detail: { allowed: ['incomplete', 'misstatement'] } })
  expect(check('incomplete').ok).toBe(true)
  expect(base.openKeys()).toEqual(expect.arrayContaining(['5.3b', '5.4a', '5.4b']))
  const sound = playTo(aNominatedBase(), { key: '5.3a' })
  expect(refusalOf(act(sound, { key: '5.3a', option: 'incomplete' }))).toMatchObject({ code: 'nothing_missing' })
})

test.each([
  ['an indicator twice', [aBaseline[0], aBaseline[0]], 'HC1, HC1'],
  ['a value that is no number', [{ ...aBaseline[0], value: NaN }], 'NaN'],
  ['nothing at all', [], '0'],
] as const)('a baseline with %s is malformed (4.4)', (_, values, got) => {
  const base = playTo(aNominatedBase(), { key: '4.4a' })
  const sent = decisionOn(base, { step: stepOf(base, '4.4a'), option: 'handed_in' })
  const baseline = { values: values.filter((one): one is BaselineValue => one !== undefined) }
  expect(refusalOf(base.send({ ...sent, facts: { baseline } }, { actor: holderOf('CLO') }))).toMatchObject({
    code: 'facts_malformed',
    detail: { got },
  })
})

test('the year is scored on what was settled: the examined baseline, the sample, and what compliance established (4.4, 5.3)', () => {
  const base = playTo(aNominatedBase(), { key: '4.4b' })
  const send = (said: string, facts: BroughtFacts) => {
    const [key = '', option = ''] = said.split(' ')
    const step = stepOf(base, key)
    const actor = memberOf(base, { step, number: 7 })
    const answer = base.send({ ...decisionOn(base, { step, option }), facts }, { actor })
    expect(answer.ok ? [] : answer.refusal).toEqual([])
  }
  const baseline = base.state().facts.baseline ?? []
  const level = baseline.find(({ indicator }) => typeOf(indicator) === 'level')
  if (level === undefined) throw new Error('the example agrees on no level')
  send('4.4b accepted', {
    settled: { corrected: [{ ...value(level.indicator, {}), value: level.target }], unproven: [] },
  })
  expect(agreedSet(base.state().facts).find(({ indicator }) => indicator === level.indicator)?.value).toBe(level.target)
  expect(base.state().facts.baseline).toEqual(baseline)
  playTo(base, { key: '5.3b' })
  const [first, second] = (valuesOf(base.state(), full) ?? []).map(({ indicator }) => indicator)
  if (first === undefined || second === undefined) throw new Error('the example reports no values')
  const sample = { corrected: [{ ...value(second, {}), value: 3 }], unproven: [first] }
  send('5.3b misstatement', { programmeRecord: { lateFundsMonths: 0, findings: 0, sample } })
  send('5.3c proven', { misstated: [{ ...value(second, {}), value: 2 }] })
  const settled = new Map((valuesOf(base.state(), full) ?? []).map(({ indicator, value: now }) => [indicator, now]))
  expect([settled.get(first), settled.get(second)]).toEqual([undefined, 2])
})

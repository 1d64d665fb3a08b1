import { expect, test } from '@jest/globals'
import { baseAsOf, datedTogether, isWithin, timeAxes, type DatedEntry, type Moment } from '../../domain/as-of.js'
import { baseThen } from '../../domain/base-then.js'
import { unborn, type BaseState } from '../../domain/state.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playMinutely } from '../support/a-dated-ledger.js'
import { play, playTo } from '../support/playing.js'

/** A life of two reviews with what the state was at every moment at which something happened, as the core itself had it. */
const lived = () => {
  const base = aNominatedBase()
  const states = new Map<string, BaseState>([[base.now(), base.state()]])
  const until = () => {
    states.set(base.now(), base.state())
    return base.state().facts.reviews.length === 2
  }
  playMinutely(base, { until })
  const entries = base.recorded.map((entry): DatedEntry => ({
    ...entry,
    recordedAt: later(entry.occurredAt, 5),
    effectiveOn: null,
  }))
  return { states, entries }
}

const later = (instant: string, seconds: number): string => new Date(Date.parse(instant) + seconds * 1000).toISOString()

const momentOf = (at: string, by: Moment['by'] = 'happened'): Moment => ({ at, on: '2099-12-31', by })

test('at every moment of a life the ledger gives back exactly the state the core had then (14.25)', () => {
  const { states, entries } = lived()
  expect(states.size).toBeGreaterThan(80)
  for (const [at, state] of states)
    expect([at, baseAsOf(exampleBase, { entries, moment: momentOf(at) })]).toEqual([at, state])
})

test('a moment earlier the state is an earlier one: nothing of the moment is in it', () => {
  const { states, entries } = lived()
  for (const at of states.keys()) {
    const { seq } = baseAsOf(exampleBase, { entries, moment: momentOf(later(at, -0.001)) })
    expect(entries.filter(({ occurredAt }) => occurredAt < at)).toHaveLength(seq)
  }
})

test('what is recorded seconds later is not yet known by when it was recorded', () => {
  const { entries } = lived()
  const [first] = entries
  const at = first?.occurredAt ?? ''
  expect(baseAsOf(exampleBase, { entries, moment: momentOf(at, 'recorded') })).toEqual(unborn(exampleBase))
  expect(baseAsOf(exampleBase, { entries, moment: momentOf(later(at, 5), 'recorded') }).seq).toBeGreaterThan(0)
})

test('a paper counts from its date by when it is effective, and by no other time (R16)', () => {
  const paper = { occurredAt: '2027-03-01T15:00:00.000Z', recordedAt: '2027-03-01T15:00:01.000Z' }
  const known = (effectiveOn: string | null) =>
    timeAxes.map((by) => isWithin({ ...paper, effectiveOn }, { at: '2027-01-11T04:59:59.999Z', on: '2027-01-10', by }))
  expect(known('2027-01-10')).toEqual([false, false, true])
  expect(known('2027-01-11')).toEqual([false, false, false])
  expect(known(null)).toEqual([false, false, false])
})

test('a paper whose date lies before its step was opened changes nothing until the step is there', () => {
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  const entries = base.recorded.map((entry): DatedEntry => {
    const isPaper = entry.event.type === 'step_acted' && entry.event.key === '1.3'
    return { ...entry, recordedAt: entry.occurredAt, effectiveOn: isPaper ? '2026-01-01' : null }
  })
  const early = baseAsOf(exampleBase, {
    entries,
    moment: { at: '2026-01-02T05:00:00.000Z', on: '2026-01-02', by: 'effective' },
  })
  expect(baseThen(early, { scoring: false })?.openSteps ?? []).toEqual([])
  expect(early.status).toBe('expression_of_interest')
})

test('the score of a past date stays sealed while its sheets are weighed, then and now (1.8, 1.9)', () => {
  const base = playTo(aNominatedBase(), { key: '1.9a' })
  expect(base.state().facts.score).toBeGreaterThan(0)
  expect(baseThen(base.state(), { scoring: false })?.score).toBeUndefined()
  play(base, { until: ({ state }) => state().status === 'in_due_diligence' })
  expect(baseThen(base.state(), { scoring: false })?.score).toBe(base.state().facts.score)
  expect(baseThen(base.state(), { scoring: true })?.score).toBeUndefined()
})

test('what came of a paper in its own command counts from the day on the paper, and what came of others does not (R16)', () => {
  const entry = (commandId: string, effectiveOn: string | null) => ({ commandId, effectiveOn })
  const [first] = lived().entries
  if (first === undefined) throw new Error('a life has entries')
  const given = [entry('a', null), entry('b', null), entry('b', '2027-02-26'), entry('b', null), entry('c', null)]
  const dated = datedTogether(given.map((one) => ({ ...first, ...one })))
  expect(dated.map(({ effectiveOn }) => effectiveOn)).toEqual([null, '2027-02-26', '2027-02-26', '2027-02-26', null])
})

import { expect, test } from '@jest/globals'
import type { DatedEntry } from '../../domain/as-of.js'
import { roles } from '../../domain/role.js'
import { timesOf, waitOf, waitedFor } from '../../domain/times.js'
import { aNominatedBase } from '../support/a-base.js'
import type { ABase } from '../support/a-base.js'
import { calendars, exampleBase, holderOf } from '../support/an-example.js'
import { playMinutely } from '../support/a-dated-ledger.js'
import { playTo } from '../support/playing.js'

const entriesOf = ({ recorded }: ABase): readonly DatedEntry[] =>
  recorded.map((entry) => ({ ...entry, recordedAt: entry.occurredAt, effectiveOn: null }))
const timed = (base: ABase, now = base.now()) =>
  timesOf(exampleBase, { entries: entriesOf(base), now, steps: base.procedure.steps })
const later = (at: string, days: number): string => new Date(Date.parse(at) + days * 86_400_000).toISOString()

test('the parts of a stage are its whole, and its whole is the time between entering and leaving it', () => {
  const base = aNominatedBase()
  playMinutely(base, { until: ({ state }) => state().facts.reviews.length === 2 })
  const { stages } = timed(base)
  expect(stages.map(({ stage }) => stage).slice(0, 5)).toEqual([
    'nomination',
    'due_diligence',
    'memorandum',
    'launch',
    'yearly_review',
  ])
  for (const { days, waited, enteredAt, leftAt } of stages) {
    const whole = (Date.parse(leftAt ?? base.now()) - Date.parse(enteredAt)) / 86_400_000
    expect(days).toBeCloseTo(whole, 1)
    expect(waitedFor.reduce((sum, one) => sum + waited[one], 0)).toBeCloseTo(days, 1)
  }
})

test('while only one side has an open step, the time is its own', () => {
  const base = playTo(aNominatedBase({ invited: true }), { key: '1.3' })
  expect(base.openKeys()).toEqual(['1.3'])
  const [before] = timed(base).stages
  const [after] = timed(base, later(base.now(), 7)).stages
  expect((after?.waited.partner ?? 0) - (before?.waited.partner ?? 0)).toBe(7)
  expect(after?.waited.programme).toBe(before?.waited.programme)
})

test('the time until a year begins by the clock is charged to nobody', () => {
  const base = playTo(aNominatedBase(), { key: '5.1' })
  const [before, after] = [timed(base).stages.at(-1), timed(base, later(base.now(), 30)).stages.at(-1)]
  expect(base.openKeys()).toEqual(['5.1'])
  expect((after?.waited.rest ?? 0) - (before?.waited.rest ?? 0)).toBe(30)
  expect([after?.waited.programme, after?.waited.partner]).toEqual([before?.waited.programme, before?.waited.partner])
})

test('in a hold the clocks stand, and nobody is waited for', () => {
  const base = playTo(aNominatedBase({ invited: true }), { key: '1.3' })
  const [before] = timed(base).stages
  base.turnTo(later(base.now(), 2))
  expect(base.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PD') }).ok).toBe(true)
  base.turnTo(later(base.now(), 10))
  expect(base.send({ type: 'resume' }, { actor: holderOf('PD') }).ok).toBe(true)
  const [after] = timed(base, later(base.now(), 1)).stages
  expect((after?.waited.partner ?? 0) - (before?.waited.partner ?? 0)).toBe(3)
  expect(after?.waited.standing).toBe(10)
})

test('nothing counts after the end', () => {
  const base = aNominatedBase()
  playMinutely(base, { answers: { '1.10': 'decline' }, until: ({ state }) => state().closed })
  expect(timed(base, later(base.now(), 400))).toEqual(timed(base))
  expect(timed(base).open).toEqual([])
})

test('an open step has waited so many working days of its own side, or nobody knows where its calendar is not kept', () => {
  const base = playTo(aNominatedBase({ invited: true }), { key: '1.3' })
  const [step] = timed(base).open
  if (step === undefined) throw new Error('1.3 is open')
  const wait = waitOf(step, { calendars, now: '2026-12-10T15:00:00.000Z' })
  expect(wait).toMatchObject({ step: '1.3.1', side: roles.LG.side, days: 14, workingDays: 10 })
  expect(waitOf(step, { calendars: {}, now: '2026-12-10T15:00:00.000Z' }).workingDays).toBeNull()
})

import { expect, test } from '@jest/globals'
import { waitsForOfficeHours } from '../../workers/letters/office-hours.js'
import { aNominatedBase } from '../support/a-base.js'
import { calendars } from '../support/an-example.js'

const state = aNominatedBase().state()
const letter = { kind: 'status_changed', facts: { head: 'a'.repeat(64), seq: 1 }, rehearsal: false } as const
const at = (now: string, more: Partial<Parameters<typeof waitsForOfficeHours>[1]> = {}) => ({
  state,
  step: undefined,
  calendars,
  now,
  side: 'partner' as const,
  ...more,
})

test('a letter to the place waits for its office hours, and one to the office does not', () => {
  // In Beijing: Tuesday 7:59, 8:00, 17:59, 18:00; Saturday noon; the first of October, which is a holiday.
  expect(waitsForOfficeHours(letter, at('2027-03-01T23:59:00.000Z'))).toBe(true)
  expect(waitsForOfficeHours(letter, at('2027-03-02T00:00:00.000Z'))).toBe(false)
  expect(waitsForOfficeHours(letter, at('2027-03-02T09:59:00.000Z'))).toBe(false)
  expect(waitsForOfficeHours(letter, at('2027-03-02T10:00:00.000Z'))).toBe(true)
  expect(waitsForOfficeHours(letter, at('2027-03-06T04:00:00.000Z'))).toBe(true)
  expect(waitsForOfficeHours(letter, at('2027-10-01T04:00:00.000Z'))).toBe(true)
  expect(waitsForOfficeHours(letter, at('2027-03-06T04:00:00.000Z', { side: 'programme' }))).toBe(false)
})

test('a stop, a rehearsal and a date that would suffer wait for no hour', () => {
  const night = '2027-03-01T18:00:00.000Z'
  const stop = { ...letter, kind: 'held', facts: { ...letter.facts, form: 'stopped' } } as const
  expect(waitsForOfficeHours(stop, at(night))).toBe(false)
  expect(waitsForOfficeHours({ ...stop, facts: letter.facts }, at(night))).toBe(true)
  expect(waitsForOfficeHours({ ...letter, rehearsal: true }, at(night))).toBe(false)
  const [step] = Object.values(state.stage?.steps ?? {})
  if (step === undefined) throw new Error('no step is open')
  expect(waitsForOfficeHours(letter, at(night, { step: { ...step, dueAt: '2027-03-03T16:00:00.000Z' } }))).toBe(false)
  expect(waitsForOfficeHours(letter, at(night, { step: { ...step, dueAt: '2027-04-03T16:00:00.000Z' } }))).toBe(true)
})

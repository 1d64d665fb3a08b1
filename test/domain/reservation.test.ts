import { expect, test } from '@jest/globals'
import { addCalendarDays, dateDue, resumeCalendarDue } from '../../domain/calendar.js'
import { addDays } from '../../domain/calendar-date.js'
import { dueDay } from '../../domain/calendar-zone.js'
import { full } from '../../domain/gicc/full.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { calendarOfSide, holderOf } from '../support/an-example.js'
import { play, playTo, waitOut } from '../support/playing.js'
import { untilAsked } from '../support/roads.js'

const calendar = calendarOfSide('programme')
const reserved = (): ABase => playTo(aNominatedBase(), { key: '3.2a' })
const until = (base: ABase): string => base.state().facts.slotUntil ?? ''
const asked = (): ABase => {
  const base = reserved()
  untilAsked(base)
  return base
}
const decide = (base: ABase, option: string): void => {
  for (const number of [1, 2]) expect(act(base, { key: 'R5', option, number, code: 'LAT' }).ok).toBe(true)
}
/** 180 days after the day on which a time ran out, on a working day of the programme. */
const later = (before: string): string => dateDue(calendar, addDays(dueDay(calendar, before), 180))

test('a slot is reserved for 360 calendar days, and then the Board is asked (R5)', () => {
  const base = playTo(aNominatedBase(), { key: '3.1a' })
  const from = base.now()
  expect(until(base)).toBe(addCalendarDays(calendar, { from, days: 360 }))
  untilAsked(base)
  expect([base.now(), base.open('R5')?.role]).toEqual([until(base), 'BD'])
})

test('the Board prolongs a reservation by 180 days, and is asked again when they have run out (R5)', () => {
  const base = asked()
  const before = until(base)
  decide(base, 'prolong')
  expect([until(base), base.openKeys()]).toEqual([later(before), expect.not.arrayContaining(['R5'])])
  untilAsked(base)
  expect([base.now(), base.open('R5')?.id]).toEqual([later(before), 'R5.2'])
})

test('a reservation the Board lets lapse frees its slot and closes the base as lapsed, when the time for redress is over (R5, 8.9)', () => {
  const base = asked()
  decide(base, 'lapse')
  expect(base.state()).toMatchObject({ status: 'lapsed', code: 'LAT', closed: false, facts: { slot: 1 } })
  waitOut(base, 'R0')
  expect(base.state()).toMatchObject({ status: 'lapsed', code: 'LAT', closed: true })
  expect(base.events()).toContainEqual({ type: 'slot_freed', slot: 1 })
})

test('a Board that never finds a quorum has not prolonged: the slot lapses after the second convening (R5, 8.4)', () => {
  const base = asked()
  while (base.open('R5') !== undefined) {
    base.turnTo(base.nextDueAt() ?? base.now())
    base.send({ type: 'tick' })
  }
  waitOut(base, 'R0')
  expect(base.state()).toMatchObject({ status: 'lapsed', closed: true })
})

test('a signature settles the question before the Board has decided, and the base goes on (R5)', () => {
  const base = asked()
  expect(play(base, { leaves: 'R5', until: () => base.open('3.12a') !== undefined })).toBe(true)
  expect([base.open('R5'), base.state().status]).toEqual([undefined, 'mou_signed'])
  play(base, { until: () => base.state().facts.reviews.length === 1 })
  expect(base.state().status).toBe('active_green')
})

test('a hold stops the clock of the reservation: its days are added (R5, 8.5)', () => {
  const base = reserved()
  const before = until(base)
  const stoppedAt = base.now()
  base.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') })
  base.turnTo(addCalendarDays(calendar, { from: stoppedAt, days: 40 }))
  base.send({ type: 'resume' }, { actor: holderOf('PD') })
  expect(until(base)).toBe(resumeCalendarDue(calendar, { due: before, stoppedAt, resumedAt: base.now() }))
  expect(until(base) > before).toBe(true)
})

test('an integrity stop stops it as well, and the Board is not asked meanwhile (R5, E6)', () => {
  const base = reserved()
  const before = until(base)
  base.send({ type: 'raise', matter: 'integrity_stop', code: 'INT' }, { actor: holderOf('CO', 1) })
  base.turnTo(addCalendarDays(calendar, { from: base.now(), days: 3 }))
  act(base, { key: 'E6a', option: 'lift', number: 2 })
  expect(until(base) > before).toBe(true)
})

test('after the signature the launch has 180 days, then the Board is asked about the slot again (4.11)', () => {
  const base = playTo(aNominatedBase(), { key: '4.7' })
  const from = base.state().facts.signedOn ?? ''
  expect(until(base)).toBe(addCalendarDays(calendar, { from, days: 180 }))
  play(base, { leaves: '4.7', until: () => base.open('R5') !== undefined || base.openKeys().length === 1 })
  untilAsked(base)
  expect(base.now()).toBe(addCalendarDays(calendar, { from, days: 180 }))
  decide(base, 'prolong')
  play(base, { until: () => base.state().facts.activatedOn !== undefined })
  expect(until(base)).toBe('')
})

test('under rules that set no time a slot is reserved without an end', () => {
  const { reservation: _, ...settings } = full.settings
  const base = playTo(aNominatedBase({ procedure: { ...full, settings } }), { key: '3.2a' })
  expect(until(base)).toBe('')
})

import { expect, test } from '@jest/globals'
import { addWorkingDays, isWorkingDay } from '../../domain/calendar.js'
import { plainDate } from '../../domain/calendar-date.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { calendarOfSide, holderOf } from '../support/an-example.js'
import { offerSlot, playTo } from '../support/playing.js'

const partner = calendarOfSide('partner')
const listed = (): ABase => playTo(aNominatedBase(), { key: '2.10w', answers: { '2.10': 'waiting_list' } })
const offeredAt = (instant: string): ABase => {
  const base = listed()
  base.turnTo(instant)
  offerSlot(base)
  return base
}
const ticking = (base: ABase, until: () => boolean): void => {
  for (let turn = 0; turn < 40 && !until(); turn += 1) {
    base.turnTo([base.nextDueAt() ?? base.now(), base.now()].toSorted().at(-1) ?? '')
    base.send({ type: 'tick' })
  }
}

test('an offer over New Year lapses after twenty working days of the place: the holidays do not count (14.23, 8.3)', () => {
  // Wednesday 23 December 2026: Friday 1 January is no working day there, and the party whose days count is the place.
  const base = offeredAt('2026-12-23T02:00:00.000Z')
  const { dueAt, calendar } = stepOf(base, '2.10o')
  expect(calendar).toBe('CN@Asia/Shanghai')
  expect(dueAt).toBe(addWorkingDays(partner, { from: base.now(), days: 20 }))
  const weekdays = (from: string, to: string): number => {
    let count = 0
    for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000)
      if (![0, 6].includes(new Date(day).getUTCDay())) count += 1
    return count
  }
  const last = dueAt.slice(0, 10)
  const holidays = partner.holidays.filter((date) => date > '2026-12-23' && date <= last)
  expect(holidays.length).toBeGreaterThan(0)
  const worked = partner.workdays.filter((date) => date > '2026-12-23' && date <= last).length
  expect(weekdays('2026-12-24', last) - holidays.length + worked).toBe(20)
  expect(isWorkingDay(partner, plainDate(last))).toBe(true)
  // One moment before, the offer stands.
  base.turnTo(new Date(Date.parse(dueAt) - 1).toISOString())
  base.send({ type: 'tick' })
  expect(base.open('2.10o')).toBeDefined()
  ticking(base, () => base.open('2.10o') === undefined)
  expect([base.now(), base.openKeys()]).toEqual([dueAt, ['2.10w']])
  expect(base.view().stand).toMatchObject({ is: 'waiting', passed: ['window_closed'] })
})

test('an offer that lapses twice takes the place off the list, for lateness (8.3, R1)', () => {
  const base = offeredAt('2026-12-23T02:00:00.000Z')
  ticking(base, () => base.open('2.10o') === undefined)
  offerSlot(base)
  ticking(base, () => base.state().closed)
  expect(base.state()).toMatchObject({ status: 'removed', code: 'LAT', closed: true })
  expect(base.view().stand).toEqual({ is: 'none' })
})

test('an accepted offer brings the place before the Board again, which reserves the slot kept for it (8.3, 8.1)', () => {
  const base = offeredAt('2026-12-23T02:00:00.000Z')
  expect(act(base, { key: '2.10o', option: 'accept' }).ok).toBe(true)
  expect([base.openKeys(), base.state().status]).toEqual([['2.10'], 'recommended'])
  expect(base.view().stand).toMatchObject({ is: 'accepted' })
  for (const number of [1, 2]) act(base, { key: '2.10', option: 'approve', number })
  expect(base.view().stand).toMatchObject({ is: 'holding', slot: 1, active: false })
})

test('due diligence that is older than a year is refreshed before a slot is given on it (8.3)', () => {
  const base = offeredAt('2029-01-10T02:00:00.000Z')
  act(base, { key: '2.10o', option: 'accept' })
  const approve = decisionOn(base, { step: stepOf(base, '2.10'), option: 'approve' })
  expect(refusalOf(base.send(approve, { actor: holderOf('BD') }))).toMatchObject({
    code: 'finding_stands_against',
    detail: { allowed: ['return', 'reject'] },
  })
  for (const number of [1, 2]) act(base, { key: '2.10', option: 'return', number })
  playTo(base, { key: '2.10' })
  expect(base.send({ ...approve, step: stepOf(base, '2.10').id }, { actor: holderOf('BD') }).ok).toBe(true)
})

test('the same offer heard twice, or by a base that waits no longer, changes nothing (8.3)', () => {
  const base = listed()
  base.send({ type: 'offer', offer: 'gasme-offer-1' })
  const entries = base.recorded.length
  base.send({ type: 'offer', offer: 'gasme-offer-1' })
  act(base, { key: '2.10o', option: 'not_now' })
  base.send({ type: 'offer', offer: 'gasme-offer-1' })
  expect(base.openKeys()).toEqual(['2.10w'])
  const other = playTo(aNominatedBase(), { key: '3.5' })
  const before = other.recorded.length
  other.send({ type: 'offer', offer: 'gasme-offer-2' })
  expect([other.recorded.length, base.recorded.length > entries]).toEqual([before, true])
})

test('an entry lives twenty-four months from the day it came onto the list, however often it was offered a slot (8.3)', () => {
  const base = listed()
  const { dueAt, openedAt } = stepOf(base, '2.10w')
  base.turnTo('2027-06-01T02:00:00.000Z' > openedAt ? '2027-06-01T02:00:00.000Z' : openedAt)
  offerSlot(base)
  act(base, { key: '2.10o', option: 'not_now' })
  expect([stepOf(base, '2.10w').id, stepOf(base, '2.10w').dueAt]).toEqual(['2.10w.2', dueAt])
})

import { expect, test } from '@jest/globals'
import { plainDate } from '../../domain/calendar-date.js'
import { mayBeCited, standsOn } from '../../domain/exhibits/exhibit.js'
import { exhibitsThen } from '../../domain/exhibits/exhibits-then.js'
import { fourExhibits } from '../exhibits/exhibit-events.js'

const by = { person: 'p-a', role: 'LG', mandate: 'm-a', onBehalfOf: 'o-a' } as const
const entries = fourExhibits(by).map((event, at) => ({
  seq: at + 1,
  schemaVersion: 1,
  commandId: `c-${at}`,
  occurredAt: `2027-01-0${at + 1}T09:00:00.000Z`,
  event,
}))
const after = (count: number) => exhibitsThen(entries.slice(0, count)).map(({ status, class: set }) => [status, set])

test('each exhibit stands as the entries until then say, and what was replaced is there still (14.25)', () => {
  expect(after(2)).toEqual([
    ['received', undefined],
    ['received', undefined],
  ])
  expect(after(6)[0]).toEqual(['checked', 3])
  expect(after(8)).toEqual([
    ['accepted', 3],
    ['returned', undefined],
    ['superseded', undefined],
    ['received', undefined],
  ])
})

test('an act that counts before what it was done on changes nothing', () => {
  expect(exhibitsThen(entries.slice(4))).toEqual([])
})

test('one that is past its day has expired, unless it was sent back or replaced (8.6)', () => {
  const on = (day: string) => exhibitsThen(entries).map((one) => standsOn(one, plainDate(day)))
  expect(on('2029-01-15')).toEqual(['accepted', 'returned', 'superseded', 'received'])
  expect(on('2029-01-16')).toEqual(['run_out', 'returned', 'superseded', 'run_out'])
})

test('an exhibit that has expired cannot be cited any more, and on its last day it still can (8.6)', () => {
  const until = { status: 'accepted', expiresOn: plainDate('2029-01-15') } as const
  expect(mayBeCited(until, plainDate('2029-01-15'))).toBe(true)
  expect(mayBeCited(until, plainDate('2029-01-16'))).toBe(false)
  expect(mayBeCited({ status: 'accepted' }, plainDate('2099-01-01'))).toBe(true)
  expect(mayBeCited({ status: 'returned' }, plainDate('2029-01-15'))).toBe(false)
})

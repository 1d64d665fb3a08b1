import { expect, test } from '@jest/globals'
import { Temporal } from 'temporal-polyfill'
import { offsetsOf } from '../../activities/calendar-offsets.js'
import { addDays, plainDate, type PlainDate } from '../../domain/calendar-date.js'
import { dueDay, endOfDay, localDate, startOfDay, type Zone } from '../../domain/calendar-zone.js'

test('24:00 in Shanghai is 16:00 UTC, in Kolkata half past six in the evening', () => {
  expect(endOfDay(zoneNamed('Asia/Shanghai'), '2026-10-08')).toBe('2026-10-08T16:00:00.000Z')
  expect(endOfDay(zoneNamed('Asia/Kolkata'), '2026-10-08')).toBe('2026-10-08T18:30:00.000Z')
})

test('the day on which the clocks change is 23 or 25 hours long', () => {
  const newYork = zoneNamed('America/New_York')
  expect(startOfDay(newYork, '2026-03-08')).toBe('2026-03-08T05:00:00.000Z')
  expect(endOfDay(newYork, '2026-03-08')).toBe('2026-03-09T04:00:00.000Z')
  const berlin = zoneNamed('Europe/Berlin')
  expect(startOfDay(berlin, '2026-10-25')).toBe('2026-10-24T22:00:00.000Z')
  expect(endOfDay(berlin, '2026-10-25')).toBe('2026-10-25T23:00:00.000Z')
})

test('a day whose midnight is skipped begins with its first existing moment', () => {
  expect(startOfDay(zoneNamed('Africa/Cairo'), '2026-04-24')).toBe('2026-04-23T22:00:00.000Z')
  expect(startOfDay(zoneNamed('America/Santiago'), '2026-09-06')).toBe('2026-09-06T04:00:00.000Z')
})

test('a day whose midnight comes twice begins with the first', () => {
  expect(startOfDay(zoneNamed('America/Havana'), '2026-11-01')).toBe('2026-11-01T04:00:00.000Z')
})

test('a moment at midnight opens a day, a due moment at midnight closes the day before', () => {
  const shanghai = zoneNamed('Asia/Shanghai')
  expect(localDate(shanghai, '2026-10-08T16:00:00.000Z')).toBe('2026-10-09')
  expect(dueDay(shanghai, '2026-10-08T16:00:00.000Z')).toBe('2026-10-08')
})

test.each([
  'Asia/Shanghai',
  'America/New_York',
  'America/Santiago',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
])('every day of three years in %s begins where an independent library says', (name) => {
  const zone = zoneNamed(name)
  const differing = datesFrom('2025-01-01', 3 * 365).filter(
    (date) =>
      startOfDay(zone, date) !== independentStart(name, date) || localDate(zone, startOfDay(zone, date)) !== date,
  )
  expect(differing).toEqual([])
})

test('the comparison notices a wrong offset', () => {
  const berlinWithoutSummer = { offsets: [{ from: '2024-12-31T23:00:00.000Z', minutes: 60 }] }
  const differing = datesFrom('2026-01-01', 365).filter(
    (date) => startOfDay(berlinWithoutSummer, date) !== independentStart('Europe/Berlin', date),
  )
  expect(differing).toHaveLength(210)
})

test('text that is no moment in UTC is refused', () => {
  const shanghai = zoneNamed('Asia/Shanghai')
  expect(() => localDate(shanghai, '2026-10-08')).toThrow('is not a moment in UTC')
  expect(() => localDate(shanghai, '2026-10-08T10:00:00+08:00')).toThrow('is not a moment in UTC')
  expect(() => localDate({ offsets: [] }, '2026-10-08T10:00:00Z')).toThrow('needs at least one offset')
})

const zoneNamed = (name: string): Zone => ({ offsets: offsetsOf(name, { from: '2026-01-01', to: '2027-06-30' }) })

const datesFrom = (first: PlainDate, count: number): readonly PlainDate[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index))

const independentStart = (zone: string, date: PlainDate): string => {
  const start = Temporal.PlainDate.from(plainDate(date)).toZonedDateTime(zone)
  return new Date(start.epochMilliseconds).toISOString()
}

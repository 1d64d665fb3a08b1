import { expect, test } from '@jest/globals'
import {
  addDays,
  addMonths,
  addYears,
  daysFrom,
  isPlainDate,
  plainDate,
  weekdayOf,
} from '../../domain/calendar-date.js'

test('29 February becomes 28 February in a common year and comes back in the next leap year', () => {
  expect([1, 2, 3, 4].map((years) => addYears('2024-02-29', years))).toEqual([
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ])
})

test('the last day of a long month becomes the last day of a short one', () => {
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29')
  expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
})

test('days run over the ends of months, years and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  expect(daysFrom('2026-01-01', '2027-01-01')).toBe(365)
})

test('a week begins with Monday as 1 and ends with Sunday as 7', () => {
  expect(weekdayOf('2026-11-23')).toBe(1)
  expect(weekdayOf('2026-11-29')).toBe(7)
})

test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-1-1', '2026-10-08T00:00:00Z', '8 October 2026', ''])(
  '%j is no date',
  (text) => {
    expect(isPlainDate(text)).toBe(false)
    expect(() => plainDate(text)).toThrow('is not a date; write one like 2026-10-08')
  },
)

test('a day that exists is a date', () => {
  expect(plainDate('2024-02-29')).toBe('2024-02-29')
})

import { expect, test } from '@jest/globals'
import {
  addCalendarDays,
  addWorkingDays,
  calendarDaysBefore,
  dateDue,
  firstJanuaryAtLeastMonthsAfter,
  halfway,
  isWorkingDay,
  resumeCalendarDue,
  resumeDue,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
  type Calendar,
} from '../../domain/calendar.js'

test('the opening day is not counted and the step is due at 24:00 local of the last day', () => {
  // Opened on Wednesday 4 November at 09:00 in Shanghai; two working days end with Friday the 6th.
  expect(addWorkingDays(shanghai, { from: '2026-11-04T01:00:00Z', days: 2 })).toBe('2026-11-06T16:00:00.000Z')
  // The same moment is still Tuesday evening in New York.
  expect(addWorkingDays(newYork, { from: '2026-11-04T01:00:00Z', days: 2 })).toBe('2026-11-06T05:00:00.000Z')
})

test('National Day week stretches the deadline in China, and its make-up days shorten it', () => {
  // Opened on Wednesday 30 September: 8, 9 and the make-up Saturday 10 October are the first three working days.
  expect(addWorkingDays(shanghai, { from: '2026-09-30T02:00:00Z', days: 3 })).toBe('2026-10-10T16:00:00.000Z')
  expect(isWorkingDay(shanghai, '2026-09-20')).toBe(true)
  expect(addWorkingDays(newYork, { from: '2026-09-30T13:00:00Z', days: 3 })).toBe('2026-10-06T04:00:00.000Z')
})

test('without its make-up days the same deadline in China would fall later', () => {
  const withoutThem = { ...shanghai, workdays: [] }
  expect(addWorkingDays(withoutThem, { from: '2026-09-30T02:00:00Z', days: 3 })).toBe('2026-10-12T16:00:00.000Z')
})

test('the Spring Festival is not counted, the Saturdays around it are', () => {
  // From Friday 13 February: Saturday 14th is worked, then rest until Tuesday 24th.
  expect(addWorkingDays(shanghai, { from: '2026-02-13T02:00:00Z', days: 2 })).toBe('2026-02-24T16:00:00.000Z')
})

test('a date on New Year rolls forward, in China past the weekend to a Sunday that is worked', () => {
  expect(dateDue(shanghai, '2026-01-01')).toBe('2026-01-04T16:00:00.000Z')
  expect(dateDue(newYork, '2026-01-01')).toBe('2026-01-03T05:00:00.000Z')
  expect(dateDue(newYork, '2026-01-02')).toBe('2026-01-03T05:00:00.000Z')
})

test('calendar days count every day and roll forward only at the end', () => {
  // Thirty days after 27 October is Thanksgiving.
  expect(addCalendarDays(newYork, { from: '2026-10-27T14:00:00Z', days: 30 })).toBe('2026-11-28T05:00:00.000Z')
  expect(addCalendarDays(newYork, { from: '2026-10-27T14:00:00Z', days: 29 })).toBe('2026-11-26T05:00:00.000Z')
})

test('a step opened on 29 February counts from there', () => {
  const berlinLeap = { ...berlin, from: '2028-01-01', holidays: [] } as const
  expect(addWorkingDays(berlinLeap, { from: '2028-02-29T11:00:00Z', days: 1 })).toBe('2028-03-01T23:00:00.000Z')
  expect(addCalendarDays(berlinLeap, { from: '2028-02-29T11:00:00Z', days: 365 })).toBe('2029-02-28T23:00:00.000Z')
})

test('a deadline across the change of clocks keeps the local midnight', () => {
  expect(addWorkingDays(newYork, { from: '2026-03-06T15:00:00Z', days: 1 })).toBe('2026-03-10T04:00:00.000Z')
  expect(addWorkingDays(newYork, { from: '2026-10-30T15:00:00Z', days: 1 })).toBe('2026-11-03T05:00:00.000Z')
  expect(addWorkingDays(berlin, { from: '2026-03-27T10:00:00Z', days: 1 })).toBe('2026-03-30T22:00:00.000Z')
  expect(addWorkingDays(berlin, { from: '2026-10-23T10:00:00Z', days: 1 })).toBe('2026-10-26T23:00:00.000Z')
})

test('a step without days is due at the end of the opening day, or of the next working day', () => {
  expect(addWorkingDays(newYork, { from: '2026-11-24T15:00:00Z', days: 0 })).toBe('2026-11-25T05:00:00.000Z')
  expect(addWorkingDays(newYork, { from: '2026-11-26T15:00:00Z', days: 0 })).toBe('2026-11-28T05:00:00.000Z')
})

test('half way counts working days, rounded up', () => {
  const from = '2026-11-02T15:00:00Z'
  const due = (days: number): string => addWorkingDays(newYork, { from, days })
  expect(halfway(newYork, { from, due: due(10) })).toBe(due(5))
  expect(halfway(newYork, { from, due: due(5) })).toBe(due(3))
  expect(halfway(newYork, { from, due: due(1) })).toBe(due(1))
  expect(halfway(newYork, { from, due: from })).toBe(from)
})

test('reminders look back and escalations look forward in working days', () => {
  const due = '2026-11-28T05:00:00.000Z' // the end of Friday 27 November, after Thanksgiving
  expect(workingDaysBefore(newYork, { due, days: 2 })).toBe('2026-11-25T05:00:00.000Z')
  expect(workingDaysBefore(newYork, { due, days: 0 })).toBe(due)
  expect(workingDaysAfter(newYork, { due, days: 1 })).toBe('2026-12-01T05:00:00.000Z')
  expect(workingDaysAfter(newYork, { due, days: 0 })).toBe(due)
})

test('a notice in calendar days goes out on any day', () => {
  const due = dateDue(shanghai, '2026-03-31')
  expect(calendarDaysBefore(shanghai, { due, days: 30 })).toBe('2026-03-01T16:00:00.000Z')
  expect(calendarDaysBefore(shanghai, { due, days: 10 })).toBe('2026-03-21T16:00:00.000Z')
})

test('counting the days between undoes adding them', () => {
  const from = '2026-09-15T02:00:00Z'
  const counts = [0, 1, 7, 30].map((days) =>
    workingDaysBetween(shanghai, { from, to: addWorkingDays(shanghai, { from, days }) }),
  )
  expect(counts).toEqual([0, 1, 7, 30])
  expect(workingDaysBetween(shanghai, { from, to: '2026-09-01T00:00:00Z' })).toBe(0)
})

test('a clock that stood still gets its working days back, and no more', () => {
  const due = addWorkingDays(newYork, { from: '2026-11-02T15:00:00Z', days: 10 }) // the end of 17 November
  // Stopped on Friday 6 November, restarted on Tuesday the 10th: Monday and Tuesday stood still.
  expect(resumeDue(newYork, { due, stoppedAt: '2026-11-06T15:00:00Z', resumedAt: '2026-11-10T15:00:00Z' })).toBe(
    '2026-11-20T05:00:00.000Z',
  )
  expect(resumeDue(newYork, { due, stoppedAt: '2026-11-06T15:00:00Z', resumedAt: '2026-11-06T20:00:00Z' })).toBe(due)
  expect(resumeDue(newYork, { due, stoppedAt: '2026-11-06T15:00:00Z', resumedAt: '2026-11-08T15:00:00Z' })).toBe(due)
})

test('as many working days are left after a stop as before it', () => {
  const stop = { stoppedAt: '2026-09-24T02:00:00Z', resumedAt: '2026-10-09T02:00:00Z' }
  const due = addWorkingDays(shanghai, { from: '2026-09-15T02:00:00Z', days: 20 })
  const left = workingDaysBetween(shanghai, { from: stop.stoppedAt, to: due })
  const moved = resumeDue(shanghai, { due, ...stop })
  expect(workingDaysBetween(shanghai, { from: stop.resumedAt, to: moved })).toBe(left)
})

test('a clock of calendar days gets its calendar days back and rolls forward', () => {
  const due = '2026-11-18T05:00:00.000Z' // the end of Tuesday 17 November
  const stop = { due, stoppedAt: '2026-11-02T15:00:00Z', resumedAt: '2026-11-06T15:00:00Z' }
  expect(resumeCalendarDue(newYork, stop)).toBe('2026-11-24T05:00:00.000Z')
  expect(resumeCalendarDue(newYork, { ...stop, resumedAt: stop.stoppedAt })).toBe(due)
})

test('the first review opens on the first 1 January at least six months after activation', () => {
  const opening = (instant: string): string => firstJanuaryAtLeastMonthsAfter(shanghai, { instant, months: 6 })
  expect(opening('2026-07-01T02:00:00Z')).toBe('2027-01-01')
  expect(opening('2026-07-02T02:00:00Z')).toBe('2028-01-01')
  expect(opening('2026-07-01T16:00:00Z')).toBe('2028-01-01') // already 2 July in Shanghai
  expect(opening('2026-12-31T02:00:00Z')).toBe('2028-01-01')
})

test('impossible counts and a calendar without working days are defects', () => {
  const from = '2026-11-02T15:00:00Z'
  expect(() => addWorkingDays(newYork, { from, days: -1 })).toThrow('-1 is not a number of days')
  expect(() => addCalendarDays(newYork, { from, days: 1.5 })).toThrow('1.5 is not a number of days')
  const idle = { ...newYork, restDays: [1, 2, 3, 4, 5, 6, 7] }
  expect(() => addWorkingDays(idle, { from, days: 1 })).toThrow('has no working day within')
})

const shanghai: Calendar = {
  id: 'CN@Asia/Shanghai',
  zone: 'Asia/Shanghai',
  restDays: [6, 7],
  holidays: [
    ...(['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'] as const),
    ...(['2026-02-20', '2026-02-23', '2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05'] as const),
    ...(['2026-06-19', '2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06'] as const),
    '2026-10-07',
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  offsets: [{ from: '2025-12-31T16:00:00.000Z', minutes: 480 }],
  from: '2026-01-01',
  knownUntil: '2026-12-31',
  version: 'written by hand',
}

const newYork: Calendar = {
  ...shanghai,
  id: 'US@America/New_York',
  zone: 'America/New_York',
  holidays: ['2026-01-01', '2026-11-11', '2026-11-26', '2026-12-25'],
  workdays: [],
  offsets: [
    { from: '2026-01-01T05:00:00.000Z', minutes: -300 },
    { from: '2026-03-08T07:00:00.000Z', minutes: -240 },
    { from: '2026-11-01T06:00:00.000Z', minutes: -300 },
  ],
}

const berlin: Calendar = {
  ...newYork,
  id: 'DE@Europe/Berlin',
  zone: 'Europe/Berlin',
  holidays: ['2026-04-03', '2026-04-06'],
  offsets: [
    { from: '2025-12-31T23:00:00.000Z', minutes: 60 },
    { from: '2026-03-29T01:00:00.000Z', minutes: 120 },
    { from: '2026-10-25T01:00:00.000Z', minutes: 60 },
  ],
}

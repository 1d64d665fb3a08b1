import { expect, test } from '@jest/globals'
import Holidays from 'date-holidays'
import { Temporal } from 'temporal-polyfill'
import { calendarFor } from '../../activities/calendars.js'
import { addWorkingDays, workingDaysBetween, type Calendar } from '../../domain/calendar.js'

const parties = [
  { country: 'CN', zone: 'Asia/Shanghai' },
  { country: 'US', zone: 'America/New_York' },
  { country: 'DE', zone: 'Europe/Berlin' },
  { country: 'IN', zone: 'Asia/Kolkata' },
] as const

test.each(parties)('deadlines of 2024 to 2026 in $zone are those of a walk day by day', (party) => {
  const calendar = calendarFor({ ...party, from: '2024-01-01', months: 36 })
  expect(differences(calendar, independentOracle(party))).toEqual([])
})

test.each(parties)('working days counted back in $zone are those that were added', (party) => {
  const calendar = calendarFor({ ...party, from: '2024-01-01', months: 36 })
  const wrong = starts.filter(
    (from) => workingDaysBetween(calendar, { from, to: addWorkingDays(calendar, { from, days: 20 }) }) !== 20,
  )
  expect(wrong).toEqual([])
})

test('the walk notices a calendar without make-up days and one without summer time', () => {
  const china = calendarFor({ ...parties[0], from: '2024-01-01', months: 36 })
  expect(differences({ ...china, workdays: [] }, independentOracle(parties[0])).length).toBeGreaterThan(100)
  const germany = calendarFor({ ...parties[2], from: '2024-01-01', months: 36 })
  const winter = { ...germany, offsets: germany.offsets.slice(0, 1) }
  expect(differences(winter, independentOracle(parties[2])).length).toBeGreaterThan(100)
})

type Oracle = (from: string, days: number) => string

/** 520 openings, 49 hours and 7 minutes apart, so that every weekday and hour is met; each with several counts. */
const starts = Array.from({ length: 520 }, (_, index) =>
  new Date(Date.UTC(2024, 0, 1) + index * (49 * 60 + 7) * 60_000).toISOString(),
).filter((start) => start < '2026-11-01')

const differences = (calendar: Calendar, oracle: Oracle): readonly string[] =>
  starts.flatMap((from) =>
    [1, 5, 10, 20]
      .filter((days) => addWorkingDays(calendar, { from, days }) !== oracle(from, days))
      .map((days) => `${from} + ${days}`),
  )

const independentOracle = ({ country, zone }: (typeof parties)[number]): Oracle => {
  const isOff = country === 'CN' ? isOffInChina : isOffByTable(country)
  return (from, days) => {
    let date = Temporal.Instant.from(from).toZonedDateTimeISO(zone).toPlainDate()
    for (let left = days; left > 0;) {
      date = date.add({ days: 1 })
      if (!isOff(date)) left -= 1
    }
    return new Date(date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds).toISOString()
  }
}

/** The State Council's arrangements for 2024 to 2026, copied by hand: first and last day off. */
const chinaOff = [
  ['2024-01-01', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-10', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const

const chinaMakesUp: ReadonlySet<string> = new Set(
  [
    '2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12',
    '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11',
    '2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10',
  ].flatMap((year) => year.split(' ')),
)

const isOffInChina = (date: Temporal.PlainDate): boolean => {
  const day = date.toString()
  if (chinaMakesUp.has(day)) return false
  return date.dayOfWeek > 5 || chinaOff.some(([first, last]) => first <= day && day <= last)
}

const isOffByTable = (country: string): ((date: Temporal.PlainDate) => boolean) => {
  const table = new Holidays(country)
  const off = new Set(
    [2024, 2025, 2026, 2027].flatMap((year) =>
      table.getHolidays(year).flatMap(({ type, date }) => (type === 'public' ? [date.slice(0, 10)] : [])),
    ),
  )
  return (date) => date.dayOfWeek > 5 || off.has(date.toString())
}

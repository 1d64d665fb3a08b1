import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { calendarFor } from '../../activities/calendars.js'
import type { Decree } from '../../activities/calendar-decrees.js'
import { isPlainDate } from '../../domain/calendar-date.js'
import { dueDay } from '../../domain/calendar-zone.js'
import {
  addCalendarDays,
  addWorkingDays,
  dateDue,
  isWorkingDay,
  resumeDue,
  workingDaysAfter,
} from '../../domain/calendar.js'
import type { Calendar } from '../../domain/calendar.js'
import { officialDays, type OfficialParty } from './official-days.js'

/**
 * A second opinion on deadlines (R4): a table of the working days of 2024 to 2026, made from lists kept by hand, in which
 * the n-th day is looked up, and the end of a local day found by asking Node's own time zones. Nothing of it is the
 * product's: no walk, no holiday package, no offsets.
 */
const oracleOf = ({ zone, off, makeUp }: OfficialParty) => {
  const days: string[] = []
  for (let at = Date.UTC(2023, 11, 1); at < Date.UTC(2027, 6, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    const weekend = [0, 6].includes(new Date(at).getUTCDay())
    if (makeUp.has(day) || (!weekend && !off.has(day))) days.push(day)
  }
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const localDay = (at: number): string => format.format(at)
  /** The first millisecond whose local day is later, by halving two days. */
  const endOf = (day: string): string => {
    let [before, after] = [Date.parse(day) - 86_400_000, Date.parse(day) + 3 * 86_400_000]
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (localDay(middle) > day) after = middle
      else before = middle
    }
    return new Date(after).toISOString()
  }
  return (from: string, n: number): string => {
    const opened = localDay(Date.parse(from))
    return endOf(days[days.findIndex((day) => day > opened) + n - 1] ?? '')
  }
}

/** 29 February, the hours around each change of clocks, the days before each long holiday, and 1 minute around midnights. */
const starts: readonly string[] = [
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2025-02-28',
  '2026-02-28',
  '2024-03-08',
  '2024-03-09',
  '2024-03-10',
  '2024-03-29',
  '2024-03-30',
  '2024-03-31',
  '2024-10-26',
  '2024-10-27',
  '2024-11-02',
  '2024-11-03',
  '2025-03-08',
  '2025-03-09',
  '2025-03-29',
  '2025-03-30',
  '2025-10-25',
  '2025-10-26',
  '2025-11-01',
  '2025-11-02',
  '2026-03-07',
  '2026-03-08',
  '2026-03-28',
  '2026-03-29',
  '2026-10-24',
  '2026-10-25',
  '2026-10-31',
  '2026-11-01',
  '2024-02-08',
  '2024-09-27',
  '2025-01-24',
  '2025-09-30',
  '2026-02-13',
  '2026-09-18',
  '2024-12-20',
  '2025-04-16',
  '2025-12-23',
  '2026-04-01',
  '2026-07-01',
  '2026-06-18',
  '2024-05-31',
  '2025-08-14',
].flatMap((day) =>
  [
    '00:00',
    '00:59',
    '01:00',
    '03:59',
    '04:00',
    '04:59',
    '05:00',
    '06:30',
    '15:59',
    '16:00',
    '18:29',
    '18:30',
    '22:00',
    '23:00',
  ].map((time) => `${day}T${time}:00.000Z`),
)

const counts = [1, 2, 5, 10, 15, 20, 30]

const differences = (calendar: Calendar, party: OfficialParty): readonly string[] => {
  const oracle = oracleOf(party)
  return starts.flatMap((from) =>
    counts
      .filter((days) => addWorkingDays(calendar, { from, days }) !== oracle(from, days))
      .map((days) => `${from} + ${days}`),
  )
}

/** The years of a party as a decree, for places whose days no package knows: India's feasts follow the moon. */
const decreesOf = ({ country, off }: OfficialParty): readonly Decree[] =>
  country !== 'IN'
    ? []
    : [2024, 2025, 2026].map((year) => ({
        country,
        year,
        source: 'the example of this test',
        workdays: [],
        holidays: [...off].filter(isPlainDate).filter((day) => day.startsWith(`${year}-`)),
      }))

const calendarOf = (party: OfficialParty): Calendar =>
  calendarFor({ country: party.country, zone: party.zone, from: '2024-01-01', months: 42 }, decreesOf(party))

test.each(officialDays)('deadlines of 2024 to 2026 in $zone are those of the lists kept by hand', (party) => {
  expect(starts.length * counts.length).toBeGreaterThan(4000)
  expect(differences(calendarOf(party), party)).toEqual([])
})

test.each(officialDays)('a holiday too few in $zone, or a clock that is never changed, is noticed', (party) => {
  const calendar = calendarOf(party)
  const without = { ...calendar, holidays: calendar.holidays.filter((day) => !day.startsWith('2025')) }
  expect(differences(without, party).length).toBeGreaterThan(20)
  const shifted = calendar.offsets.map((offset) => ({ ...offset, minutes: offset.minutes + 60 }))
  expect(differences({ ...calendar, offsets: shifted }, party).length).toBeGreaterThan(100)
})

test('29 February 2024 counts as a day in each of the four places', () => {
  const due = officialDays.map((party) =>
    addWorkingDays(calendarOf(party), { from: '2024-02-28T12:00:00.000Z', days: 1 }),
  )
  expect(due).toEqual([
    '2024-02-29T16:00:00.000Z',
    '2024-03-01T05:00:00.000Z',
    '2024-02-29T23:00:00.000Z',
    '2024-02-29T18:30:00.000Z',
  ])
})

const calendars = officialDays.map(calendarOf)
const moment = fc
  .integer({ min: Date.UTC(2024, 0, 2), max: Date.UTC(2026, 9, 1) })
  .map((milliseconds) => new Date(milliseconds).toISOString())

test('a deadline never falls on a day on which the acting party does not work', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...calendars),
      moment,
      fc.nat({ max: 60 }),
      fc.nat({ max: 60 }),
      (calendar, from, days, stop) => {
        const works = (due: string): boolean => isWorkingDay(calendar, dueDay(calendar, due))
        const due = addWorkingDays(calendar, { from, days })
        const resumedAt = new Date(Date.parse(from) + stop * 86_400_000).toISOString()
        expect([
          works(due),
          works(addCalendarDays(calendar, { from, days })),
          works(dateDue(calendar, dueDay(calendar, from))),
          works(workingDaysAfter(calendar, { due, days: stop })),
          works(resumeDue(calendar, { due, stoppedAt: from, resumedAt })),
        ]).toEqual([true, true, true, true, true])
      },
    ),
    { seed: 2026, numRuns: 5000 },
  )
})

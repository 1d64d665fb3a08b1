import process from 'node:process'
import { calendarFor } from '../../activities/calendars.js'
import { plainDate } from '../../domain/calendar-date.js'
import type { Calendar } from '../../domain/calendar.js'

/**
 * Ten years of the two sides of the example. Lunar years cost seconds and most test files ask for them, so a run of Jest
 * works them out once (see keeper.ts) and hands them on; whoever asks outside of one works them out.
 */
export const exampleCalendars = (): Readonly<Record<string, Calendar>> => {
  const handed = process.env['CORNERSTONE_TEST_CALENDARS']
  if (handed === undefined) return worked()
  const calendars: Readonly<Record<string, Calendar>> = JSON.parse(handed)
  return calendars
}

const worked = (): Readonly<Record<string, Calendar>> =>
  Object.fromEntries(
    [
      { country: 'US', zone: 'America/New_York' },
      { country: 'CN', zone: 'Asia/Shanghai' },
    ].map((place) => {
      const calendar = calendarFor({ ...place, from: plainDate('2026-06-01'), months: 120 })
      return [calendar.id, calendar]
    }),
  )

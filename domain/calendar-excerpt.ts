import type { PlainDate } from './calendar-date.js'
import type { Calendar } from './calendar.js'

/** The part of a calendar that speaks of some days, for whoever counts between two dates and needs no more. */
export const excerptOf = (calendar: Calendar, { from, to }: { from: PlainDate; to: PlainDate }): Calendar => {
  const within = (date: PlainDate): boolean => from <= date && date <= to
  return { ...calendar, holidays: calendar.holidays.filter(within), workdays: calendar.workdays.filter(within) }
}

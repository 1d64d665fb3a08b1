import { addDays, addMonths, daysFrom, plainDate, weekdayOf, yearOf, type PlainDate } from './calendar-date.js'
import { dueDay, endOfDay, localDate, type ZoneOffset } from './calendar-zone.js'
import type { Instant } from './ids.js'

/**
 * The working days of one acting party, as plain JSON: what differs from the week, for about eighteen months. It is
 * fetched once, kept in the state and never looked up again, so a later holiday decree cannot change a replay.
 */
export interface Calendar {
  /** Country or subdivision and zone, such as `CN@Asia/Shanghai`. */
  readonly id: string
  /** IANA name, for display. */
  readonly zone: string
  /** ISO weekdays normally not worked: Monday is 1, Sunday is 7. */
  readonly restDays: readonly number[]
  /** Dates not worked although their weekday would be, in order. */
  readonly holidays: readonly PlainDate[]
  /** Dates worked although their weekday would not be (China's make-up days), in order. */
  readonly workdays: readonly PlainDate[]
  /** Changes of the offset from UTC; the first covers the start. They reach further than the holidays. */
  readonly offsets: readonly ZoneOffset[]
  readonly from: PlainDate
  /** After this date the lists are provisional or empty, until the year's decree is known. */
  readonly knownUntil: PlainDate
  /** No table has the holidays of the country, so only its weekends are known; absent where one has. */
  readonly weekendsOnly?: true
  /** The sources and a hash of the content. */
  readonly version: string
}

/** Whether the party works on this date. Outside the calendar's span only the weekday speaks. */
export const isWorkingDay = (calendar: Calendar, date: PlainDate): boolean =>
  calendar.restDays.includes(weekdayOf(date)) ? calendar.workdays.includes(date) : !calendar.holidays.includes(date)

/**
 * The due moment of a step that has `days` working days (R4): the local day on which it opens is not counted, and it is
 * due at 24:00 local of day n. With 0 days it is due at the end of the opening day, moved on to a working day.
 */
export const addWorkingDays = (calendar: Calendar, span: { readonly from: Instant; readonly days: number }): Instant =>
  endOfDay(calendar, workingDayAfter(calendar, { date: localDate(calendar, span.from), days: span.days }))

/** The due moment of a step that has `days` calendar days: 24:00 local, rolled forward to a working day (R4). */
export const addCalendarDays = (calendar: Calendar, span: { readonly from: Instant; readonly days: number }): Instant =>
  dateDue(calendar, addDays(localDate(calendar, span.from), counted(span.days)))

/** The due moment of a fixed date: 24:00 local of it, or of the next working day (R4, 8.5). */
export const dateDue = (calendar: Calendar, date: PlainDate): Instant =>
  endOfDay(calendar, nearestWorkingDay(calendar, { date, step: 1 }))

/**
 * The moment at which half of the working days, rounded up, have gone (R4). With one working day that is the due moment
 * itself, and with none too.
 */
export const halfway = (calendar: Calendar, span: { readonly from: Instant; readonly due: Instant }): Instant => {
  const days = workingDaysBetween(calendar, { from: span.from, to: span.due })
  return days === 0 ? span.due : addWorkingDays(calendar, { from: span.from, days: Math.ceil(days / 2) })
}

/**
 * The moment from which exactly `days` whole working days are left, the due day among them: 24:00 local of a working
 * day. Two before a due moment at the end of a Friday is the end of Wednesday.
 */
export const workingDaysBefore = (
  calendar: Calendar,
  span: { readonly due: Instant; readonly days: number },
): Instant => {
  let date = nearestWorkingDay(calendar, { date: dueDay(calendar, span.due), step: -1 })
  for (let left = counted(span.days); left > 0; left -= 1) {
    date = nearestWorkingDay(calendar, { date: addDays(date, -1), step: -1 })
  }
  return endOfDay(calendar, date)
}

/** 24:00 local of the working day that follows the due day by `days`; with 0 days the due moment itself. */
export const workingDaysAfter = (
  calendar: Calendar,
  span: { readonly due: Instant; readonly days: number },
): Instant =>
  span.days === 0
    ? span.due
    : endOfDay(calendar, workingDayAfter(calendar, { date: dueDay(calendar, span.due), days: span.days }))

/** 24:00 local of the date `days` calendar days before the due day. Not rolled: a notice may go out on any day. */
export const calendarDaysBefore = (
  calendar: Calendar,
  span: { readonly due: Instant; readonly days: number },
): Instant => endOfDay(calendar, addDays(dueDay(calendar, span.due), -counted(span.days)))

/**
 * Working days after the local day of `from`, up to the day that `to` closes: the count that `addWorkingDays` undoes.
 * Zero when `to` is not later.
 */
export const workingDaysBetween = (
  calendar: Calendar,
  span: { readonly from: Instant; readonly to: Instant },
): number => workingDaysThrough(calendar, { after: localDate(calendar, span.from), last: dueDay(calendar, span.to) })

/** A clock that stood still (8.5: hold, freeze, redress, force majeure, waiting for the other side). */
export interface Stop {
  readonly due: Instant
  readonly stoppedAt: Instant
  readonly resumedAt: Instant
}

/**
 * The due moment after a stopped clock starts again: the stopped working days are added (8.5). As in R4 the day of the
 * stop counts as used and the day of the restart as stopped, so a stop within one day moves nothing.
 */
export const resumeDue = (calendar: Calendar, stop: Stop): Instant =>
  workingDaysAfter(calendar, {
    due: stop.due,
    days: workingDaysThrough(calendar, {
      after: localDate(calendar, stop.stoppedAt),
      last: localDate(calendar, stop.resumedAt),
    }),
  })

/** As `resumeDue`, for a clock of calendar days such as the slot's 360 (R5): adds calendar days and rolls forward. */
export const resumeCalendarDue = (calendar: Calendar, stop: Stop): Instant => {
  const days = daysFrom(localDate(calendar, stop.stoppedAt), localDate(calendar, stop.resumedAt))
  return days > 0 ? dateDue(calendar, addDays(dueDay(calendar, stop.due), days)) : stop.due
}

/**
 * The first 1 January at least `months` months after a moment, by the party's own dates: the opening of the first
 * yearly review, with 6 months (R10). An activation on 1 July opens the next 1 January, one on 2 July the one after.
 */
export const firstJanuaryAtLeastMonthsAfter = (
  calendar: Calendar,
  span: { readonly instant: Instant; readonly months: number },
): PlainDate => {
  const earliest = addMonths(localDate(calendar, span.instant), span.months)
  const january = newYearOf(yearOf(earliest))
  return january >= earliest ? january : newYearOf(yearOf(earliest) + 1)
}

const newYearOf = (year: number): PlainDate => plainDate(`${String(year).padStart(4, '0')}-01-01`)

const workingDayAfter = (calendar: Calendar, span: { readonly date: PlainDate; readonly days: number }): PlainDate => {
  if (counted(span.days) === 0) return nearestWorkingDay(calendar, { date: span.date, step: 1 })
  let date = span.date
  for (let left = span.days; left > 0; left -= 1) {
    date = nearestWorkingDay(calendar, { date: addDays(date, 1), step: 1 })
  }
  return date
}

/** The date itself or the nearest working day in one direction. A calendar without one is a defect. */
const nearestWorkingDay = (
  calendar: Calendar,
  search: { readonly date: PlainDate; readonly step: 1 | -1 },
): PlainDate => {
  let { date } = search
  for (let away = 0; away <= longestRest; away += 1) {
    if (isWorkingDay(calendar, date)) return date
    date = addDays(date, search.step)
  }
  throw new RangeError(`Calendar ${calendar.id} has no working day within ${longestRest} days of ${search.date}`)
}

const workingDaysThrough = (
  calendar: Calendar,
  span: { readonly after: PlainDate; readonly last: PlainDate },
): number => {
  let count = 0
  for (let date = addDays(span.after, 1); date <= span.last; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1
  }
  return count
}

const counted = (days: number): number => {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is not a number of days; use 0, 1, 2 …`)
  return days
}

/** Longer than any national rest, so that the search ends. */
const longestRest = 60

import type { Moment, TimeAxis } from '../../domain/as-of.js'
import { addDays, isPlainDate, utcOf, type PlainDate } from '../../domain/calendar-date.js'
import { endOfDay, instantOf, localDate, millisecondsOf, type Zone } from '../../domain/calendar-zone.js'
import type { Instant } from '../../domain/ids.js'
import { programmeCalendar } from '../../domain/judge/draft.js'

/**
 * The moment somebody asks about: an instant as it stands, or a date with its whole day, as the programme keeps its days. The
 * ledger keeps milliseconds, so the last one of the day is in and the first of the next is not.
 */
export const askedMoment = (on: string, by: TimeAxis): Moment => {
  if (!isPlainDate(on)) {
    const at = instantOf(millisecondsOf(on))
    return { at, on: localDate(zoneAround(at), at), by }
  }
  return { at: lastOf(on), on, by }
}

/** A period in instants, both within: from the first moment of its first date to the last of its last. */
export const askedPeriod = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => ({
  from: from === undefined ? undefined : firstMoment(from),
  to: to === undefined ? undefined : lastMoment(to),
})

/** The first moment of a day of the programme, where a date begins a period. */
export const firstMoment = (on: string): Instant =>
  isPlainDate(on) ? instantOf(millisecondsOf(lastOf(addDays(on, -1))) + 1) : instantOf(millisecondsOf(on))

/** The last moment of a day of the programme, where a date ends a period. */
export const lastMoment = (on: string): Instant => (isPlainDate(on) ? lastOf(on) : instantOf(millisecondsOf(on)))

const lastOf = (on: PlainDate): Instant => instantOf(millisecondsOf(endOfDay(zoneAround(instantOf(utcOf(on))), on)) - 1)

/**
 * The programme's zone for the days around a moment, looked up once a day at noon in universal time. New York moves its
 * clocks at two in the morning, between a midnight and that noon: no date is read wrongly for the hours between.
 */
const zoneAround = (at: Instant): Zone => {
  const noon = Math.floor(millisecondsOf(at) / day) * day + day / 2
  return {
    offsets: [-2, -1, 0, 1, 2].map((days) => {
      const from = noon + days * day
      return { from: instantOf(from), minutes: minutesAt(from) }
    }),
  }
}

const day = 86_400_000

const minutesAt = (moment: number): number => {
  const shown = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]))
  const { year = '', month = '', day: date = '', hour = '', minute = '' } = shown
  return (Date.parse(`${year.padStart(4, '0')}-${month}-${date}T${hour}:${minute}:00Z`) - moment) / 60_000
}

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: programmeCalendar.zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

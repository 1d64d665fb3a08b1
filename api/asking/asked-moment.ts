import type { Moment, TimeAxis } from '../../domain/as-of.js'
import { addDays, isPlainDate, utcOf, type PlainDate } from '../../domain/calendar-date.js'
import { endOfDay, instantOf, localDate, millisecondsOf, type Zone } from '../../domain/calendar-zone.js'
import type { Instant } from '../../domain/ids.js'
import { programmeCalendar } from '../../domain/judge/draft.js'

/**
 * The moment somebody asks about: an instant as it stands, or a date with its whole day, as the programme keeps its days
 * (domain.md 1). The ledger keeps milliseconds, so the last one of the day is in and the first of the next is not.
 */
export const askedMoment = (on: string, by: TimeAxis): Moment => {
  if (!isPlainDate(on)) {
    const at = instantOf(millisecondsOf(on))
    return { at, on: localDate(zoneAround(at), at), by }
  }
  return { at: lastOf(on), on, by }
}

/** The first moment of a day of the programme, where a date begins a period. */
export const firstMoment = (on: string): Instant =>
  isPlainDate(on) ? instantOf(millisecondsOf(lastOf(addDays(on, -1))) + 1) : instantOf(millisecondsOf(on))

const lastOf = (on: PlainDate): Instant => instantOf(millisecondsOf(endOfDay(zoneAround(instantOf(utcOf(on))), on)) - 1)

/** The programme's zone for the days around a moment: what its clocks showed the day before, and from each hour on since. */
const zoneAround = (at: Instant): Zone => {
  const from = millisecondsOf(at) - 2 * day
  const offsets = Array.from({ length: 120 }, (_, hour) => from + hour * (day / 24)).map((moment) => ({
    from: instantOf(moment),
    minutes: minutesAt(moment),
  }))
  return { offsets: offsets.filter((one, index) => one.minutes !== offsets[index - 1]?.minutes) }
}

const day = 86_400_000

const minutesAt = (moment: number): number => {
  const whole = Math.floor(moment / 60_000) * 60_000
  const shown = Object.fromEntries(clock.formatToParts(whole).map(({ type, value }) => [type, value]))
  const { year = '', month = '', day: date = '', hour = '', minute = '' } = shown
  return (Date.parse(`${year.padStart(4, '0')}-${month}-${date}T${hour}:${minute}:00Z`) - whole) / 60_000
}

const clock = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: programmeCalendar.zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit' },
})

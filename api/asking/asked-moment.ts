import type { Moment, TimeAxis } from '../../domain/as-of.js'
import { addDays, isPlainDate, utcOf, type PlainDate } from '../../domain/calendar-date.js'
import { endOfDay, instantOf, localDate, millisecondsOf, startOfDay } from '../../domain/calendar-zone.js'
import type { Instant } from '../../domain/ids.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { zoneAround } from '../../domain/words/zone-around.js'

/**
 * The moment somebody asks about: an instant as it stands, or a date with its whole day, as the programme keeps its days. The
 * ledger keeps milliseconds, so the last one of the day is in and the first of the next is not.
 */
export const askedMoment = (on: string, by: TimeAxis): Moment => {
  if (!isPlainDate(on)) {
    const at = instantOf(millisecondsOf(on))
    return { at, on: localDate(zoneAround(programmeCalendar.zone, at), at), by }
  }
  return { at: lastOf(on), on, by }
}

/** A period in instants, both within: from the first moment of its first date to the last of its last. */
export const askedPeriod = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => ({
  from: from === undefined ? undefined : firstMoment(from),
  to: to === undefined ? undefined : lastMoment(to),
})

/** The first moment of a day, of the programme where no other place is named; where a date begins a period. */
export const firstMoment = (on: string, zone: string = programmeCalendar.zone): Instant =>
  isPlainDate(on) ? startOfDay(zoneAround(zone, noonOf(on)), on) : instantOf(millisecondsOf(on))

/**
 * When a seat ends, from which moment on nobody acts by it: 24:00 of a date where its side has its days, of the programme where no other
 * place is named; an instant as it stands.
 */
export const endOfSeat = (on: string, zone?: string): Instant =>
  isPlainDate(on) ? firstMoment(addDays(on, 1), zone) : lastMoment(on)

/** The last moment of a day of the programme, where a date ends a period. */
export const lastMoment = (on: string): Instant => (isPlainDate(on) ? lastOf(on) : instantOf(millisecondsOf(on)))

const lastOf = (on: PlainDate): Instant =>
  instantOf(millisecondsOf(endOfDay(zoneAround(programmeCalendar.zone, noonOf(on)), on)) - 1)

/** New York moves its clocks at two in the morning, so that noon is far from every change. */
const noonOf = (on: PlainDate): Instant => instantOf(utcOf(on) + 12 * 3_600_000)

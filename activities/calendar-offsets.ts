import { Temporal } from 'temporal-polyfill'
import type { PlainDate } from '../domain/calendar-date.js'
import { instantOf, type ZoneOffset } from '../domain/calendar-zone.js'

/**
 * The offsets from UTC in a zone, from a year before a span to four years after it, so that the term of a memorandum
 * (three years) is read in the right local time too; at most two a year. Throws RangeError for an unknown zone.
 */
export const offsetsOf = (
  zone: string,
  span: { readonly from: PlainDate; readonly to: PlainDate },
): readonly ZoneOffset[] => {
  const first = Temporal.PlainDate.from(span.from).subtract({ years: 1 }).toZonedDateTime(zone)
  const last = Temporal.PlainDate.from(span.to).add({ years: 4 }).toZonedDateTime(zone).epochMilliseconds
  const offsets: ZoneOffset[] = []
  for (
    let change: Temporal.ZonedDateTime | null = first;
    change !== null && change.epochMilliseconds <= last;
    change = change.getTimeZoneTransition('next')
  ) {
    offsets.push({ from: instantOf(change.epochMilliseconds), minutes: change.offsetNanoseconds / 60e9 })
  }
  return offsets
}

/** The edition of the time-zone data that the offsets come from; they are the runtime's own. */
export const offsetSource = (): string => `tz ${process.versions['tz'] ?? 'unknown'}`

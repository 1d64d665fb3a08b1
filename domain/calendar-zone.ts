import { addDays, fromUtc, utcOf, type PlainDate } from './calendar-date.js'
import type { Instant } from './ids.js'

/** From this moment on, local time runs `minutes` ahead of UTC (behind it when negative). */
export interface ZoneOffset {
  readonly from: Instant
  readonly minutes: number
}

/** The part of a calendar that knows the local time: at least one offset, in order of time. */
export interface Zone {
  readonly offsets: readonly ZoneOffset[]
}

/** The date that a wall calendar in the zone shows at this moment. */
export const localDate = (zone: Zone, instant: Instant): PlainDate => {
  const at = millisecondsOf(instant)
  return fromUtc(at + minutesAt(zone, at) * minute)
}

/** What a clock on the wall in the zone shows at this moment, `09:30`. */
export const localTime = (zone: Zone, instant: Instant): string => {
  const at = millisecondsOf(instant)
  return instantOf(at + minutesAt(zone, at) * minute).slice(11, 16)
}

/**
 * The first moment of a local day. It is midnight, save where the clocks skip midnight (Cairo, Santiago): then it is
 * the first moment that exists on that date. Where midnight comes twice (Havana) it is the first of the two.
 */
export const startOfDay = (zone: Zone, date: PlainDate): Instant => {
  const midnight = utcOf(date)
  const candidates = [midnight - day, midnight + day].map((near) => {
    const minutes = minutesAt(zone, near)
    return { at: midnight - minutes * minute, minutes }
  })
  const existing = candidates.filter(({ at, minutes }) => minutesAt(zone, at) === minutes)
  if (existing.length > 0) return instantOf(Math.min(...existing.map(({ at }) => at)))
  // Neither offset makes a midnight: it fell into the gap, so the day begins with the change itself.
  return instantOf(millisecondsOf(offsetAt(zone, Math.max(...candidates.map(({ at }) => at))).from))
}

/** 24:00 local of a date, which is the first moment of the next one (R4). */
export const endOfDay = (zone: Zone, date: PlainDate): Instant => startOfDay(zone, addDays(date, 1))

/** The local day that a deadline closes: a due moment at 24:00 belongs to the day that ends, not to the one that begins. */
export const dueDay = (zone: Zone, due: Instant): PlainDate => localDate(zone, instantOf(millisecondsOf(due) - 1))

/** Milliseconds since 1970. Throws RangeError for text that is no moment in UTC. */
export const millisecondsOf = (instant: Instant): number => {
  const milliseconds = instant.endsWith('Z') ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(milliseconds)) throw new RangeError(`${JSON.stringify(instant)} is not a moment in UTC, …T…Z`)
  return milliseconds
}

/** The one spelling of a moment, with milliseconds, so that equal moments are equal texts. */
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString()

const minute = 60_000
const day = 86_400_000

const minutesAt = (zone: Zone, at: number): number => offsetAt(zone, at).minutes

/**
 * A moment before the first offset is read with the first, one after the last with the last. Moments are compared as
 * texts, which have one spelling: reading a dozen dates for each question was half of what calendars cost a decision.
 */
const offsetAt = (zone: Zone, at: number): ZoneOffset => {
  const when = instantOf(at)
  const offset = zone.offsets.findLast(({ from }) => from <= when) ?? zone.offsets[0]
  if (offset === undefined) throw new RangeError('A zone needs at least one offset from UTC')
  return offset
}

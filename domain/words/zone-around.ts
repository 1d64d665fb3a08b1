import { instantOf, millisecondsOf, type Zone } from '../calendar-zone.js'
import type { Instant } from '../ids.js'

/**
 * A zone as the runtime knows it for the days around a moment: to say the hour to people, never to judge by it. What is judged by is
 * a calendar that was kept with the version of its time-zone data. Throws RangeError for a zone nobody knows.
 */
export const zoneAround = (zone: string, at: Instant): Zone & { readonly zone: string } => {
  const moment = millisecondsOf(at)
  const moments = [-2, -1, 0, 1, 2].map((days) => moment + days * day)
  return { zone, offsets: moments.map((from) => ({ from: instantOf(from), minutes: minutesAt(zone, from) })) }
}

const day = 86_400_000

/** How many minutes local time is ahead of UTC at a moment, to the minute. */
const minutesAt = (zone: string, moment: number): number => {
  const shown = Object.fromEntries(
    clockOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
  const { year = '', month = '', day: date = '', hour = '', minute = '' } = shown
  const local = Date.parse(`${year.padStart(4, '0')}-${month}-${date}T${hour}:${minute}:00Z`)
  return Math.round((local - Math.floor(moment / 60_000) * 60_000) / 60_000)
}

/** Making a clock takes longer than reading it; there are some hundred zones in the world. */
const clocks = new Map<string, Intl.DateTimeFormat>()

const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  // eslint-disable-next-line no-restricted-globals -- doors alone put moments into words, for people; nothing that is replayed or judged reads this clock
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  clocks.set(timeZone, made)
  return made
}

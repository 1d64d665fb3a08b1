import type { Instant } from '../../domain/ids.js'

/** A date of somebody: until when what is to be done. */
export interface CalendarDate {
  /** By which a calendar knows it again when it was moved. */
  readonly id: string
  readonly at: Instant
  readonly title: string
  readonly link: string
}

interface Calendar {
  readonly name: string
  readonly now: Instant
  readonly dates: readonly CalendarDate[]
}

/** Dates as a calendar takes them (RFC 5545). */
export const datesAsCalendar = ({ name, now, dates }: Calendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cornerstone//Dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...dates.flatMap(({ id, at, title, link }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}`,
      `DTSTAMP:${utc(now)}`,
      `DTSTART:${utc(at)}`,
      `SUMMARY:${escaped(title)}`,
      `URL:${link}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')

const utc = (at: Instant): string => at.replaceAll(/[-:]|\.\d+/g, '')

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n')

const longestLine = 75

/** No line is longer than 75 octets; what goes on begins with a blank, and no sign is torn in two. */
const folded = (line: string): string => {
  const lines: string[] = ['']
  let length = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (length + size > longestLine) {
      lines.push('')
      length = 1
    }
    lines[lines.length - 1] += sign
    length += size
  }
  return lines.join('\r\n ')
}

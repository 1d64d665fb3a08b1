import { plainDate } from '../../domain/calendar-date.js'
import { endOfDay, instantOf, millisecondsOf, startOfDay } from '../../domain/calendar-zone.js'
import { calendarOfSide } from './an-example.js'

/** Words that end something, in a sentence, beside it in a table, or on the line above it. */
const ends = String.raw`(?:at the end of|lapses(?: on)?|[Ee]nds?(?: on)?|[Ll]ast day of (?:its term|the memorandum)|[Cc]loses(?: on)?|due by|(?<!Valid )[Uu]ntil)`
const endsInChinese = '(?:终了|前|止|失效|期满|到期)'
const dayAlone = String.raw`(?:(?:\w+, )?\d{1,2} [A-Z][a-z]+ \d{4}(?!\d*, \d\d:\d\d)|\d{4}-\d\d-\d\d(?!T))`
/** The end of a time told by its day alone: nobody knows where that day ends (R4). */
export const byDayAlone = new RegExp(
  [
    String.raw`${ends}[\s",:]*${dayAlone}`,
    String.raw`\d+年\d+月\d+日(?:（星期.）)?${endsInChinese}`,
    String.raw`(?:截止(?:日期|时间)?|期满|到期|最后一日)[\s",:：]*(?:\d+年\d+月\d+日(?!（星期.）\d|\d+时)|\d{4}-\d\d-\d\d(?!T))`,
  ].join('|'),
  'u',
)

const english = /(\d{1,2}) ([A-Z][a-z]+) (\d{4}), (\d\d):(\d\d) in (Beijing|New York)/g
const chinese = /(\d{4})年(\d{1,2})月(\d{1,2})日(?:（星期.）)?(\d{1,2})时(?:(\d{1,2})分)?（(北京|纽约)时间/g

interface Named {
  readonly said: string
  readonly year: string
  readonly month: string
  readonly day: string
  readonly hour: string
  readonly minute: string
  readonly zone: string
}

const monthOf = (name: string): string => String(new Date(`1 ${name} 2000 UTC`).getUTCMonth() + 1)

const namedIn = (text: string): readonly Named[] => [
  ...[...text.matchAll(english)].map(
    ([said, day = '', month = '', year = '', hour = '', minute = '', zone = '']): Named => ({
      said,
      year,
      month: monthOf(month),
      day,
      hour,
      minute,
      zone,
    }),
  ),
  ...[...text.matchAll(chinese)].map(
    ([said, year = '', month = '', day = '', hour = '', minute = '0', zone = '']): Named => ({
      said,
      year,
      month,
      day,
      hour,
      minute,
      zone,
    }),
  ),
]

/** When that is, as whoever is there reads it: the end of a day is 24:00 of it. */
const instantSaid = ({ year, month, day, hour, minute, zone }: Named): string => {
  const calendar = calendarOfSide(zone === 'Beijing' || zone === '北京' ? 'partner' : 'programme')
  const date = plainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (hour === '24') return endOfDay(calendar, date)
  const minutes = Number(hour) * 60 + Number(minute)
  return instantOf(millisecondsOf(startOfDay(calendar, date)) + minutes * 60_000)
}

/** Every instant that somebody has on file, to the minute, as people read it. */
export const instantsIn = (...things: readonly unknown[]): ReadonlySet<string> =>
  new Set([...JSON.stringify(things).matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d/g)].map(([minute]) => minute))

/**
 * What is told of ends otherwise than it is: an end by its day alone, and a day with an hour at which nothing ends or happens. A day that
 * outlasts the instant that is due is one of these: its end is on nobody's file.
 */
export const toldOtherwise = (text: string, known: ReadonlySet<string>): readonly string[] => [
  ...(byDayAlone.exec(text)?.slice(0, 1) ?? []),
  ...namedIn(text)
    .filter((named) => !known.has(instantSaid(named).slice(0, 16)))
    .map(({ said }) => said),
]

/** How many moments with their hour and place stand in a text. */
export const momentsIn = (text: string): number => namedIn(text).length

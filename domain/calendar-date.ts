/**
 * A calendar date without a zone, `YYYY-MM-DD`. The pattern keeps instants and free text out at compile time;
 * text from outside goes through `plainDate`, which also refuses a 30 February.
 */
export type PlainDate = `${number}-${number}-${number}`

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Checks text that should be a date. Throws RangeError for anything but an existing day of the years 0001–9999. */
export const plainDate = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new RangeError(`${JSON.stringify(text)} is not a date; write one like 2026-10-08`)
  return text
}

/** Whether text is an existing day written `YYYY-MM-DD`. */
export const isPlainDate = (text: string): text is PlainDate =>
  isDateForm(text) && !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString().startsWith(text)

/** The date `days` later; negative counts go back. */
export const addDays = (date: PlainDate, days: number): PlainDate => fromUtc(utcOf(date) + days * dayLength)

/** Days from one date to another; negative when the second is earlier. */
export const daysFrom = (first: PlainDate, second: PlainDate): number => (utcOf(second) - utcOf(first)) / dayLength

/**
 * The same day `months` later. A day that the month lacks becomes its last day: 31 August plus six months is
 * 28 February, or the 29th in a leap year. Always count from the first date, never from a result, so that the 31st
 * comes back where it exists.
 */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const first = new Date(utcOf(date))
  const month = first.getUTCMonth() + months
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), month + 1, 0)).getUTCDate()
  return fromUtc(Date.UTC(first.getUTCFullYear(), month, Math.min(first.getUTCDate(), lastDay)))
}

/**
 * The same day `years` later. 29 February becomes 28 February in a common year, so an anniversary never slips into
 * March; counted from the first date it is the 29th again in the next leap year.
 */
export const addYears = (date: PlainDate, years: number): PlainDate => addMonths(date, years * 12)

/** The ISO weekday of a date. */
export const weekdayOf = (date: PlainDate): Weekday => weekdays[new Date(utcOf(date)).getUTCDay()] ?? 7

/** The year of a date as a number. */
export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4))

/** Milliseconds of UTC midnight of a date: a day number for arithmetic, not the moment that the day begins anywhere. */
export const utcOf = (date: PlainDate): number => Date.parse(date)

/** The date on which a UTC millisecond count falls; the reverse of `utcOf`. */
export const fromUtc = (milliseconds: number): PlainDate => {
  // Put together from its parts: counting days asks this at each of them, and `toISOString` takes six times as long.
  const date = new Date(milliseconds)
  const year = date.getUTCFullYear()
  const text = `${String(year).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  if (!isDateForm(text)) throw new RangeError(`${text} lies outside the years 0001 to 9999`)
  return text
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

const isDateForm = (text: string): text is PlainDate => /^\d{4}-\d{2}-\d{2}$/.test(text)
const dayLength = 86_400_000
const weekdays = [7, 1, 2, 3, 4, 5, 6] as const

import { InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import { z } from 'zod'
import { dateOrInstant } from '../api/contract/asking.js'

/**
 * Reads a moment, wherever a verb asks for one: a date of the programme or an instant. What a date means is told by the API
 * (its whole day in New York), so that the keyboard and everybody else are answered alike. Refuses anything else as a wrong use.
 */
export const moment = (text: string): string => {
  if (dateOrInstant.safeParse(text).success) return text
  throw notAllowed(text, 'a date such as 2027-03-01, or an instant in UTC such as 2027-03-01T08:00:00Z')
}

/** Reads a date that is a day on paper or of a calendar, and no moment. Refuses anything else as a wrong use. */
export const date = (text: string): string => {
  if (z.iso.date().safeParse(text).success) return text
  throw notAllowed(text, 'a date such as 2027-03-01')
}

const notAllowed = (got: string, allowed: string): InvalidArgumentError =>
  new InvalidArgumentError(`${got} was got; allowed is ${allowed}; type one of these.`)

/** What a date means where a moment is asked, as the help of a verb says it. */
export const dayBegins = 'the beginning of its day in New York'
export const dayEnds = 'the end of its day in New York'

/** The options by which a verb that lists is asked for a period; both ends are within. */
export const periodOptions = (command: Command): Command =>
  command
    .addOption(new Option('--from <moment>', `only from then on; a date from ${dayBegins}`).argParser(moment))
    .addOption(new Option('--to <moment>', `only to then; a date to ${dayEnds}`).argParser(moment))

import process from 'node:process'
import Table from 'cli-table3'
import pc from 'picocolors'
import type { Locale } from '../domain/locale.js'
import { momentInWords } from '../domain/words/hours.js'
import { spoken, word } from './tongue.js'
import type { CliWord } from './words.js'

/** Writes the result of a verb: one JSON document with `--json`, else the text a person reads. */
export const print = (result: unknown, { json, text }: { json: boolean | undefined; text: () => string }): void => {
  process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : `${text()}\n`)
}

/** A plain table with a head, as wide as it needs to be. */
export const table = (
  head: readonly (CliWord | '')[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string => {
  const drawn = new Table({ head: head.map((one) => (one === '' ? '' : word(one))), style: { head: [], border: [] } })
  for (const row of rows) drawn.push(row.map((cell) => String(cell ?? '')))
  return drawn.toString()
}

/** A line of progress, beside the result. */
export const progress = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** One line about what went wrong. */
export const complain = (line: string): void => {
  process.stderr.write(`${pc.red('cornerstone:')} ${line}\n`)
}

/** An instant with date and hour where the place is and where the programme is (R4), to the minute, which is as fine as people plan. */
export const when = (instant: string | null, { zone, language = spoken() }: ReadIn = {}): string =>
  instant === null ? '–' : momentInWords(instant, zone ?? undefined)[language]

/** Where the place is, if it is of one, and in which language it is told. */
export interface ReadIn {
  readonly zone?: string | null | undefined
  readonly language?: Locale
}

/** A person with the name where it may be read, in the language that is spoken. */
export const personOf = ({
  person,
  name,
}: {
  readonly person: string | null
  readonly name: PersonName | null
}): string => {
  if (person === null) return '–'
  return name === null ? person : `${spoken() === 'en' ? name.en : name.local} (${person})`
}

interface PersonName {
  readonly en: string
  readonly local: string
}

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isPlainDate, yearOf, type PlainDate } from '../domain/calendar-date.js'
import { packageVersion } from './calendar-packages.js'
import { defined } from '../domain/values/defined.js'

/** The official arrangement of one country's or subdivision's holidays in one year. It lists the whole year. */
export interface Decree {
  readonly country: string
  readonly subdivision?: string
  readonly year: number
  /** Title, address or package from which the dates were taken. */
  readonly source: string
  /** Every date off, weekends in or out. */
  readonly holidays: readonly PlainDate[]
  /** Every rest day that is worked. */
  readonly workdays: readonly PlainDate[]
}

/**
 * Countries that fix their holidays year by year: without a decree their calendar is provisional. The rule table knows
 * none of India's feasts that follow the moon, and China's make-up days follow no rule.
 */
export const countriesRuledByDecree: readonly string[] = ['CN', 'IN']

/** China's yearly arrangements by the State Council, as far as the package knows them. */
export const chineseDecrees = (): readonly Decree[] => {
  const { holidays, workdays } = chineseDays()
  const source = `chinese-days ${packageVersion('chinese-days')}`
  return [...new Set(holidays.map(yearOf))].map((year) => ({
    country: 'CN',
    year,
    source,
    holidays: holidays.filter((date) => yearOf(date) === year),
    workdays: workdays.filter((date) => yearOf(date) === year),
  }))
}

/**
 * Reads the decrees that an office keeps by hand as `*.json` in a folder, for a year that the packages do not know yet;
 * `data/holidays/README.md` shows the form. Throws RangeError naming the file that does not keep to it.
 */
export const decreesIn = (folder: string): readonly Decree[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => decreeFrom(name, JSON.parse(readFileSync(join(folder, name), 'utf8'))))

const decreeFrom = (name: string, content: unknown): Decree => {
  const { country, subdivision, year, source } = isRecord(content) ? content : {}
  const [holidays, workdays] = [datesUnder(content, 'holidays'), datesUnder(content, 'workdays')]
  const wellFormed = typeof country === 'string' && typeof year === 'number' && typeof source === 'string'
  if (!wellFormed || holidays.length === 0 || [...holidays, ...workdays].some((date) => yearOf(date) !== year)) {
    throw new RangeError(
      `${name} is no holiday decree: it needs country, year, source and lists of that year's holidays and workdays`,
    )
  }
  return {
    country,
    year,
    source,
    holidays,
    workdays,
    ...defined({ subdivision: typeof subdivision === 'string' ? subdivision : undefined }),
  }
}

/**
 * Read from the package's data file, not through its functions: those build their tables in the process's own zone, so
 * west of Greenwich every answer is a day off.
 */
const chineseDays = (): Pick<Decree, 'holidays' | 'workdays'> => {
  const file: unknown = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json')
  return { holidays: datesUnder(file, 'holidays'), workdays: datesUnder(file, 'workdays') }
}

/** The dates in a list, or the keys of a table by date, in order. */
const datesUnder = (content: unknown, key: string): readonly PlainDate[] => {
  const entries = isRecord(content) ? content[key] : undefined
  const texts: readonly unknown[] = Array.isArray(entries) ? entries : isRecord(entries) ? Object.keys(entries) : []
  return texts.map((text) => checkedDate(text)).sort()
}

const checkedDate = (text: unknown): PlainDate => {
  if (typeof text !== 'string' || !isPlainDate(text)) throw new RangeError(`${String(text)} is not a date`)
  return text
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

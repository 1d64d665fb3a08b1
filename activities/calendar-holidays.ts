import Holidays, { type HolidaysTypes } from 'date-holidays'
import { addDays, yearOf, type PlainDate } from '../domain/calendar-date.js'
import { localDate, millisecondsOf, startOfDay, type Zone } from '../domain/calendar-zone.js'
import { packageVersion } from './calendar-packages.js'

export interface Region {
  readonly country: string
  readonly subdivision?: string
  readonly zone: string
}

/** Whether the package has a table for this country code. */
export const knowsCountry = (country: string): boolean => Object.hasOwn(new Holidays().getCountries('en'), country)

/** Whether the package has days of this subdivision's own. */
export const knowsSubdivision = (country: string, subdivision: string): boolean =>
  // The package's types promise an object, but it answers undefined for a country without subdivisions.
  Object.hasOwn(new Holidays().getStates(country, 'en') ?? {}, subdivision)

/**
 * Dates from `from` to `to` that are public holidays in the region. Substitute days count beside the day they stand for, and
 * a feast of several days, or one that begins at sunset, counts on each date whose office hours it covers; half days
 * and bank, school and optional days do not. None for a country without a table.
 */
export const publicHolidays = (
  region: Region,
  span: Zone & { readonly from: PlainDate; readonly to: PlainDate },
): ReadonlySet<PlainDate> => {
  const dates = new Set<PlainDate>()
  if (!knowsCountry(region.country)) return dates
  // One year more on either side: a substitute for 1 January can fall on 31 December.
  for (let year = yearOf(span.from) - 1; year <= yearOf(span.to) + 1; year += 1) {
    for (const holiday of publicIn(region, year)) {
      for (const date of officeDaysOf(holiday, span)) dates.add(date)
    }
  }
  return dates
}

/** Name and version of the package; its data are licensed CC-BY-3.0 and ask to be named. */
export const ruleSource = (): string => `date-holidays ${packageVersion('date-holidays')}`

interface Known {
  readonly rules: Holidays
  readonly years: Map<number, readonly HolidaysTypes.Holiday[]>
}

/** By region and zone. The package reads all its rules each time, and a lunar year costs it a tenth of a second. */
const known = new Map<string, Known>()

const publicIn = (region: Region, year: number): readonly HolidaysTypes.Holiday[] => {
  const { rules, years } = knownOf(region)
  const found = years.get(year) ?? rules.getHolidays(year, 'en').filter(({ type }) => type === 'public')
  years.set(year, found)
  return found
}

const knownOf = ({ country, subdivision = '', zone }: Region): Known => {
  const key = `${country}-${subdivision}@${zone}`
  const found = known.get(key)
  if (found !== undefined) return found
  const rules = new Holidays(country, subdivision, '', { timezone: zone })
  if (country === 'CN') correctChina(rules)
  const made = { rules, years: new Map<number, readonly HolidaysTypes.Holiday[]>() }
  known.set(key, made)
  return made
}

/**
 * The package still has China's statutory days as before the revision in force since 2025, which added a fourth day of
 * the Spring Festival and a second of Labour Day; and it gives everyone the day that is the children's.
 */
const correctChina = (china: Holidays): void => {
  china.setHoliday('chinese 01-0-03', { name: 'Spring Festival', type: 'public' })
  china.setHoliday('05-02', { name: 'Labour Day', type: 'public' })
  china.unsetRule('06-01')
}

const officeDaysOf = (holiday: HolidaysTypes.Holiday, zone: Zone): readonly PlainDate[] => {
  const dates: PlainDate[] = []
  const last = localDate(zone, holiday.end.toISOString())
  for (let date = localDate(zone, holiday.start.toISOString()); date <= last; date = addDays(date, 1)) {
    const midnight = millisecondsOf(startOfDay(zone, date))
    const covered = holiday.start.getTime() <= midnight + opens && holiday.end.getTime() >= midnight + closes
    if (covered) dates.push(date)
  }
  return dates
}

const opens = 9 * 3_600_000
const closes = 17 * 3_600_000

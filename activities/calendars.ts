import { createHash } from 'node:crypto'
import { addDays, addMonths, isPlainDate, weekdayOf, yearOf, type PlainDate } from '../domain/calendar-date.js'
import type { Zone } from '../domain/calendar-zone.js'
import type { Calendar } from '../domain/calendar.js'
import { chineseDecrees, countriesRuledByDecree, type Decree } from './calendar-decrees.js'
import { knowsCountry, publicHolidays, ruleSource, knowsSubdivision, type Region } from './calendar-holidays.js'
import { offsetSource, offsetsOf } from './calendar-offsets.js'
import { restDaysOf } from './calendar-weekends.js'
import { defined } from '../domain/values/defined.js'

export interface CalendarRequest {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** The part of the ISO 3166-2 code after the hyphen; ignored where the sources make no difference. */
  readonly subdivision?: string
  /** IANA name. */
  readonly zone: string
  readonly from: PlainDate
  /** Length of the span in which exceptions are listed. */
  readonly months?: number
}

/**
 * Builds the working-day calendar of one acting party (8.5) from the packages and, where given, from decrees kept as
 * data; the same request and sources always give the same calendar. A year for which there is a decree follows the
 * decree alone. Where days are fixed year by year (China, India) `knownUntil` is the end of the last year decreed, and
 * the days after it are the statutory ones, provisional until then.
 *
 * A country without a holiday table works with its weekends alone, and the calendar says so. Throws RangeError for a code
 * that is no country's, a zone that does not exist and a malformed date.
 */
export const calendarFor = (request: CalendarRequest, given: readonly Decree[] = []): Calendar => {
  const region = regionOf(request, given)
  const to = addMonths(request.from, request.months ?? 18)
  const offsets = offsetsOf(region.zone, { from: request.from, to })
  const span = { from: request.from, to, offsets, decrees: decreesOf(region, given) }
  const content = {
    id: `${[region.country, region.subdivision].filter(Boolean).join('-')}@${region.zone}`,
    zone: region.zone,
    restDays: restDaysOf(region.country),
    ...exceptions(region, span),
    offsets,
    from: span.from,
    knownUntil: knownUntil(region.country, span),
    ...defined({ weekendsOnly: hasHolidays(region.country, span) ? undefined : (true as const) }),
  }
  return { ...content, version: versionOf(content, span.decrees) }
}

interface Span extends Zone {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly decrees: ReadonlyMap<number, Decree>
}

const regionOf = (request: CalendarRequest, given: readonly Decree[]): Region => {
  const { country, subdivision, zone, from } = request
  if (!isPlainDate(from)) throw new RangeError(`${JSON.stringify(from)} is not a date; write one like 2026-10-08`)
  if (!knowsCountry(country) && !isCountry(country)) {
    throw new RangeError(`${JSON.stringify(country)} is no country; use ISO 3166-1 alpha-2, as CN`)
  }
  const decreed = given.some((decree) => decree.country === country && decree.subdivision === subdivision)
  const matters = subdivision !== undefined && (decreed || knowsSubdivision(country, subdivision))
  return { country, zone, ...defined({ subdivision: matters ? subdivision : undefined }) }
}

/** By year. A given decree wins over a packaged one, and one for the subdivision over one for the country. */
const decreesOf = (region: Region, given: readonly Decree[]): ReadonlyMap<number, Decree> => {
  const packaged = region.country === 'CN' ? chineseDecrees() : []
  const nationwide = given.filter(({ country, subdivision }) => country === region.country && subdivision === undefined)
  const local = given.filter(
    ({ country, subdivision }) => country === region.country && subdivision && subdivision === region.subdivision,
  )
  return new Map([...packaged, ...nationwide, ...local].map((decree) => [decree.year, decree]))
}

const exceptions = (region: Region, span: Span): Pick<Calendar, 'holidays' | 'workdays'> => {
  const restDays = restDaysOf(region.country)
  const official = publicHolidays(region, span)
  const dates = datesOf(span)
  const off = (date: PlainDate): boolean =>
    span.decrees.get(yearOf(date))?.holidays.includes(date) ?? official.has(date)
  return {
    holidays: dates.filter((date) => !restDays.includes(weekdayOf(date)) && off(date)),
    workdays: dates.filter(
      (date) => restDays.includes(weekdayOf(date)) && span.decrees.get(yearOf(date))?.workdays.includes(date) === true,
    ),
  }
}

/** Whether a table or a decree says anything of the days between weekends. */
const hasHolidays = (country: string, { decrees }: Span): boolean => knowsCountry(country) || decrees.size > 0

/** What is not known is answered with nothing. */
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined

const datesOf = ({ from, to }: Pick<Span, 'from' | 'to'>): readonly PlainDate[] => {
  const dates: PlainDate[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** The day before the span when nothing in it is decreed yet. */
const knownUntil = (country: string, span: Span): PlainDate => {
  if (!countriesRuledByDecree.includes(country)) return span.to
  const unknown = datesOf(span).find((date) => !span.decrees.has(yearOf(date)))
  return unknown === undefined ? span.to : addDays(unknown, -1)
}

const versionOf = (content: Omit<Calendar, 'version'>, decrees: ReadonlyMap<number, Decree>): string => {
  const years = [content.from, content.knownUntil].map(yearOf)
  const used = [...decrees.values()].filter(({ year }) => year >= Math.min(...years) && year <= Math.max(...years))
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
  return [ruleSource(), ...new Set(used.map(({ source }) => source)), offsetSource(), `sha256:${hash}`].join('; ')
}

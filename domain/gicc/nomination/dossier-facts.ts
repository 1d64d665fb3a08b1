import { addYears, plainDate, yearOf, type PlainDate } from '../../calendar-date.js'
import { dossierParts, type DossierFacts } from '../../facts.js'
import { isKeyed } from '../../form/kinds/kind.js'
import type { FactRead, ReadRow, ReadValue, ReadValues } from '../../form/read-values.js'
import type { Sha256 } from '../../ids.js'
import { declarations } from './dossier-declarations.js'

/** What a dossier does not say of itself: its hash, until when organisations had time to be founded, and what money is worth. */
interface Beside {
  readonly dossierHash: Sha256
  /** The last day of the call: full years of the cluster organisation are counted until then (G2). */
  readonly callEnds: PlainDate
  /** CNY for one unit of another currency; a currency that is not in it counts in no gate. */
  readonly cnyPer: Readonly<Record<string, number>>
}

/** What the gates read of a dossier (6.1), from what the engine reads of its form. Whatever is lacking counts as not shown. */
export const dossierFactsOf = (read: ReadValues, { dossierHash, callEnds, cnyPer }: Beside): DossierFacts => {
  const years = yearsOf(read)
  return {
    parts: dossierParts.filter((part) => !textsIn(read['lacking']).includes(`p${part}`)),
    dossierHash,
    clusterBodyYears: fullYears(read['registered_on'], callEnds),
    yearsOfData: years.filter(({ output, firms, exports }) => isThere(output) && isThere(firms) && isThere(exports))
      .length,
    leadIndustryShare: leadShareOf(years),
    outputCnyBn: outputsOf(years, rateOf(read['currency'], cnyPer)),
    memberFirms: numberIn(read['members.active_firms']),
    incidents: numberIn(read['incidents.severe']),
    coFunding: rowsIn(read['lines']).some(isCashOfYearOne),
    declarationsSigned: numberIn(read['declarations.signed']) === declarations.length,
  }
}

const measures = ['output', 'lead_output', 'exports', 'firms'] as const
type Measure = (typeof measures)[number]
/** A year with the figures of it that count. */
type YearOfData = { readonly year: number } & Readonly<Partial<Record<Measure, number>>>

/** The years of part 3, newest first, each with its figures that were counted and are shown by class 1 to 3 (8.6). */
const yearsOf = (read: ReadValues): readonly YearOfData[] => {
  const given = rowsIn(read['data']).flatMap(({ cells }) =>
    measures.flatMap((measure) => {
      const fact = factIn(cells[measure])
      return fact?.nature === 'actual' && fact.evidence <= 3 ? [{ measure, ...fact }] : []
    }),
  )
  const years = [...new Set(given.map(({ year }) => year))].sort((one, other) => other - one)
  return years.map((year) => ({
    year,
    ...Object.fromEntries(
      measures.flatMap((measure) => {
        const values = given.filter((one) => one.year === year && one.measure === measure).map(({ value }) => value)
        // Of two figures nobody reconciled, the less favourable counts: whoever gains by one has to prove it.
        return values.length === 0 ? [] : [[measure, Math.min(...values)]]
      }),
    ),
  }))
}

/** The share in the newest year that has both figures; more of a part than of the whole shows nothing. */
const leadShareOf = (years: readonly YearOfData[]): number => {
  const share = years.flatMap(({ output, lead_output: lead }) =>
    output !== undefined && output > 0 && lead !== undefined ? [lead / output] : [],
  )[0]
  return share === undefined || share > 1 ? 0 : share
}

const outputsOf = (years: readonly YearOfData[], rate: number | undefined): readonly number[] =>
  rate === undefined ? [] : years.flatMap(({ output }) => (output === undefined ? [] : [(output * rate) / 1e9]))

const rateOf = (currency: unknown, cnyPer: Beside['cnyPer']): number | undefined =>
  currency === 'CNY' ? 1 : typeof currency === 'string' ? cnyPer[currency] : undefined

/** Full years from one day to another; null: there is no first day. */
const fullYears = (since: unknown, until: PlainDate): number | null => {
  if (typeof since !== 'string') return null
  const from = plainDate(since)
  const years = yearOf(until) - yearOf(from)
  return Math.max(0, addYears(from, years) > until ? years - 1 : years)
}

const isCashOfYearOne = ({ cells }: ReadRow): boolean =>
  cells['year'] === 'year_1' && cells['form'] === 'cash' && amountIn(cells['amount']) > 0

const isThere = (value: number | undefined): boolean => value !== undefined
const numberIn = (value: ReadValue | undefined): number => (typeof value === 'number' ? value : 0)
const textsIn = (value: ReadValue | undefined): readonly unknown[] => (Array.isArray(value) ? value : [])
const amountIn = (value: unknown): number => {
  const amount = isKeyed(value) ? value['amount'] : undefined
  return typeof amount === 'number' ? amount : 0
}

const rowsIn = (value: ReadValue | undefined): readonly ReadRow[] => (Array.isArray(value) ? value.filter(isRow) : [])

const isRow = (value: unknown): value is ReadRow => isKeyed(value) && isKeyed(value['cells'])

const factIn = (value: unknown): FactRead | undefined => (isFact(value) ? value : undefined)

const isFact = (value: unknown): value is FactRead =>
  isKeyed(value) && typeof value['value'] === 'number' && typeof value['year'] === 'number' && 'nature' in value

import { addYears, plainDate, yearOf, type PlainDate } from '../../calendar-date.js'
import { dossierParts, type DossierFacts } from '../../facts.js'
import type { ReadValues } from '../../form/read-values.js'
import { factIn, idsIn, moneyIn, numberIn, rowsIn, type ReadCells } from '../../form/rows.js'
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
    parts: dossierParts.filter((part) => !idsIn(read['lacking']).includes(`p${part}`)),
    dossierHash,
    clusterBodyYears: fullYears(read['registered_on'], callEnds),
    yearsOfData: years.filter(({ output, firms, exports }) => isThere(output) && isThere(firms) && isThere(exports))
      .length,
    leadIndustryShare: leadShareOf(years),
    outputCnyBn: outputsOf(years, rateOf(read['currency'], cnyPer)),
    memberFirms: numberIn(read['members.active_firms']),
    incidents: numberIn(read['incidents.severe']),
    coFunding: rowsIn(read, 'lines').some(isCashOfYearOne),
    declarationsSigned: numberIn(read['declarations.signed']) === declarations.length,
  }
}

const measures = ['output', 'lead_output', 'exports', 'firms'] as const
type Measure = (typeof measures)[number]
/** A year with the figures of it that count. */
type YearOfData = { readonly year: number } & Readonly<Partial<Record<Measure, number>>>

/** The years of part 3, newest first, each with its figures that were counted and are shown by class 1 to 3 (8.6). */
const yearsOf = (read: ReadValues): readonly YearOfData[] => {
  const given = rowsIn(read, 'data').flatMap((cells) =>
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

const isCashOfYearOne = (line: ReadCells): boolean =>
  line['year'] === 'year_1' && line['form'] === 'cash' && (moneyIn(line['amount'])?.amount ?? 0) > 0

const isThere = (value: number | undefined): boolean => value !== undefined

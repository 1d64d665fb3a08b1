import { addYears, plainDate, yearOf, type PlainDate } from '../../calendar-date.js'
import { dossierParts, type DossierFacts } from '../../facts.js'
import type { ReadValues } from '../../form/read-values.js'
import { factIn, idsIn, moneyIn, numberIn, rowsIn, type ReadCells } from '../../form/rows.js'
import type { Sha256 } from '../../ids.js'
import { defined } from '../../values/defined.js'
import { declarations } from './dossier-declarations.js'

/** What a dossier does not say of itself: its hash, and until when organisations had time to be founded. */
interface Beside {
  readonly dossierHash: Sha256
  /** The last day of the call: full years of the cluster organisation are counted until then (G2). */
  readonly callEnds: PlainDate
}

/** What the gates read of a dossier (6.1), from what the engine reads of its form. Whatever is lacking counts as not shown. */
export const dossierFactsOf = (read: ReadValues, { dossierHash, callEnds }: Beside): DossierFacts => {
  const years = yearsOf(read)
  return {
    parts: dossierParts.filter((part) => !idsIn(read['lacking']).includes(`p${part}`)),
    dossierHash,
    oneAuthority: answersForAll(read),
    clusterBodyYears: fullYears(read['registered_on'], callEnds),
    yearsOfData: years.filter(({ output, firms, exports }) => isThere(output) && isThere(firms) && isThere(exports))
      .length,
    leadIndustryShare: leadShareOf(years),
    // No rate is official for all: output in another currency is read by the officer, with the rate as proof (6.1).
    outputCnyBn: read['currency'] === 'CNY' ? outputsOf(years) : [],
    memberFirms: numberIn(read['members.active_firms']),
    incidents: numberIn(read['incidents.severe']),
    coFunding: rowsIn(read, 'lines').some(isCashOfYearOne),
    declarationsSigned: numberIn(read['declarations.signed']) === declarations.length,
  }
}

/** The only authority there is, or one that leads with a written mandate of each other (G1). */
const answersForAll = (read: ReadValues): boolean => {
  const others = numberIn(read['other_authorities'])
  const isMandated = others > 0 && numberIn(read['mandates.given']) >= others
  return read['authority_basis'] === 'sole' || (read['authority_basis'] === 'lead' && isMandated)
}

const measures = ['output', 'lead_output', 'exports', 'firms'] as const
type Measure = (typeof measures)[number]
/** A year with the figures of it that count, and the largest output anybody says it had. */
type YearOfData = { readonly year: number; readonly most?: number } & Readonly<Partial<Record<Measure, number>>>

/** The years of part 3, newest first, each with its figures that were counted and are shown by class 1 to 3 (8.6). */
const yearsOf = (read: ReadValues): readonly YearOfData[] => {
  const given = rowsIn(read, 'data').flatMap((cells) =>
    measures.flatMap((measure) => {
      const fact = factIn(cells[measure])
      return fact?.nature === 'actual' && fact.evidence <= 3 ? [{ measure, ...fact }] : []
    }),
  )
  const years = [...new Set(given.map(({ year }) => year))].sort((one, other) => other - one)
  return years.map((year) => {
    const valuesOf = (measure: Measure) =>
      given.filter((one) => one.year === year && one.measure === measure).map(({ value }) => value)
    const outputs = valuesOf('output')
    return {
      year,
      ...defined({ most: outputs.length === 0 ? undefined : Math.max(...outputs) }),
      ...Object.fromEntries(
        measures.flatMap((measure) => {
          const values = valuesOf(measure)
          // Of two figures nobody reconciled, the less favourable counts: whoever gains by one has to prove it (8.6).
          return values.length === 0 ? [] : [[measure, Math.min(...values)]]
        }),
      ),
    }
  })
}

/**
 * The share in the newest year that has both figures; more of a part than of the whole shows nothing. Where sources differ, the
 * smallest part is held against the largest whole (8.6).
 */
const leadShareOf = (years: readonly YearOfData[]): number => {
  const share = years.flatMap(({ most: output = 0, lead_output: lead }) =>
    output > 0 && lead !== undefined ? [lead / output] : [],
  )[0]
  return share === undefined || share > 1 ? 0 : share
}

const outputsOf = (years: readonly YearOfData[]): readonly number[] =>
  years.flatMap(({ output }) => (output === undefined ? [] : [output / 1e9]))

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

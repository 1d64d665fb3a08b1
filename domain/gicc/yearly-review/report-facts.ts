import { daysFrom, isPlainDate, plainDate } from '../../calendar-date.js'
import type { ProgrammeRecordFacts, ReportedGovernance, ReportFacts } from '../../facts.js'
import type { IndicatorValue } from '../../figures.js'
import type { FactRead, ReadValues } from '../../form/read-values.js'
import { factIn, idsIn, numberIn, rowsIn, type ReadCells } from '../../form/rows.js'
import type { Sha256 } from '../../ids.js'
import { isIndicator, type IndicatorCode } from '../../indicators.js'
import { settledFrom } from '../launch/baseline-facts.js'
import { cashOf, type MoneyYear } from './cash-of-the-year.js'

interface Reported extends Pick<MoneyYear, 'perUsd'> {
  readonly year: number
  readonly reportHash: Sha256
}

/** The yearly report in numbers, as its form was read. A forecast or a target is no value of the year and is left out. */
export const reportFactsOf = (read: ReadValues, { year, reportHash, perUsd = {} }: Reported): ReportFacts => ({
  year,
  reportHash,
  governance: governanceIn(read, { reviewed: year, perUsd }),
  values: rowsIn(read, 'values').flatMap(({ indicator, figure: cell }) => {
    const figure = factIn(cell)
    return isIndicator(indicator) && figure !== undefined && isOfTheYear(figure) ? [valueOf(indicator, figure)] : []
  }),
})

const isOfTheYear = ({ nature }: FactRead): boolean => nature !== 'forecast' && nature !== 'target'

const valueOf = (indicator: IndicatorCode, { value, year, evidence }: FactRead): IndicatorValue => ({
  indicator,
  year,
  value,
  evidence,
})

/** The true values that compliance established, where a misstatement was proven (5.3c). */
export const misstatedIn = (read: ReadValues): readonly IndicatorValue[] =>
  rowsIn(read, 'corrected').flatMap(({ indicator, figure: cell }) => {
    const figure = factIn(cell)
    return isIndicator(indicator) && figure !== undefined ? [valueOf(indicator, figure)] : []
  })

/** Money and findings as the officer of the sample has them (5.3b): each serious finding that is of the year or not repaired, once. */
export const programmeRecordFactsOf = (read: ReadValues, year: MoneyYear): ProgrammeRecordFacts => ({
  ...cashInRecord(read, year),
  sample: settledFrom(rowsIn(read, 'sample'), 'figure'),
  findings:
    new Set(
      rowsIn(read, 'standing').flatMap(({ severity, stands, finding }) =>
        severity === 'minor' || stands === 'repaired' ? [] : idsIn(finding),
      ),
    ).size + rowsIn(read, 'findings').filter(({ severity }) => severity !== 'minor').length,
})

const cashInRecord = (
  read: ReadValues,
  year: MoneyYear,
): Pick<ProgrammeRecordFacts, 'lateFundsMonths' | 'cashShare'> => {
  const { lateMonths: lateFundsMonths, share } = cashOf(read, year)
  return rowsIn(read, 'instalments').length === 0 ? { lateFundsMonths } : { lateFundsMonths, cashShare: share }
}

/** Governance of the year from parts F and G of the report; when the report came is the course's to say. */
const governanceIn = (read: ReadValues, year: MoneyYear): ReportedGovernance => ({
  meetingsHeld: numberIn(read['meetings.held']),
  meetingsPlanned: numberIn(read['meetings_planned']),
  cashShare: cashOf(read, year).share,
  signs: signsIn(rowsIn(read, 'misuse')),
})

/** Days in which a misuse of name or logo has to be corrected. */
const inTime = 30

const signsIn = (misuse: readonly ReadCells[]): ReportedGovernance['signs'] => {
  if (misuse.length === 0) return 'no_breach'
  return misuse.every(isCorrectedInTime) ? 'corrected_in_time' : 'breach'
}

const isCorrectedInTime = ({ found_on: found, corrected_on: corrected }: ReadCells): boolean =>
  typeof found === 'string' &&
  typeof corrected === 'string' &&
  isPlainDate(found) &&
  isPlainDate(corrected) &&
  daysFrom(plainDate(found), plainDate(corrected)) <= inTime

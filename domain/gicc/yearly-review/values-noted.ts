import type { BegunAnswer } from '../../form/begun.js'
import type { IndicatorCode } from '../../indicators.js'
import { reportSteps } from '../areas-and-indicators.js'
import { told } from '../form-fields.js'
import type { CountedWork } from './counted-work.js'

/** Whether the report of a year is handed in on a step: it begins with what was noted during that year. */
export const isReportStep = (key: string): boolean => reportSteps.some((one) => one === key)

/**
 * Part A of the report as the record of the year fills it in: a row for each agreed indicator that noted work counts, with its value
 * alone. Year, source and class of a figure are the reporter's to say, and an indicator for which nothing was noted has no row: a nought nobody wrote down is not said for him (5.2).
 */
export const valuesNoted = (
  counted: readonly CountedWork[],
  { agreed }: { readonly agreed: readonly IndicatorCode[] },
): readonly BegunAnswer[] => {
  const rows = counted
    .filter(({ indicator, value }) => agreed.includes(indicator) && value !== 0)
    .map(({ indicator, value }) => ({ id: indicator, indicator, figure: { value } }))
  return rows.length === 0 ? [] : [{ field: 'values', answer: rows, because }]
}

const because = told([
  'From the record of the year: counted from the work that was noted. Complete each row, or put it right.',
  '来自年度工作记录：按已登记的工作计算。请逐行补充，或予更正。',
])

import { addMonths, plainDate } from '../../../domain/calendar-date.js'
import type { ProgrammeRecordFacts } from '../../../domain/facts.js'
import type { BaselineValue, IndicatorValue } from '../../../domain/figures.js'
import { exampleCited } from '../../../domain/form/kinds/evidence.js'
import type { Form, FormAnswers } from '../../../domain/form/form.js'
import { mandatoryIndicators } from '../../../domain/indicators.js'
import { rehearsedBaseline } from '../rehearsed-figures.js'
import { inventedBody, inventedFigure, inventedWords } from './invented.js'

/** The agreed set as 4.4a asks for it: where each indicator stands, and its targets. */
export const baselineGiven = (values: readonly BaselineValue[]): FormAnswers => ({
  plan_from: Math.max(2020, ...values.map(({ year }) => year + 1)),
  indicators: values.map(({ indicator, year, value, target, targets = [target], evidence }, index) => ({
    id: `k${index + 1}`,
    indicator,
    definition: inventedWords,
    territory: { code: 'CN-ZJ', name: { en: 'Invented place', 'zh-CN': '虚构地点' }, whole: true },
    cut_off: 'all',
    source: inventedWords.en,
    holder: inventedBody('authority', 1),
    function: inventedWords.en,
    evidence: String(evidence),
    from_zero: false,
    stands: inventedFigure(value, { year, shown: evidence }),
    target_1: targets[0] ?? target,
    target_2: targets[1] ?? target,
    target_3: targets[2] ?? target,
  })),
})

/** Every value of the set taken as it was handed in, where a form asks for that (4.4b): an example of a correction would move the score. */
export const baselineAccepted = ({ fields }: Form): FormAnswers => {
  const table = fields.find(({ code }) => code === 'results')
  const isOfIndicators = table?.kind === 'table' && table.columns.some(({ code }) => code === 'indicator')
  if (!isOfIndicators) return {}
  return {
    results: rehearsedBaseline.map(({ indicator }, index) => ({ id: `k${index + 1}`, indicator, result: 'accepted' })),
  }
}

/** The values of a yearly report, indicator by indicator (5.2). */
export const valuesGiven = (values: readonly IndicatorValue[]): FormAnswers => ({
  values: values.map(({ indicator, year, value, evidence }, index) => ({
    id: `v${index + 1}`,
    indicator,
    figure: inventedFigure(value, { year, shown: evidence }),
    changed: false,
  })),
})

/** What the officer of the sample has of the year: how late the latest cash came, and the findings that stand (5.3b). */
export const recordGiven = (
  { lateFundsMonths, findings }: ProgrammeRecordFacts,
  { reviewed }: { readonly reviewed: number },
): FormAnswers => {
  const due = addMonths(plainDate(`${reviewed}-12-31`), -lateFundsMonths)
  const came = { received: true, received_on: due, receipt: exampleCited(1) }
  return {
    sample: [{ id: 's1', indicator: mandatoryIndicators[0], result: 'confirmed', method: 'original' }],
    instalments: [
      {
        id: 'c1',
        line: 'Cash',
        due_on: due,
        amount: { amount: 1_000_000, currency: 'CNY', year: reviewed },
        ...(lateFundsMonths > 0 ? { received: false } : came),
      },
    ],
    findings: Array.from({ length: findings }, (_, index) => ({
      id: `f${index + 1}`,
      severity: 'serious',
      text: inventedWords,
    })),
  }
}

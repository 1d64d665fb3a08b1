import { countedActs } from '../body.js'
import { evidenceShare } from '../figures.js'
import type { ReportFacts, Sheet } from '../facts.js'
import type { Option, Procedure } from '../procedure.js'
import type { ReviewGround } from '../review.js'
import { resultOf } from '../score.js'
import type { BaseState, StepState } from '../state.js'

/** What the running review rests on: the sheets of 5.6, the report of 5.2, what the checks found (6.5, R11). */
export const reviewGround = (state: BaseState, procedure: Procedure): ReviewGround => {
  const steps = Object.values(state.stage?.steps ?? {})
  const sheets = steps.filter((step) => step.key === '5.6').flatMap((step) => reviewSheetsOf(state, step))
  const report = reportOf(state)
  const closedAs = (key: string, option: Option) =>
    steps.some((step) => step.key === key && step.outcome?.option === option)
  return {
    result: resultOf(sheets, procedure.reviewSheet),
    reportMissing: closedAs('5.2a', 'report_missing') || closedAs('5.2d', 'report_missing'),
    integrityBreach: closedAs('5.3c', 'proven') || closedAs('5.8s', 'red_proposal'),
    lateFundsMonths: report?.lateFundsMonths ?? 0,
    findings: report?.findings ?? 0,
    past: state.facts.reviews.filter((review) => review.year < (state.stage?.year ?? 0)),
  }
}

/** The last report handed in for the running review that still counts. */
export const reportOf = (state: BaseState): ReportFacts | undefined =>
  Object.values(state.stage?.steps ?? {})
    .filter(({ key, voided }) => (key === '5.2a' || key === '5.2d') && voided === undefined)
    .flatMap(({ acts }) => acts.flatMap(({ facts }) => (facts?.report === undefined ? [] : [facts.report])))
    .at(-1)

/**
 * The sheets of a visit of 5.6. The part "evidence" is no judgement: where values were reported it is their share with
 * evidence of class 1 or 2, whatever the sheet says (6.5).
 */
export const reviewSheetsOf = (state: BaseState, step: StepState): readonly Sheet[] => {
  if (step.voided !== undefined) return []
  const values = reportOf(state)?.values
  return countedActs(step).flatMap(({ facts }) => {
    if (facts?.sheet === undefined) return []
    return [values === undefined ? facts.sheet : { ...facts.sheet, evidence: evidenceShare(values) }]
  })
}

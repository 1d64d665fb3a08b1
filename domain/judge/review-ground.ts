import { countedActs } from '../body.js'
import { afterSample, evidenceShare, type IndicatorValue } from '../figures.js'
import type { BroughtFacts, ProgrammeRecordFacts, ReportedGovernance, ReportFacts } from '../facts.js'
import { redressMeaningOf, type RedressMeaning } from '../redress.js'
import type { ScoreSheet } from '../values/score-sheet.js'
import type { Brings, Procedure, YearFinding } from '../procedure.js'
import { inForce, isYellowBefore, type ReviewGround } from '../review.js'
import { resultOf } from '../score.js'
import type { BaseState, StepState } from '../state.js'
import { defined } from '../values/defined.js'

/** What the running review rests on: the sheets, the report, what the checks found (6.5, R11). */
export const reviewGround = (state: BaseState, procedure: Procedure): ReviewGround => {
  const steps = Object.values(state.stage?.steps ?? {})
  const sheets = steps
    .filter(({ key }) => procedure.steps[key]?.scores === 'review' && procedure.steps[key].matter === undefined)
    .flatMap((step) => reviewSheetsOf(state, { step, procedure }))
  const record = programmeRecordOf(state, procedure)
  const found = findingsOf(state, procedure)
  const year = state.stage?.year ?? 0
  const { extraordinary } = state.facts
  return {
    ...resultOn(sheets, procedure),
    reportMissing: found.has('report_missing'),
    integrityBreach: found.has('integrity_breach'),
    planMissing: found.has('plan_missing') || inForce(extraordinary).some((one) => one.planMissingBefore === year),
    lateFundsMonths: record?.lateFundsMonths ?? 0,
    findings: record?.findings,
    limits: procedure.settings.colours,
    past: state.facts.reviews.filter((review) => review.year < year),
    ...defined({
      yellow: isYellowBefore(extraordinary, year) ? ('since' as const) : undefined,
      contested: isLeftContested(state, procedure) ? (true as const) : undefined,
    }),
  }
}

/** Redress was asked for against the colour before, and the programme has let it lie: nobody refused, dismissed or decided again (8.9). */
export const isLeftContested = (state: BaseState, { steps }: Pick<Procedure, 'steps'>): boolean => {
  const saidOn = (meaning: RedressMeaning) =>
    Object.values(state.stage?.steps ?? {}).findLast(
      ({ key, matter, voided }) =>
        redressMeaningOf(steps[key]) === meaning && matter === undefined && voided === undefined,
    )?.outcome?.option
  const isYet = (said: string | undefined, { goesOn }: { readonly goesOn: string }): boolean =>
    said === undefined || said === 'stopped' || said === goesOn
  return (
    saidOn('redress_request') === 'request' &&
    isYet(saidOn('redress_admission'), { goesOn: 'admit' }) &&
    isYet(saidOn('redress_decision'), { goesOn: 'uphold' }) &&
    state.stage?.effects['reconclude'] === undefined
  )
}

const resultOn = (
  sheets: readonly ScoreSheet[],
  { reviewSheet }: Procedure,
): Pick<ReviewGround, 'result' | 'shares'> => {
  const result = resultOf(sheets, reviewSheet)
  return { result, ...defined({ shares: sheets.length === 0 ? undefined : result.shares }) }
}

/** What the extraordinary review that was raised last rests on: its own sheets and visit, and no report (5.13). */
export const extraordinaryGround = (state: BaseState, procedure: Procedure): ReviewGround => {
  const raisedAt = state.stage?.matters?.findLast(({ matter }) => matter === 'extraordinary_review')?.raisedAt ?? ''
  const own = Object.values(state.stage?.steps ?? {}).filter(
    ({ key, openedAt }) => procedure.steps[key]?.matter === 'extraordinary_review' && openedAt >= raisedAt,
  )
  const sheets = own
    .filter(({ key }) => procedure.steps[key]?.scores === 'review')
    .flatMap((step) => reviewSheetsOf(state, { step, procedure }))
  return {
    ...resultOn(sheets, procedure),
    reportMissing: false,
    integrityBreach: lastVisits(own).some((step) => foundBy(step, procedure) === 'integrity_breach'),
    planMissing: false,
    lateFundsMonths: 0,
    findings: 0,
    limits: procedure.settings.colours,
    past: state.facts.reviews,
    yellow: 'beside',
  }
}

/** The last visit of each step that ended and still counts: who looks once more replaces what was found before. */
const lastVisits = (steps: readonly StepState[]): readonly StepState[] => {
  const ended = steps.filter(({ outcome, voided }) => outcome !== undefined && voided === undefined)
  return ended.filter(({ key, id }) => ended.findLast((other) => other.key === key)?.id === id)
}

/** What the outcomes of the running review find of the year; what a matter beside it found is no finding of the year (5.13). */
const findingsOf = (state: BaseState, procedure: Procedure): ReadonlySet<YearFinding> =>
  new Set(
    Object.values(state.stage?.steps ?? {}).flatMap((step) => {
      const finds = procedure.steps[step.key]?.matter === undefined ? foundBy(step, procedure) : undefined
      return finds === undefined ? [] : [finds]
    }),
  )

/** What an outcome finds; one that was voided finds nothing. */
const foundBy = ({ key, outcome, voided }: StepState, { steps }: Procedure): YearFinding | undefined =>
  outcome === undefined || voided !== undefined ? undefined : steps[key]?.finds?.[outcome.option]

/** The last report handed in for the running review that still counts. */
export const reportOf = (state: BaseState, procedure: Pick<Procedure, 'steps'>): ReportFacts | undefined =>
  lastBrought(state, { brings: 'report', procedure })?.report

/** What the programme's own record has of the running review, as the officer of the sample left it (5.3). */
const programmeRecordOf = (state: BaseState, procedure: Pick<Procedure, 'steps'>): ProgrammeRecordFacts | undefined =>
  lastBrought(state, { brings: 'programme_record', procedure })?.programmeRecord

/**
 * How the year was governed: as the report tells it, but the cash that came, which is the programme's own record to say wherever it has
 * any: a receipt that finance has let lie takes nothing from the place (R3, 5.3).
 */
export const governanceOf = (state: BaseState, procedure: Pick<Procedure, 'steps'>): ReportedGovernance | undefined => {
  const reported = reportOf(state, procedure)?.governance
  const { cashShare } = programmeRecordOf(state, procedure) ?? {}
  return reported && { ...reported, ...defined({ cashShare }) }
}

/**
 * The values of the running review as they were settled (5.3): put right or taken away by the sample, and where a misstatement was
 * proven, as compliance established them.
 */
export const valuesOf = (state: BaseState, procedure: Procedure): readonly IndicatorValue[] | undefined => {
  const reported = reportOf(state, procedure)?.values
  const { sample } = programmeRecordOf(state, procedure) ?? {}
  const { corrected = [], unproven = [] } = sample ?? {}
  const misstated = misstatedOf(state, procedure)
  const isEstablished = ({ indicator }: Pick<IndicatorValue, 'indicator'>) =>
    misstated.some((one) => one.indicator === indicator)
  return (
    reported &&
    afterSample(reported, {
      corrected: [...misstated, ...corrected.filter((one) => !isEstablished(one))],
      unproven: unproven.filter((indicator) => !isEstablished({ indicator })),
    })
  )
}

/** What the last proven misstatement of the running review established; a step that was voided established nothing. */
const misstatedOf = (state: BaseState, procedure: Procedure): readonly IndicatorValue[] =>
  Object.values(state.stage?.steps ?? {})
    .filter(
      (step) => foundBy(step, procedure) === 'integrity_breach' && procedure.steps[step.key]?.matter === undefined,
    )
    .flatMap(({ acts }) => acts.flatMap(({ facts }) => (facts?.misstated === undefined ? [] : [facts.misstated])))
    .at(-1) ?? []

const lastBrought = (
  state: BaseState,
  { brings, procedure }: { readonly brings: Brings; readonly procedure: Pick<Procedure, 'steps'> },
): BroughtFacts | undefined =>
  Object.values(state.stage?.steps ?? {})
    .filter(({ key, voided }) => procedure.steps[key]?.brings === brings && voided === undefined)
    .flatMap(({ acts }) => acts.flatMap(({ facts }) => facts ?? []))
    .at(-1)

/**
 * The sheets of a visit of the scoring. The part "evidence" is no judgement: where values were reported it is their share with
 * evidence of class 1 or 2, whatever the sheet says (6.5). Nor is what a report earns that came late, that nobody endorsed in time
 * (R3), or that stayed incomplete.
 */
export const reviewSheetsOf = (
  state: BaseState,
  { step, procedure }: { step: StepState; procedure: Procedure },
): readonly ScoreSheet[] => {
  if (step.voided !== undefined) return []
  // No report is before an extraordinary review: its sheets stand as they were filled in (5.13).
  if (procedure.steps[step.key]?.matter !== undefined)
    return countedActs(step).flatMap(({ facts }) => (facts?.sheet === undefined ? [] : [facts.sheet]))
  const values = valuesOf(state, procedure)
  const most = mostForReport(state, procedure)
  return countedActs(step).flatMap(({ facts }) => {
    if (facts?.sheet === undefined) return []
    const sheet =
      values === undefined ? facts.sheet : { ...facts.sheet, evidence: evidenceShare(values, state.facts.baseline) }
    return [most === undefined ? sheet : { ...sheet, [most.part]: Math.min(sheet[most.part] ?? 0, most.share) }]
  })
}

/** The most that the part in which the report counts is worth: all, or less where the report came late or stayed as it was (R3). */
const mostForReport = (
  state: BaseState,
  procedure: Procedure,
): { readonly part: string; readonly share: number } | undefined => {
  const { punctual } = procedure.settings.colours
  if (punctual === undefined) return undefined
  const { part, inDelay, late } = punctual
  const came = punctualityOf(state, procedure)
  if (came === 'late') return { part, share: late }
  return came === 'in_granted_delay' ? { part, share: inDelay } : undefined
}

/** When the report of the running review came; one that stayed as nobody endorsed or completed it counts as late (R3). */
export const punctualityOf = (state: BaseState, procedure: Procedure): 'on_time' | 'in_granted_delay' | 'late' => {
  const found = findingsOf(state, procedure)
  if (found.has('report_unendorsed') || found.has('report_incomplete') || isReportLate(state, procedure)) return 'late'
  return found.has('report_delayed') ? 'in_granted_delay' : 'on_time'
}

/** Whether the report came, or a delay of it was asked for, after the time for that: nobody gains what was not asked for in time (R3). */
const isReportLate = (state: BaseState, { steps }: Procedure): boolean =>
  Object.values(state.stage?.steps ?? {}).some(
    ({ key, acts, voided, dueAt, closedAt = '' }) =>
      steps[key]?.brings === 'report' && voided === undefined && acts.some(({ doneBy = closedAt }) => doneBy > dueAt),
  )

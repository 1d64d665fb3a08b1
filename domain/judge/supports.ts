import { failedGates } from '../gates.js'
import { dossierParts } from '../facts.js'
import { recommendable } from '../diligence.js'
import type { Option, Procedure } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { supportedColours, type ReviewGround } from '../review.js'
import { resultOf } from '../score.js'
import type { BaseState, StepState } from '../state.js'

interface Asked {
  readonly step: StepState
  readonly option: Option
  readonly procedure: Procedure
}
type Support = (state: BaseState, asked: Asked) => Refusal | undefined

/** Whether the facts on file support an option; undefined when they do. Steps that are not here rest on judgement alone. */
export const unsupported = (state: BaseState, asked: Asked): Refusal | undefined =>
  supports[asked.step.key]?.(state, asked)

const finding = (option: Option, { found, allowed }: { found: string; allowed: readonly Option[] }): Refusal => ({
  code: 'finding_stands_against',
  detail: { option, finding: found, allowed },
})

const complete: Support = (state, { option }) => {
  const missing = dossierParts.filter((part) => !state.partsAtHand.includes(part))
  return option === 'complete' && missing.length > 0 ? { code: 'dossier_incomplete', detail: { missing } } : undefined
}

/** 6.1: eligible only when every gate is passed, a waiver only where nothing but guiding ones fail. */
const gates: Support = (state, { option, procedure }) => {
  const { dossier } = state.facts
  if (dossier === undefined) return undefined
  const failed = failedGates({ cluster: state.cluster, dossier }, procedure.settings)
  const binding = failed.filter(({ kind }) => kind === 'binding')
  if (option === 'not_eligible')
    return failed.length === 0 ? { code: 'gates_all_passed', detail: { option } } : undefined
  if (option === 'waiver' && failed.length === 0) return { code: 'gates_all_passed', detail: { option } }
  const against = option === 'waiver' ? binding : failed
  return against.length === 0
    ? undefined
    : { code: 'gate_not_passed', detail: { gates: against.map(({ gate }) => gate), option } }
}

/** R13: a spread above the limit calls for a fourth sheet before the mean is accepted. */
const moderation: Support = (state, { option, procedure }) => {
  const { sheets } = state.facts
  const { spread } = resultOf(sheets, procedure.nominationSheet)
  const limit = procedure.settings.spreadLimit
  const wide = sheets.length <= 3 && spread > limit
  if (option === 'accept_mean' && wide) return { code: 'spread_too_wide', detail: { spread, limit } }
  return option === 'fourth_scorer' && !wide
    ? finding(option, { found: `spread ${spread}, limit ${limit}`, allowed: ['accept_mean'] })
    : undefined
}

const shortlist: Support = (state, { option, procedure }) => {
  if (option !== 'advance') return undefined
  const { total, failing } = resultOf(state.facts.sheets, procedure.nominationSheet)
  const needs = procedure.settings.passMark
  return total >= needs && failing.length === 0
    ? undefined
    : { code: 'below_pass_mark', detail: { total, needs, criteria: failing.map(({ key }) => key), option } }
}

const recommendation: Support = (state, { option }) => {
  const score = state.facts.diligence ?? 0
  const allowed = recommendable(state.facts.ratings, score)
  return allowed.includes(option) ? undefined : finding(option, { found: `due-diligence score ${score}`, allowed })
}

/** 5.5: a visit is due after a yellow and every third year (domain.md 5, 12). */
const visit: Support = (state, { option }) => {
  const { reviews } = state.facts
  const due = reviews.at(-1)?.colour === 'yellow' || reviews.length % 3 === 2
  return option === 'desk_only' && due
    ? finding(option, {
        found: `review ${reviews.length + 1}, last colour ${reviews.at(-1)?.colour ?? 'none'}`,
        allowed: ['visited'],
      })
    : undefined
}

const colour: Support = (state, { option, procedure }) => {
  const ground = reviewGround(state, procedure)
  const allowed = supportedColours(ground)
  return allowed.includes(option)
    ? undefined
    : finding(option, { found: `${ground.result.total} of 100 points`, allowed })
}

/** 8.10: more than a tenth of the area asks for a new assessment. */
const boundaryLimit = 0.1
const boundary: Support = (state, { option }) => {
  const change = state.stage?.matters?.filter(({ matter }) => matter === 'change').at(-1)?.facts
  const share = change?.change === 'boundary' ? (change.share ?? 0) : 0
  return option === 'noted' && share >= boundaryLimit
    ? finding(option, {
        found: `the boundary moved by ${Math.round(share * 100)} % of the area (8.10)`,
        allowed: ['assess'],
      })
    : undefined
}

/** 9: renewed on green in the last two reviews. */
const greenYears: Support = (state, { option }) => {
  const last = state.facts.reviews.slice(-2).map(({ colour }) => colour)
  const green = last.length === 2 && last.every((one) => one !== 'yellow' && one !== 'red' && one !== 'suspended')
  return option === 'agree' && !green
    ? finding(option, { found: `the last reviews were ${last.join(', ') || 'none'} (9)`, allowed: ['refuse'] })
    : undefined
}

const supports: Readonly<Record<string, Support>> = {
  '1.4a': complete,
  '1.5a': gates,
  '1.9a': moderation,
  '1.10': shortlist,
  '2.8': recommendation,
  '5.5a': visit,
  '5.8': colour,
  '8.10a': boundary,
  '3.13f': greenYears,
}

/** What the running review rests on: the sheets of 5.6, the report of 5.2, what the checks found (6.5, R11). */
export const reviewGround = (state: BaseState, procedure: Procedure): ReviewGround => {
  const steps = Object.values(state.stage?.steps ?? {})
  const acts = (...keys: readonly string[]) =>
    steps.filter((step) => keys.includes(step.key)).flatMap((step) => step.acts)
  const sheets = acts('5.6').flatMap((act) => (act.facts?.sheet === undefined ? [] : [act.facts.sheet]))
  const report = acts('5.2a', '5.2d')
    .flatMap((act) => (act.facts?.report === undefined ? [] : [act.facts.report]))
    .at(-1)
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

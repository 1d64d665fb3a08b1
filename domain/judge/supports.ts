import { addMonths, plainDate } from '../calendar-date.js'
import { gapsIn } from '../figures.js'
import { failedGates } from '../gates.js'
import { dossierParts } from '../facts.js'
import { recommendable } from '../diligence.js'
import type { Option, Procedure, StepKey } from '../procedure.js'
import type { ReasonCode } from '../reason-code.js'
import type { Refusal } from '../refusal.js'
import { supportedColours } from '../review.js'
import { asksOneMore, resultOf } from '../score.js'
import { lastDecided, type BaseState, type StepState } from '../state.js'
import { reportOf, reviewGround } from './review-ground.js'

interface Asked {
  readonly step: StepState
  readonly option: Option
  readonly code?: ReasonCode | undefined
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

/**
 * 6.1: eligible only when every gate is passed, a waiver only where nothing but guiding ones fail. G9 is read against the
 * standing bases when eligibility is confirmed, so a taken territory is a ground (CAP) that no dossier shows.
 */
const gates: Support = (state, { option, code, procedure }) => {
  const { dossier } = state.facts
  if (dossier === undefined) return undefined
  const failed = failedGates({ cluster: state.cluster, dossier }, procedure.settings)
  const binding = failed.filter(({ kind }) => kind === 'binding')
  if (option === 'not_eligible')
    return failed.length === 0 && code !== 'CAP' ? { code: 'gates_all_passed', detail: { option } } : undefined
  if (option === 'waiver' && failed.length === 0) return { code: 'gates_all_passed', detail: { option } }
  const against = option === 'waiver' ? binding : failed
  return against.length === 0
    ? undefined
    : { code: 'gate_not_passed', detail: { gates: against.map(({ gate }) => gate), option } }
}

/** R13: a spread above the limit calls for one sheet more before the mean is accepted; a fourth one beside three. */
const moderation: Support = (state, { option, procedure }) => {
  const { sheets } = state.facts
  const { spread } = resultOf(sheets, procedure.nominationSheet)
  const limit = procedure.settings.spreadLimit
  const asked = procedure.steps['1.8']?.decides
  const wide = asked?.by === 'sheets' && sheets.length <= asked.count && spread > limit
  if (option === 'accept_mean' && wide) return { code: 'spread_too_wide', detail: { spread, limit } }
  return asksOneMore(option) && !wide
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

/** 5.3a, 8.6: complete only with every agreed indicator, money shown by class 1–3, and nothing older than the limit. */
const reportComplete: Support = (state, { option, procedure }) => {
  const { baseline } = state.facts
  const values = reportOf(state)?.values
  if (option !== 'complete' || baseline === undefined) return undefined
  const months = procedure.settings.limits.evidenceMonths
  const { missing, weak, stale } = gapsIn(values ?? [], { baseline, year: state.stage?.year ?? 0, months })
  if (missing.length + weak.length + stale.length === 0) return undefined
  const told = Object.entries({ missing, 'money below class 3': weak, [`older than ${months} months`]: stale })
  const found = told.flatMap(([what, codes]) => (codes.length === 0 ? [] : [`${what}: ${codes.join(' ')}`])).join('; ')
  return finding(option, { found, allowed: ['return', 'misstatement'] })
}

/** 8.3: due-diligence results that are too old are refreshed before a slot is given on them. */
const freshDiligence: Support = (state, { step, option, procedure }) => {
  const months = procedure.settings.diligenceMonths
  const report = lastDecided(state, '2.7')?.closedAt
  if (option !== 'approve' || months === undefined || report === undefined) return undefined
  return addMonths(dateIn(report), months) >= dateIn(step.openedAt)
    ? undefined
    : finding(option, {
        found: `the due-diligence report of ${dateIn(report)} is older than ${months} months (8.3)`,
        allowed: ['return', 'reject'],
      })
}

/** 10: what the checklist demands and what it only wishes, each by the answer that leaves the item open. */
const demanded = {
  '4.2': 'not_ready',
  '4.2a': 'not_ready',
  '4.2b': 'not_ready',
  '4.4b': 'gaps',
  '4.5c': 'returned',
  '4.6b': 'partly',
}
const wished = { '4.8b': 'changes' }

/** 4.9: ready only when every item is done; an item that is only wished for may stay as a minor point. */
const checklist: Support = (state, { option }) => {
  const leftOpen = (items: Readonly<Record<StepKey, Option>>): readonly StepKey[] =>
    Object.entries(items).flatMap(([key, left]) => (lastDecided(state, key)?.outcome?.option === left ? [key] : []))
  const [must, may] = [leftOpen(demanded), leftOpen(wished)]
  const allowed =
    must.length > 0 ? ['not_ready'] : may.length > 0 ? ['ready_with_minor_points', 'not_ready'] : undefined
  return allowed === undefined || allowed.includes(option)
    ? undefined
    : finding(option, { found: `not done: ${[...must, ...may].join(', ')} (10)`, allowed })
}

const dateIn = (instant: string) => plainDate(instant.slice(0, 'YYYY-MM-DD'.length))

const supports: Readonly<Record<string, Support>> = {
  '1.4a': complete,
  '1.5a': gates,
  '1.9a': moderation,
  '1.10': shortlist,
  '2.8': recommendation,
  '2.10': freshDiligence,
  '4.9': checklist,
  '5.3a': reportComplete,
  '5.5a': visit,
  '5.8': colour,
  '8.10a': boundary,
  '3.13f': greenYears,
}

import { addMonths, plainDate, yearOf } from '../calendar-date.js'
import { gapsIn } from '../figures.js'
import { dossierParts } from '../facts.js'
import { recommendable } from '../diligence.js'
import type { Procedure } from '../procedure.js'
import type { SupportKind } from '../support-kinds.js'
import type { Colour } from '../values/colour.js'
import type { Option, StepKey } from '../values/step-key.js'
import type { Refusal } from '../refusal.js'
import { asTheyCount, isYellowBefore, supportedBeside, supportedColours } from '../review.js'
import { asksOneMore, keysScoring, resultOf } from '../score.js'
import { lastDecided, type BaseState, type StepState } from '../state.js'
import { conditionsOpen } from './conditions.js'
import { screeningOpen } from './screening.js'
import { fallsWithChange } from './felled.js'
import { isUsedUp, offeredOptions } from './offers.js'
import { finding, type Support, type ToBear } from './support.js'
import { gatesBear } from './support-gates.js'
import { foundWords } from '../words/found.js'
import { extraordinaryGround, isLeftContested, reportOf, reviewGround } from './review-ground.js'

/** Whether the facts on file support an option; undefined when they do. A step that names no support rests on judgement alone. */
export const unsupported = (state: BaseState, asked: ToBear): Refusal | undefined => {
  const definition = asked.procedure.steps[asked.step.key]
  const chosen = { definition, option: asked.option }
  const open = conditionsOpen(state, chosen) ?? screeningOpen(state, chosen)
  if (open !== undefined || definition?.supports === undefined) return open
  return supports[definition.supports](state, asked)
}

/** Decisions whose ground stays as it was once they are taken; that of others is used up by what follows. */
export const keepsItsGround = (kind: SupportKind | undefined): boolean =>
  kind === 'gates' ||
  kind === 'pass_mark' ||
  kind === 'recommendation' ||
  kind === 'colour' ||
  kind === 'extraordinary_colour'

/**
 * 1.4a: complete only with every part; what says that something is missing only where the officer's checklist does. An unsigned or
 * unreadable part is at hand and missing all the same, so nothing is known before the checklist is brought.
 */
const complete: Support = (state, { step, option, code, brought, procedure }) => {
  const isYetToTick = brought?.lacking === undefined && procedure.steps[step.key]?.form !== undefined
  const missing = dossierParts.filter((part) => !state.partsAtHand.includes(part) || brought?.lacking?.includes(part))
  if (option === 'complete') {
    const allowed = offeredOptions(state, { step, procedure }).filter((one) => one !== option)
    return missing.length > 0 ? { code: 'dossier_incomplete', detail: { missing, allowed } } : undefined
  }
  return code === 'INC' && missing.length === 0 && !isYetToTick
    ? nothingMissing({ step, option }, { there: dossierParts.map((part) => `${part}/14`), allowed: ['complete'] })
    : undefined
}

/** What says that something is missing, where all that the engine asks for is there. */
const nothingMissing = (
  { step, option }: Pick<ToBear, 'step' | 'option'>,
  { there, allowed }: { readonly there: readonly string[]; readonly allowed: readonly Option[] },
): Refusal => ({ code: 'nothing_missing', detail: { step: step.id, option, there, allowed } })

/** R13: a spread above the limit calls for one sheet more before the mean is accepted; a fourth one beside three. */
const moderation: Support = (state, { step, option, procedure }) => {
  const { sheets } = state.facts
  const { spread } = resultOf(sheets, procedure.nominationSheet)
  const limit = procedure.settings.spreadLimit
  const asked = Object.values(procedure.steps).find(({ scores }) => scores === 'nomination')?.decides
  const wide = asked?.by === 'sheets' && sheets.length <= asked.count && spread > limit
  if (option === 'accept_mean' && wide) return { code: 'spread_too_wide', detail: { spread, limit } }
  return asksOneMore(option) && !wide
    ? finding({ step, option }, { found: foundWords.spread(spread, limit), allowed: ['accept_mean'] })
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

const recommendation: Support = (state, { step, option, procedure }) => {
  const score = state.facts.diligence ?? 0
  const allowed = recommendable(state.facts.ratings, { score, limits: procedure.settings.recommends })
  return allowed.includes(option)
    ? undefined
    : finding({ step, option }, { found: foundWords.diligence(score), allowed })
}

/** 5.5: a visit is due after a yellow and every third year (12). */
const visit: Support = (state, { step, option, procedure }) => {
  const { reviews, extraordinary } = state.facts
  const yellow = reviews.at(-1)?.colour === 'yellow' || isYellowBefore(extraordinary, state.stage?.year ?? 0)
  const due = yellow || (reviews.length + 1) % procedure.settings.visitEvery === 0
  return option === 'desk_only' && due
    ? finding(
        { step, option },
        {
          found: foundWords.visit(reviews.length + 1, reviews.at(-1)?.colour),
          allowed: ['visited'],
        },
      )
    : undefined
}

const colour: Support = (state, { step, option, procedure }) => {
  const ground = reviewGround(state, procedure)
  const allowed = supportedColours(ground)
  return allowed.includes(option)
    ? undefined
    : finding({ step, option }, { found: foundWords.points(ground.result.total), allowed })
}

/** 5.13: the colour that the sheets and the visit of the extraordinary review call for, or one step beside it. */
const colourBeside: Support = (state, { step, option, procedure }) => {
  const ground = extraordinaryGround(state, procedure)
  const allowed = supportedBeside(ground)
  return allowed.includes(option)
    ? undefined
    : finding({ step, option }, { found: foundWords.points(ground.result.total), allowed })
}

/** 8.10: a boundary that moved by so much of the area asks for a new assessment; only what was proven is proven anew. */
const boundary: Support = (state, { step, option, procedure }) => {
  const { fells } = procedure.steps[step.key] ?? {}
  if (option === fells && fallsWithChange(state, { step, procedure }) === undefined)
    return finding(
      { step, option },
      {
        found: foundWords.noAuthority,
        allowed: ['noted', 'assess'],
      },
    )
  const change = state.stage?.matters?.filter(({ matter }) => matter === 'change').at(-1)?.facts
  const share = change?.change === 'boundary' ? (change.share ?? 0) : 0
  return option === 'noted' && share >= procedure.settings.boundaryShare
    ? finding(
        { step, option },
        {
          found: foundWords.boundary(share),
          allowed: ['assess'],
        },
      )
    : undefined
}

/** 9: renewed on green in the reviews of the term, the last two at most; a term too short for two asks for the one it had. */
const greenYears: Support = (state, { step, option, procedure }) => {
  const ends = yearOf(plainDate(state.facts.endsOn ?? dateIn(state.windowEnds)))
  // While redress still runs the colour stands; what the programme has let lie of it counts for nothing against the base.
  const isLying = state.stage?.letLie?.leftOver !== undefined && isLeftContested(state, procedure)
  const ofTerm = asTheyCount(state.facts.reviews, isLying ? true : undefined).filter(
    ({ year }) => year >= ends - procedure.settings.mouTermYears,
  )
  // A year that nobody judged counts neither way; where no other is left, the colour in which the base stood through it does. Without a
  // report it is no green year, whoever else was silent: it counts as a yellow, as for the next panel (R3).
  const counted = ofTerm.filter(({ unassessed, unreported }) => unassessed !== true || unreported === true)
  const last = (counted.length > 0 ? counted : ofTerm)
    .slice(-2)
    .map(({ colour, unreported }) => (unreported === true && isGreen(colour) ? 'yellow' : colour))
  const green = last.length > 0 && last.every(isGreen)
  return option === 'agree' && !green
    ? finding({ step, option }, { found: foundWords.lastReviews(last), allowed: ['refuse'] })
    : undefined
}

const isGreen = (colour: Colour): boolean => colour !== 'yellow' && colour !== 'red' && colour !== 'suspended'

/** 5.3a, 8.6: complete only with every agreed indicator, money shown by class 1–3, and nothing older than the limit. */
const reportComplete: Support = (state, { step, option, procedure }) => {
  if (option === 'misstatement') return undefined
  const gaps = gapsOf(state, procedure)
  if (option !== 'complete') {
    if (gaps !== undefined && !hasGaps(gaps))
      return nothingMissing(
        { step, option },
        { there: reported(state, procedure), allowed: ['complete', 'misstatement'] },
      )
    return option === 'incomplete' && mayComeBack(state, { step, procedure })
      ? comesBackFirst({ step, option })
      : undefined
  }
  if (gaps === undefined || !hasGaps(gaps)) return undefined
  const { missing, weak, stale, months } = gaps
  const found = foundWords.gaps({ missing, weak, stale, months })
  const back = mayComeBack(state, { step, procedure }) ? 'return' : 'incomplete'
  return finding({ step, option }, { found, allowed: [back, 'misstatement'] })
}

/** A report goes on with its gaps only when it cannot be sent back once more. */
const comesBackFirst = (asked: Pick<ToBear, 'step' | 'option'>): Refusal =>
  finding(asked, {
    found: foundWords.mayComeBack,
    allowed: ['return', 'complete'],
  })

/** What the report lacks of the agreed indicators; undefined where none were agreed, so that the engine cannot know. */
const gapsOf = (state: BaseState, procedure: Procedure) => {
  const { baseline } = state.facts
  const months = procedure.settings.limits.evidenceMonths
  if (baseline === undefined) return undefined
  return {
    ...gapsIn(reportOf(state, procedure)?.values ?? [], { baseline, year: state.stage?.year ?? 0, months }),
    months,
  }
}

const hasGaps = ({ missing, weak, stale }: ReturnType<typeof gapsIn>): boolean =>
  missing.length + weak.length + stale.length > 0

const reported = (state: BaseState, procedure: Procedure): readonly string[] =>
  [...new Set((reportOf(state, procedure)?.values ?? []).map(({ indicator }) => indicator))].toSorted()

const mayComeBack = (state: BaseState, { step, procedure }: Pick<ToBear, 'step' | 'procedure'>): boolean => {
  const rule = procedure.steps[step.key]?.options['return']
  return rule !== undefined && !isUsedUp(state, { step, option: 'return', rule })
}

/** 8.3: due-diligence results that are too old are refreshed before a slot is given on them. */
const freshDiligence: Support = (state, { step, option, procedure }) => {
  const months = procedure.settings.diligenceMonths
  const report = lastScored(state, procedure)?.closedAt
  if (option !== 'approve' || months === undefined || report === undefined) return undefined
  return addMonths(dateIn(report), months) >= dateIn(step.openedAt)
    ? undefined
    : finding(
        { step, option },
        {
          found: foundWords.oldReport(dateIn(report), months),
          allowed: ['return', 'reject'],
        },
      )
}

/** 4.9: ready only when every item is done; an item that is only wished for may stay as a minor point. */
const checklist: Support = (state, { step, option, procedure }) => {
  const items = Object.values(procedure.steps).filter(({ checklist: item }) => item !== undefined)
  const leftOpen = items.filter(({ key, checklist: item }) => lastDecided(state, key)?.outcome?.option === item?.leaves)
  if (option === 'not_ready' && items.length > 0 && leftOpen.length === 0)
    return nothingMissing({ step, option }, { there: items.map(({ key }) => key), allowed: ['ready'] })
  const keysOf = (only: 'wished' | undefined): readonly StepKey[] =>
    leftOpen.filter((step) => step.checklist?.only === only).map(({ key }) => key)
  const [must, may] = [keysOf(undefined), keysOf('wished')]
  const allowed =
    must.length > 0 ? ['not_ready'] : may.length > 0 ? ['ready_with_minor_points', 'not_ready'] : undefined
  return allowed === undefined || allowed.includes(option)
    ? undefined
    : finding({ step, option }, { found: foundWords.notDone([...must, ...may]), allowed })
}

/** The last due-diligence report that counts. */
const lastScored = (state: BaseState, procedure: Procedure): StepState | undefined =>
  keysScoring(procedure, 'diligence').flatMap((key) => lastDecided(state, key) ?? [])[0]

const dateIn = (instant: string) => plainDate(instant.slice(0, 'YYYY-MM-DD'.length))

const supports: Readonly<Record<SupportKind, Support>> = {
  dossier_complete: complete,
  gates: gatesBear,
  spread: moderation,
  pass_mark: shortlist,
  recommendation,
  fresh_diligence: freshDiligence,
  checklist,
  report_complete: reportComplete,
  visit_due: visit,
  colour,
  extraordinary_colour: colourBeside,
  boundary,
  green_years: greenYears,
}

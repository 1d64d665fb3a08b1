import type { ColourLimits } from './limits.js'
import type { Criterion } from './procedure.js'
import type { ReasonCode } from './reason-code.js'
import type { Colour } from './values/colour.js'
import type { Option } from './values/step-key.js'
import type { SheetResult } from './score.js'
import type { ExtraordinarySummary, ReviewSummary } from './base-facts.js'
import type { StepKey } from './values/step-key.js'
import type { BaseState } from './state.js'

/** What a colour rests on (6.5, R11). */
export interface ReviewGround {
  readonly result: SheetResult
  /** The shares of the result; absent where no sheet was handed in. */
  readonly shares?: SheetResult['shares']
  /** No report came: the year has no sheets, and this is why (8.14). */
  readonly reportMissing: boolean
  readonly integrityBreach: boolean
  /** After a yellow nobody handed in a plan: it is not repaired (5.11). */
  readonly planMissing: boolean
  readonly lateFundsMonths: number
  /** Undefined where nobody looked it up: then nobody becomes a role model by it. */
  readonly findings: number | undefined
  readonly limits: ColourLimits
  /** Earlier reviews, oldest first. */
  readonly past: readonly ReviewSummary[]
  /** The colour before is contested, and nobody of the programme has decided that: it counts for nothing (8.9, R3). */
  readonly contested?: true
  /** Whether a yellow now is a second one: `since` an extraordinary review was yellow, `beside` the yearly ones none is (5.13). */
  readonly yellow?: 'since' | 'beside'
}

/** The panel's options from worst to best; an override goes one step at most (6.5). */
export const ladder: readonly Option[] = ['red_proposal', 'yellow', 'green_with_advice', 'green', 'role_model']

/** The option the figures call for. Tests apply worst first (R11). A year without report has no points, and so is red (R3). */
export const calledFor = (ground: ReviewGround): Option => {
  const { limits, result } = ground
  const { total } = result
  const areas = areaShares(result)
  const low = areas.filter((share) => share < limits.lowArea).length
  const yellow =
    total < limits.yellow ||
    areas.some((share) => share === 0) ||
    ground.lateFundsMonths > limits.lateFundsMonths ||
    low >= limits.lowAreas ||
    (total < limits.advice && !rising(ground))
  if (ground.integrityBreach || ground.planMissing || total < limits.red) return 'red_proposal'
  if (yellow && isAgain(ground)) return 'red_proposal'
  if (yellow) return 'yellow'
  if (low > 0 || total < limits.advice) return 'green_with_advice'
  const before = ground.past.findLast(hasFound)?.total ?? 0
  return total >= limits.roleModel && before >= limits.roleModel && ground.findings === 0 ? 'role_model' : 'green'
}

/** The reason code of what the figures call for: what was found of the year, else the part that lost most of its points (8.14). */
export const reasonFor = (
  ground: ReviewGround,
  { codes, criteria }: { readonly codes: readonly ReasonCode[]; readonly criteria: readonly Criterion[] },
): ReasonCode | undefined => {
  const { limits, result, lateFundsMonths } = ground
  const found: readonly (readonly [ReasonCode, boolean])[] = [
    ['INT', ground.integrityBreach],
    ['PLN', ground.planMissing],
    ['REP', ground.reportMissing],
    ['FIN', lateFundsMonths > limits.lateFundsMonths],
  ]
  const lost = ({ key, weight }: Criterion): number => weight * (1 - (result.shares[key] ?? 0))
  const low = criteria.toSorted((one, other) => lost(other) - lost(one)).map(({ code }) => code)
  return [...found.flatMap(([code, is]) => (is ? [code] : [])), ...low].find((code) => codes.includes(code)) ?? codes[0]
}

/** What is called for, and one step up and down the ladder. */
const near = (ground: ReviewGround): readonly Option[] => {
  const place = ladder.indexOf(calledFor(ground))
  return ladder.slice(Math.max(0, place - 1), place + 2)
}

/** What the panel may decide: what is called for, one step up or down, and always a suspension. */
export const supportedColours = (ground: ReviewGround): readonly Option[] => {
  return [...near(ground).filter((option) => option !== 'role_model' || calledFor(ground) === 'role_model'), 'suspend']
}

/** The panel of the year re-reviews what was yellow before; an extraordinary review repeats none (R10). */
const isAgain = ({ past, yellow, contested }: ReviewGround): boolean =>
  yellow === 'since' || (yellow === undefined && yellowBefore(past, contested))

/** What the panel of an extraordinary review may decide: what is called for or one step beside it, any green being to keep. */
export const supportedBeside = (ground: ReviewGround): readonly Option[] => {
  return [
    ...new Set(near(ground).map((option) => (option === 'red_proposal' || option === 'yellow' ? option : 'keep'))),
  ]
}

/** The extraordinary reviews that count: what redress may still take away does not yet (8.9). */
export const inForce = (extraordinary: readonly ExtraordinarySummary[] = []): readonly ExtraordinarySummary[] =>
  extraordinary.filter((one) => one.inForce === true && one.setAside !== true)

/** Whether the panel of a year re-reviews an extraordinary yellow, or a red in force that the board has not carried out (R3, R10). */
export const isYellowBefore = (extraordinary: readonly ExtraordinarySummary[] | undefined, year: number): boolean =>
  inForce(extraordinary).some(({ before, colour }) => before === year && (colour === 'yellow' || colour === 'red'))

/**
 * The year of the panel that judges the base next: what comes between two panels waits for it (R10). A panel that has voted did so
 * without what comes after it, also while its colour is not confirmed yet.
 */
export const nextPanelYear = (
  { facts, stage }: Pick<BaseState, 'facts' | 'stage'>,
  { votesOn }: { readonly votesOn: StepKey | undefined },
): number => {
  const year = stage?.year ?? 0
  const hasVoted = Object.values(stage?.steps ?? {}).some(
    ({ key, outcome, voided }) => key === votesOn && outcome !== undefined && voided === undefined,
  )
  return hasVoted || facts.reviews.some((review) => review.year === year) ? year + 1 : year
}

/** Whether a review found something: a lifted suspension did not, nor a year that nobody judged (R1, R3). */
export const hasFound = ({ lifted, unassessed }: Pick<ReviewSummary, 'lifted' | 'unassessed'>): boolean =>
  lifted !== true && unassessed !== true

/**
 * A yellow within three years, or one no review has judged since: what found nothing repeats none. A red that the board let lie
 * counts as one, and so does a year without report that nobody judged; what redress left open counts for nothing (R3).
 */
const yellowBefore = (past: readonly ReviewSummary[], contested: true | undefined): boolean => {
  const counted = past.map((review, at) => {
    const isLeftOpen = isLeftContestedAt(at, { past, contested })
    const isAdverse = hasFound(review) && (review.colour === 'yellow' || review.colour === 'red')
    return { review, isYellow: (isAdverse && !isLeftOpen) || review.unreported === true }
  })
  return (
    counted.slice(-2).some(({ isYellow }) => isYellow) ||
    counted.findLast(({ review }) => hasFound(review))?.isYellow === true
  )
}

/** Whether redress against one of the reviews was left undecided: the next one says so, of the last one the stage that runs. */
const isLeftContestedAt = (
  at: number,
  { past, contested }: { readonly past: readonly ReviewSummary[]; readonly contested: true | undefined },
): boolean => {
  const next = past[at + 1]
  return next === undefined ? contested === true : next.formerContested === true
}

/**
 * The reviews as they count for a renewal: a colour against which the programme let redress lie counts as a year that nobody judged,
 * in which the base stood green (R3).
 */
export const asTheyCount = (reviews: readonly ReviewSummary[], contested: true | undefined): readonly ReviewSummary[] =>
  reviews.map((review, at) =>
    isLeftContestedAt(at, { past: reviews, contested }) ? { ...review, colour: 'green', unassessed: true } : review,
  )

const areaShares = (result: SheetResult): readonly number[] =>
  Object.entries(result.shares).flatMap(([key, share]) => (key.startsWith('area_') ? [share] : []))

const rising = ({ result, past }: ReviewGround): boolean => result.total > (past.findLast(hasFound)?.total ?? Infinity)

/** The colour a confirmed panel option gives. A lifted suspension leaves the colour as it was before (R1). */
export const colourOf = (option: Option, before: Colour): Colour => {
  const colours: Readonly<Record<string, Colour>> = {
    green: 'green',
    green_with_advice: 'green_with_advice',
    yellow: 'yellow',
    red_proposal: 'red',
    role_model: 'role_model',
  }
  return colours[option] ?? before
}

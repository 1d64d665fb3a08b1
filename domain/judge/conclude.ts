import type { Colour } from '../values/colour.js'
import { statusOfColour, type Status } from '../lifecycle.js'
import { stepMeaning, type Meaning } from '../meanings.js'
import type { ReasonCode } from '../reason-code.js'
import { calledFor, colourOf, hasFound, inForce, nextPanelYear } from '../review.js'
import { carriedStatus, lastDecided, type BaseState, type StepOutcome } from '../state.js'
import { add, type Draft } from './draft.js'
import { moveTo } from './move.js'
import { extraordinaryGround, isLeftContested, reviewGround } from './review-ground.js'
import { defined } from '../values/defined.js'

/** The confirmed colour with its points (R11), and the status it gives; a red one moves only when the board withdraws. */
export const conclude = (draft: Draft): Draft => {
  const { state, rules } = draft
  if (state.stage?.letLie?.year === true) return concludeUnassessed(draft)
  const panel = lastOf(draft, 'colour')
  const examined = lastOf(draft, 'colour_suspended')
  const decisive = panel?.option === 'suspend' ? examined : panel
  const option = panel?.option === 'suspend' ? (examined?.option ?? 'lift') : (panel?.option ?? 'yellow')
  const isLifted = option === 'lift'
  const colour = colourOf(option, carriedColour(state))
  const ground = reviewGround(draft.state, draft.rules.procedure)
  const year = state.stage?.year ?? 0
  const concluded = add(draft, {
    type: 'review_concluded',
    year,
    colour,
    total: ground.result.total,
    called: calledFor(ground),
    ...defined({ shares: ground.shares }),
    ...defined({ code: isAdverse(colour) ? (isLifted ? standingCode(state) : decisive?.code) : undefined }),
    ...defined({ lifted: isLifted ? true : undefined, formerContested: formerContested(state, rules) }),
  })
  if (isLifted)
    return moved(concluded, { to: state.heldStatus ?? statusOfColour[colour] ?? state.status, code: state.heldCode })
  const title = state.status === statusOfColour.role_model ? keptTitle(draft, { year, colour }) : undefined
  // A suspended base that is proposed red stays suspended until the board decides.
  return moved(concluded, { to: title ?? statusOfColour[colour] ?? state.status, code: decisive?.code })
}

/**
 * A year that the programme let lie ends without a colour of its own: the base stands as it stood (R3). A red that the board did not
 * carry out in a whole year is from here on as after a last term, a yellow; the title of role model runs out in its time.
 */
const concludeUnassessed = (draft: Draft): Draft => {
  const { state, rules } = draft
  const year = state.stage?.year ?? 0
  const ground = reviewGround(state, rules.procedure)
  const carried = carriedColour(state)
  const isContested = isLeftContested(state, rules.procedure)
  const stood = carried === 'red' ? (isContested ? 'green' : 'yellow') : carried
  const colour = stood === 'role_model' ? 'green' : stood
  const concluded = add(draft, {
    type: 'review_concluded',
    year,
    colour,
    total: ground.result.total,
    code: 'LAT',
    unassessed: true,
    ...defined({
      unreported: ground.reportMissing ? (true as const) : undefined,
      formerContested: formerContested(state, rules),
    }),
  })
  if (carriedStatus(state) !== state.status) return concluded
  const title = stood === 'role_model' ? keptTitle(draft, { year, colour }) : undefined
  return moved(concluded, { to: title ?? statusOfColour[colour] ?? state.status, code: 'LAT' })
}

const formerContested = (state: BaseState, { procedure }: Draft['rules']): true | undefined =>
  isLeftContested(state, procedure) ? true : undefined

/** The outcome of the last visit of the step of that meaning in this stage, whether or not it still counts. */
const lastOf = ({ state, rules }: Draft, meaning: Meaning): StepOutcome | undefined =>
  Object.values(state.stage?.steps ?? {}).findLast(({ key }) => rules.procedure.steps[key]?.means === meaning)?.outcome

/** The same of the last visit that was decided and still counts. */
const decidedOf = ({ state, rules }: Draft, meaning: Meaning): StepOutcome | undefined => {
  const step = stepMeaning(rules.procedure.steps, meaning)
  return step === undefined ? undefined : lastDecided(state, step.key)?.outcome
}

const isAdverse = (colour: Colour): boolean => colour === 'yellow' || colour === 'red' || colour === 'suspended'

/** Why a colour stands that a suspension interrupted. */
const standingCode = ({ heldCode, facts }: BaseState): ReasonCode | undefined =>
  heldCode ?? facts.reviews.findLast(({ code, unassessed }) => code !== undefined && unassessed !== true)?.code

/** The last review decided again by other people after redress: another colour, the same points (R14). */
export const reconclude = (draft: Draft): Draft => {
  const { state } = draft
  const last = state.facts.reviews.at(-1)
  const panel = lastOf(draft, 'colour_again')
  if (last === undefined || panel === undefined) throw new RangeError(`${state.id} has no review to decide again`)
  const colour = colourOf(panel.option, last.colour)
  const { code: _, ...review } = last
  const code = isAdverse(colour) ? panel.code : undefined
  const concluded = add(draft, { type: 'review_concluded', ...review, colour, ...defined({ code }) })
  const to = keptTitle(draft, { year: last.year, colour }) ?? statusOfColour[colour] ?? state.status
  return moved(concluded, { to, code: panel.code })
}

/** The result of an extraordinary review with its points, beside the yearly ones; kept, the base stands in the colour it had (5.13). */
export const concludeExtraordinary = (draft: Draft): Draft => {
  const { state, rules } = draft
  const panel = decidedOf(draft, 'colour_beside')
  const isConfirmed = decidedOf(draft, 'colour_beside_confirmed')?.option === 'confirm'
  const given = isConfirmed ? panel?.option : 'keep'
  const ground = extraordinaryGround(state, rules.procedure)
  const colour = colourOf(given ?? 'keep', carriedColour(state))
  return add(draft, {
    type: 'extraordinary_concluded',
    no: state.stage?.matters?.findLast(({ matter }) => matter === 'extraordinary_review')?.no ?? 0,
    before: panelAhead(draft),
    colour,
    total: ground.result.total,
    called: calledFor(ground),
    ...defined({
      shares: ground.shares,
      code: given !== 'keep' && isAdverse(colour) ? panel?.code : undefined,
    }),
  })
}

/**
 * What redress makes of the last result (8.9): set aside it counts no longer, and the base stands as it stood; in force it counts,
 * and the panel that comes next then is its re-review.
 */
export const extraordinaryAgain = (
  draft: Draft,
  became: { readonly setAside: true } | { readonly inForce: true },
): Draft => {
  const { state } = draft
  const last = state.facts.extraordinary?.at(-1)
  if (last === undefined) throw new RangeError(`${state.id} has no extraordinary review that redress was about`)
  const { on: _, lastTerm: __, planMissingBefore: ___, ...result } = last
  const before = 'inForce' in became ? panelAhead(draft) : result.before
  return add(draft, { type: 'extraordinary_concluded', ...result, before, ...became })
}

const panelAhead = ({ state, rules }: Draft): number =>
  nextPanelYear(state, { votesOn: stepMeaning(rules.procedure.steps, 'colour')?.key })

/**
 * The colour a base carries by its status, beneath a suspension too: an extraordinary review may have made it yellow since the last
 * yearly one (5.13).
 */
const carriedColour = (state: BaseState): Colour => {
  const { colour = 'green' } = state
  const carried = carriedStatus(state)
  if (carried === statusOfColour.yellow) return 'yellow'
  return carried === statusOfColour.role_model ? 'role_model' : colour
}

/** While the years of the title of role model last, a review takes it by an adverse colour alone (11). */
const keptTitle = (
  { state, rules }: Draft,
  { year, colour }: { readonly year: number; readonly colour: Colour },
): Status | undefined => {
  if (statusOfColour[colour] !== statusOfColour.green) return undefined
  const { titleYears } = rules.procedure.settings.colours
  const since = state.facts.reviews.filter((review) => review.year < year).slice(1 - titleYears)
  const given =
    titleYears > 1 ? since.findLast((review) => review.colour === 'role_model' && hasFound(review)) : undefined
  const lost =
    since.some((review) => isAdverse(review.colour)) || isLostBeside(state, { since: given?.year ?? year, year })
  return given !== undefined && !lost ? statusOfColour.role_model : undefined
}

/** Whether an extraordinary review took the title between two yearly ones (5.13, 11). */
const isLostBeside = (
  { facts: { extraordinary = [] } }: BaseState,
  { since, year }: { readonly since: number; readonly year: number },
): boolean => inForce(extraordinary).some(({ colour, before }) => isAdverse(colour) && before > since && before <= year)

const moved = (draft: Draft, { to, code }: { to: Status; code: ReasonCode | undefined }): Draft =>
  to === draft.state.status ? draft : moveTo(draft, { effect: 'status', status: to, ...defined({ code }) })

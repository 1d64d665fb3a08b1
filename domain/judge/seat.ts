import type { Actor } from '../values/actor.js'
import type { HeldMandate } from '../values/mandate.js'
import { countedActs, isChaired, membersOf } from '../body.js'
import type { Instant } from '../ids.js'
import type { StepDefinition } from '../procedure.js'
import type { StepKey } from '../values/step-key.js'
import type { Refusal } from '../refusal.js'
import type { Role } from '../role.js'
import type { JudgementMoment } from './draft.js'
import { mandateFor } from '../mandate-for.js'
import type { BaseState, StepState } from '../state.js'
import { defined } from '../values/defined.js'

/** The first of some roles that somebody holds for this base now; with a step, also by a seat that was lent for it (SD7). */
export const seatOf = (
  state: BaseState,
  {
    actor,
    moment,
    wanted,
    key,
  }: { actor: Actor; moment: Pick<JudgementMoment, 'now'>; wanted: readonly Role[]; key?: StepKey },
): HeldMandate | undefined => {
  const asked = { base: state.id, now: moment.now, ...defined({ key }) }
  return wanted.map((role) => mandateFor(actor.mandates, { role, ...asked })).find((mandate) => mandate !== undefined)
}

/** Roles that may act on a step besides its own: the chair sits in the body (8.4). */
export const alsoActs = ({ decides }: StepDefinition): readonly Role[] =>
  decides.by === 'votes' && decides.chair !== undefined ? [decides.chair] : []

/** Every role a step can be acted on with now: the body's chair, its own, and that of a stand-in (8.4, E1). */
export const actingRoles = (step: Pick<StepState, 'role' | 'standIn'>, definition: StepDefinition): readonly Role[] => [
  ...alsoActs(definition),
  step.role,
  ...(step.standIn === undefined ? [] : [step.standIn]),
]

/**
 * The mandate somebody acts on a step with: as chair where the body has one, in the step's own role, in that of its
 * stand-in where it is late for long (E1), or as a substitute drawn for this step and no other (8.4).
 */
export const seatOn = (
  state: BaseState,
  { step, definition, actor, now }: { step: StepState; definition: StepDefinition; actor: Actor; now: Instant },
): HeldMandate | undefined => {
  const { decides } = definition
  const drawn =
    step.substitutes?.includes(actor.person) === true && decides.by === 'votes' ? decides.substitutes : undefined
  const wanted = [...actingRoles(step, definition), ...(drawn === undefined ? [] : [drawn])]
  return seatOf(state, { actor, moment: { now }, wanted, key: step.key })
}

/**
 * A body has no more votes than members: who comes beyond them waits for a substitute to be drawn. The last seat of a meeting
 * is its chair's or the deputy's, without whom it decides nothing (8.4).
 */
export const noSeatLeft = (
  step: StepState,
  {
    definition: { decides },
    mandate,
  }: { readonly definition: StepDefinition; readonly mandate: HeldMandate | undefined },
): Refusal | undefined => {
  if (decides.by !== 'votes') return undefined
  const cast = countedActs(step).length
  const seats = membersOf(step)
  if (cast >= seats) return { code: 'no_seat_left', detail: { step: step.id, seats, cast, rule: '8.4' } }
  const isKept = cast === seats - 1 && step.form !== 'written' && !isChaired(step, decides)
  return isKept && mandate?.role !== decides.chair
    ? { code: 'seat_kept_for_chair', detail: { step: step.id, seats, role: decides.chair ?? step.role, rule: '8.4' } }
    : undefined
}

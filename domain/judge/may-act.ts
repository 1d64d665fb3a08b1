import type { BaseCommand } from '../command.js'
import type { Actor } from '../values/actor.js'
import type { HeldMandate } from '../values/mandate.js'
import type { Instant, PersonId } from '../ids.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { isFor, reaches } from '../seat.js'
import {
  actedBy,
  closedBySeat,
  conflictOf,
  mustActInPerson,
  ofUnknownCountry,
  seatsThatNeverAct,
  type Acted,
  type Seat,
  type SeparationRules,
} from '../separation.js'
import { actedInStage, isBy, isInForce, matterOf, type BaseState, type StepState } from '../state.js'
import { roles } from '../role.js'
import { barred } from './matter.js'
import { notYourRole } from './refused.js'
import { revivers } from './revive.js'
import { actingRoles } from './seat.js'
import { notInTeam } from './team.js'
import { defined } from '../values/defined.js'
import { keyOf, type StepId } from '../values/step-key.js'

export interface Acting {
  readonly step: StepState
  readonly definition: StepDefinition
  readonly actor: Pick<Actor, 'person' | 'mandates' | 'delegators'>
  /** The seat the person would act with; absent: none reaches the step. */
  readonly mandate: HeldMandate | undefined
  readonly separation: SeparationRules
  readonly now: Instant
}

/**
 * Why somebody may not act on an open step now, or undefined: seat, then what stands against the person, and against
 * everybody in whose place he or she would act (SD7, SD8). Looked at when the act is judged, never at login.
 */
export const mayNotAct = (state: BaseState, acting: Acting): Refusal | undefined => {
  const { step, definition, actor, mandate, separation, now } = acting
  if (mandate === undefined) return withoutSeat(state, acting)
  const { delegation } = mandate
  const alone = delegation === undefined ? undefined : mustActInPerson(separation, step.key)
  if (delegation !== undefined && alone !== undefined)
    return {
      code: 'act_in_person',
      detail: { rule: alone.rule, step: step.id, needs: step.role, delegator: delegation.delegator },
    }
  const inPlaceOf: readonly PersonId[] = delegation === undefined ? [] : [delegation.delegator]
  if (step.holder !== undefined && ![actor.person, ...inPlaceOf].includes(step.holder))
    return { code: 'assigned_to_another', detail: { step: step.id, holder: step.holder } }
  const opened = definition.onlyByRaiser === true ? openersOf(state, step) : []
  if (opened.length > 0 && ![actor.person, ...inPlaceOf].some((person) => opened.includes(person)))
    return { code: 'opened_by_another', detail: { step: step.id, rule: '5.15' } }
  return (
    againstPerson(state, { ...acting, person: actor.person, seats: seatsNow(actor.mandates, now) }) ??
    inPlaceOf
      .map((person) =>
        againstPerson(state, { ...acting, person, seats: seatsNow(actor.delegators?.[person] ?? [], now) }),
      )
      .find((no) => no !== undefined) ??
    notInTeam(state, { step, separation, person: actor.person, roles: [mandate.role] })
  )
}

/** Who opened the matter of a step, and in whose place. */
const openersOf = (state: BaseState, step: StepState): readonly PersonId[] => {
  const matter = matterOf(state, step)
  return [matter?.by, matter?.delegator].filter((person) => person !== undefined)
}

/**
 * Seats that bind a person now. One of the programme that was lent gives work, not prohibitions of its own; one of a place binds
 * whoever it was lent to as its lender, or two desks of a place that are kept apart would meet in one deputy (SD2, SD7).
 */
const seatsNow = (mandates: readonly HeldMandate[], now: Instant): readonly Seat[] =>
  mandates.filter(
    (mandate) => (mandate.delegation === undefined || roles[mandate.role].perBase) && isInForce(mandate, now),
  )

export interface Standing {
  readonly step: StepState
  readonly definition: StepDefinition
  readonly person: PersonId
  readonly seats: readonly Seat[]
  readonly separation: SeparationRules
}

/** What one person did on a base so far. */
export const deedsOf = (state: BaseState, person: PersonId): Acted =>
  actedBy(person, { life: state.acted, before: state.actedBefore ?? {}, stage: actedInStage(state) })

/** What stands against one person on a step: interest, seats, earlier acts, a second time, the case itself. */
export const againstPerson = (state: BaseState, standing: Standing): Refusal | undefined => {
  const { step, definition, person, seats, separation } = standing
  const acted = deedsOf(state, person)
  return (
    interestOf(state, { person, needs: step.role }) ??
    separates(state, { step, seats, acted, separation }) ??
    wroteOf(state, { step, definition, person }) ??
    (step.acts.some((act) => isBy(act, person))
      ? ({ code: 'already_acted', detail: { step: step.id } } satisfies Refusal)
      : undefined) ??
    barred(state, { step, definition, person, life: acted.life })
  )
}

/** Whoever wrote words of a text clears and approves nothing of it, on whichever step they were handed over (SD1). */
const wroteOf = (
  state: BaseState,
  { step, definition: { text, sees }, person }: Pick<Standing, 'step' | 'definition' | 'person'>,
): Refusal | undefined => {
  const approves = text?.clears !== undefined || (text?.sees === true && sees !== undefined)
  const written = state.negotiation?.versions.findLast(({ editors = [] }) => editors.includes(person))
  return !approves || written === undefined || askedForIt(state, person)
    ? undefined
    : {
        code: 'separation_of_duties',
        detail: { rule: 'SD1', other: keyOf(written.step), step: step.key, needs: step.role },
      }
}

/**
 * An office that asked for a change when it was asked to decide is asked again itself: it wrote what it wanted to read, and never held
 * the pen.
 */
const askedForIt = ({ negotiation, stage }: BaseState, person: PersonId): boolean => {
  const acted = (id: StepId): boolean => stage?.steps[id]?.acts.some((act) => isBy(act, person)) === true
  const { versions = [], proposals = {} } = negotiation ?? {}
  return !versions.some((version) => acted(version.step)) && Object.values(proposals).some((one) => acted(one.step))
}

interface Clerking extends Pick<Acting, 'step' | 'separation' | 'now'> {
  readonly clerk: Pick<Actor, 'person' | 'mandates'>
}

/** The same of somebody through whose hands an act on paper goes: interest, seats and earlier acts, not the act itself (R16). */
export const againstClerk = (state: BaseState, { step, clerk, separation, now }: Clerking): Refusal | undefined => {
  const acted = deedsOf(state, clerk.person)
  return (
    interestOf(state, { person: clerk.person, needs: step.role }) ??
    separates(state, { step, seats: seatsNow(clerk.mandates, now), acted, separation, asClerk: true })
  )
}

interface Separated extends SeatsOn {
  readonly acted: Acted
}

const separates = (state: BaseState, asked: Separated): Refusal | undefined =>
  seatAgainst(state, asked) ?? deedAgainst(asked)

/** A declared interest keeps a person away from the whole base, and nobody lifts it (SD5). */
export const interestOf = (
  state: BaseState,
  { person, needs }: { person: PersonId; needs?: string },
): Refusal | undefined => {
  const interest = state.interests?.[person]
  return interest === undefined
    ? undefined
    : {
        code: 'interest_declared',
        detail: { rule: 'SD5', person, since: interest.at, ...defined({ needs }) },
      }
}

/** What does not decide: a remark, and the word that one must not. */
const decidesNothing: readonly BaseCommand['type'][] = ['comment', 'declare_interest']

/** SD5, SD9, SD10: whoever only reads, keeps the house or has an interest does nothing to a base, by whichever command. */
export const actsAtAll = (
  state: BaseState,
  { command, actor, separation, now }: Pick<Acting, 'separation' | 'now'> & { command: BaseCommand; actor: Actor },
): Refusal | undefined => {
  if (command.type === 'declare_interest') return undefined
  const needs = command.type === 'decide' ? state.stage?.steps[command.step]?.role : undefined
  const interest = interestOf(state, { person: actor.person, ...defined({ needs }) })
  if (interest !== undefined || decidesNothing.includes(command.type)) return interest
  const seats = seatsNow(actor.mandates, now)
  const step = command.type === 'decide' ? command.step : command.type
  const closed = seatsThatNeverAct(separation).find(
    ({ holds }) =>
      !(command.type === 'revive' && revivers.includes(holds)) &&
      seats.some((seat) => seat.role === holds && isFor(seat, state.id)),
  )
  return closed === undefined
    ? undefined
    : {
        code: 'seat_forbids',
        detail: { rule: closed.rule, holds: closed.holds, step, ...defined({ needs }) },
      }
}

interface SeatsOn {
  readonly step: StepState
  readonly seats: readonly Seat[]
  readonly asClerk?: boolean
  readonly separation: SeparationRules
}

const seatAgainst = (state: BaseState, { step, seats, separation, asClerk = false }: SeatsOn): Refusal | undefined => {
  const { country } = state.cluster
  const closed = closedBySeat(separation, { key: step.key, seats, base: state.id, country, asClerk })
  if (closed === undefined) return unknownCountry(state, { step, seats, separation, asClerk })
  const own = closed.where === 'own_country' ? { country } : {}
  return {
    code: 'seat_forbids',
    detail: { rule: closed.rule, holds: closed.holds, step: step.id, needs: step.role, ...own },
  }
}

const unknownCountry = (
  state: BaseState,
  { step, seats, separation, asClerk }: Required<SeatsOn>,
): Refusal | undefined => {
  const unknown = ofUnknownCountry(separation, { key: step.key, seats, base: state.id, asClerk })
  return unknown && { code: 'organisation_country_missing', detail: { ...unknown, step: step.id, needs: step.role } }
}

const deedAgainst = ({ step: { key, role }, acted, separation }: Separated): Refusal | undefined => {
  const conflict = conflictOf(separation, { key, acted })
  return conflict === undefined
    ? undefined
    : { code: 'separation_of_duties', detail: { ...conflict, step: key, needs: role } }
}

/** No seat: a delegation that has ended says so, since its holder would look for the reason (14.19). */
const withoutSeat = (state: BaseState, { step, definition, actor }: Acting): Refusal => {
  const asked = { role: step.role, base: state.id, key: step.key }
  const over = actor.mandates.find((one) => one.delegation !== undefined && reaches(one, asked))
  if (over?.delegation !== undefined)
    return {
      code: 'delegation_over',
      detail: {
        rule: 'SD7',
        step: step.id,
        delegation: over.id,
        delegator: over.delegation.delegator,
        needs: step.role,
        from: over.from,
        until: over.until ?? '',
      },
    }
  return notYourRole(actor, { step: step.id, needs: actingRoles(step, definition).join(', ') })
}

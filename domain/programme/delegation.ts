import { notYourRole } from '../judge/refused.js'
import type { Actor } from '../values/actor.js'
import type { HeldMandate } from '../values/mandate.js'
import type { Delegate, EndDelegation } from '../commands/who.js'
import type { DelegationEvent } from '../events/who.js'
import type { BaseId, Instant, ProgrammeId } from '../ids.js'
import type { Procedure } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { isFor, seatAcross, seatAstray, seatBeside } from '../seat.js'
import { mustActInPerson } from '../separation.js'
import { byOf, isInForce } from '../state.js'
import type { ProgrammeState } from './state.js'
import { defined } from '../values/defined.js'
import { offices } from '../role.js'

interface Lending {
  readonly command: Delegate
  readonly actor: Actor
  readonly now: Instant
  readonly procedure: Procedure
  readonly programme: ProgrammeId
}

/** What comes of a delegation: the event, and the seat it was done with, which the database must find in force. */
export type Delegated =
  { readonly event: DelegationEvent; readonly mandate: HeldMandate } | { readonly refusal: Refusal }

/**
 * Somebody lends an own seat to a named person, for a scope, until a date (SD7). Experts judge in person (SD6), the board
 * withdraws in person (4), and what was lent is not lent again; nor is a seat of the programme lent to who sits for a place, or one of
 * a place to who acts for the programme by a lent one (SD10), or to who is told when that seat is silent (E2). Whether the delegate may act is judged at each act, under the
 * prohibitions of both.
 */
export const judgeDelegate = ({ command, actor, now, procedure, programme }: Lending): Delegated => {
  const { id, role, to, steps, from = now, until } = command
  const fitting = actor.mandates.filter(
    (one) => one.role === role && isInForce(one, now) && (command.base === undefined || isFor(one, command.base)),
  )
  const { own, base, unclear } = seatLent(fitting, command)
  const no =
    seatAstray({ role, ...defined({ base: base ?? fitting[0]?.base }) }, programme) ??
    withoutOwnSeat(fitting, { own, actor, role }) ??
    unclear ??
    acrossSides(command, now) ??
    seatBeside({ role, person: to.person, from, until, ...defined({ base }) }, to.mandates) ??
    inPersonOnly({ role, steps, procedure }) ??
    beyondLimits(command, { actor, own, now, procedure })
  if (no !== undefined || own === undefined)
    return { refusal: no ?? notYourRole(actor, { step: 'delegate', needs: role }) }
  return {
    mandate: own,
    event: {
      type: 'seat_delegated',
      mandate: {
        id,
        person: to.person,
        organisation: own.organisation,
        role,
        from,
        until,
        ...defined({ base }),
        delegation: { delegator: actor.person, mandate: own.id, ...defined({ steps }) },
      },
      by: byOf(actor.person, own),
    },
  }
}

interface SeatLent {
  readonly own: HeldMandate | undefined
  /** For which base it is lent; undefined: for each of the programme. */
  readonly base: BaseId | undefined
  readonly unclear?: Refusal
}

/** Which own seat is lent, and how far it reaches: where no base is named, as far as the seat itself, if there is but one. */
const seatLent = (fitting: readonly HeldMandate[], { role, base }: Delegate): SeatLent => {
  const owned = fitting.filter(({ delegation }) => delegation === undefined)
  const own = owned.find((one) => one.base === undefined) ?? owned[0]
  if (base !== undefined || own?.base === undefined) return { own, base }
  const bases = [...new Set(owned.flatMap((one) => one.base ?? []))].toSorted()
  if (bases.length === 1) return { own, base: own.base }
  return { own, base: own.base, unclear: { code: 'seat_without_base', detail: { role, bases } } }
}

/** SD10: one person alone gives nobody a seat on the other side than the one he or she sits on. */
const acrossSides = ({ role, to: { person, mandates } }: Delegate, now: Instant): Refusal | undefined => {
  const across = seatAcross({ role, isLent: true }, { held: mandates, now })
  return across && { code: 'sides_apart', detail: { rule: 'SD10', person, role, holds: across.role } }
}

const withoutOwnSeat = (
  fitting: readonly HeldMandate[],
  { own, actor, role }: { own: HeldMandate | undefined; actor: Actor; role: Delegate['role'] },
): Refusal | undefined => {
  if (own !== undefined) return undefined
  const [lent] = fitting
  return lent === undefined
    ? notYourRole(actor, { step: 'delegate', needs: role })
    : { code: 'delegation_of_delegation', detail: { rule: 'SD7', role, delegation: lent.id } }
}

/** A role of which no step may be done by another, or a step named that may not. */
const inPersonOnly = ({
  role,
  steps,
  procedure,
}: {
  role: Delegate['role']
  steps: Delegate['steps'] | undefined
  procedure: Procedure
}): Refusal | undefined => {
  const ofRole = stepsOf(procedure, role)
  const aloneOn = (key: string) => mustActInPerson(procedure.separation, key)
  const named = steps?.find((key) => aloneOn(key) !== undefined)
  const key = named ?? (ofRole.every((one) => aloneOn(one) !== undefined) ? ofRole[0] : undefined)
  const alone = key === undefined ? undefined : aloneOn(key)
  return alone === undefined
    ? undefined
    : { code: 'act_in_person', detail: { rule: alone.rule, step: named ?? role, needs: role } }
}

const stepsOf = (procedure: Procedure, role: Delegate['role']): readonly string[] =>
  Object.values(procedure.steps)
    .filter((step) => step.role === role)
    .map(({ key }) => key)

/** What limits every loan: a role that decides, another person, steps of the role, and an end to come and within the own seat (SD7). */
const beyondLimits = (
  { role, to, steps, from = '', until, zone }: Delegate,
  { actor, own, now, procedure }: Omit<Lending, 'command' | 'programme'> & { readonly own: HeldMandate | undefined },
): Refusal | undefined => {
  const ofRole = stepsOf(procedure, role)
  const strange = steps?.filter((key) => !ofRole.includes(key)) ?? []
  const rule = 'SD7'
  const begins = from > now ? from : now
  if (ofRole.length === 0) return { code: 'seat_decides_nothing', detail: { rule, role } }
  if (to.person === actor.person) return { code: 'loan_to_oneself', detail: { rule, role } }
  if (strange.length > 0 || steps?.length === 0)
    return { code: 'loan_beyond_role', detail: { rule, role, named: strange, steps: ofRole } }
  if (until <= begins)
    return { code: 'seat_ends_too_soon', detail: { rule, from: begins, until, ...defined({ zone }) } }
  return own?.until !== undefined && until > own.until
    ? { code: 'loan_outlasts_seat', detail: { rule, role, until, ends: own.until, ...defined({ zone }) } }
    : undefined
}

/** A delegation ends before its date: by either of the two, or a director. From then on nobody acts under it (14.19). */
export const judgeEndDelegation = (
  state: ProgrammeState,
  { command, actor, now }: { command: EndDelegation; actor: Actor; now: Instant },
): Delegated => {
  const { delegation: id } = command
  const found = state.delegations?.[id]
  if (found === undefined) return { refusal: { code: 'unknown_mandate', detail: { mandate: id } } }
  const theirs = [found.mandate, ...(found.to === actor.person ? [id] : [])]
  const mandate = actor.mandates.find(
    (one) =>
      isInForce(one, now) &&
      (theirs.includes(one.id) ||
        (one.role === offices.endsDelegations && one.base === undefined && one.delegation === undefined)),
  )
  if (mandate === undefined)
    return {
      refusal: notYourRole(actor, {
        step: command.type,
        needs: `${found.delegator}, ${found.to}, ${offices.endsDelegations}`,
      }),
    }
  return { mandate, event: { type: 'delegation_ended', delegation: id, by: byOf(actor.person, mandate) } }
}

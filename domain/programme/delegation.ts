import { notYourRole } from '../judge/refused.js'
import type { Actor } from '../values/actor.js'
import type { HeldMandate } from '../values/mandate.js'
import type { Delegate, EndDelegation } from '../commands/who.js'
import type { DelegationEvent } from '../events/who.js'
import type { Instant } from '../ids.js'
import type { Procedure } from '../procedure.js'
import type { Refusal } from '../refusal.js'
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
}

/** What comes of a delegation: the event, and the seat it was done with, which the database must find in force. */
export type Delegated =
  { readonly event: DelegationEvent; readonly mandate: HeldMandate } | { readonly refusal: Refusal }

/**
 * Somebody lends an own seat to a named person, for a scope, until a date (SD7). Experts judge in person (SD6), the board
 * withdraws in person (4), and what was lent is not lent again. Whether the delegate may act is judged at each
 * act, under the prohibitions of both.
 */
export const judgeDelegate = ({ command, actor, now, procedure }: Lending): Delegated => {
  const { id, role, base, to, steps, from = now, until } = command
  const fitting = actor.mandates.filter(
    (one) => one.role === role && (one.base === undefined || one.base === base) && isInForce(one, now),
  )
  const own = fitting.find(({ delegation }) => delegation === undefined)
  const no =
    withoutOwnSeat(fitting, { own, actor, role }) ??
    inPersonOnly({ role, steps, procedure }) ??
    malformed(command, { actor, own, now, procedure })
  if (no !== undefined || own === undefined)
    return { refusal: no ?? notYourRole(actor, { step: 'delegate', needs: role }) }
  return {
    mandate: own,
    event: {
      type: 'seat_delegated',
      mandate: {
        id,
        person: to,
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

const malformed = (
  { role, to, steps, from, until }: Delegate,
  { actor, own, now, procedure }: Omit<Lending, 'command'> & { readonly own: HeldMandate | undefined },
): Refusal | undefined => {
  const ofRole = stepsOf(procedure, role)
  const strange = steps?.find((key) => !ofRole.includes(key))
  const wrong = (field: string, { got, needs }: { got: string; needs: string }): Refusal => ({
    code: 'facts_malformed',
    detail: { field, got, needs },
  })
  if (ofRole.length === 0) return wrong('role', { got: role, needs: 'a role that decides steps (SD7)' })
  if (to === actor.person) return wrong('to', { got: to, needs: 'another person (SD7)' })
  if (strange !== undefined || steps?.length === 0)
    return wrong('steps', { got: strange ?? 'an empty list', needs: `steps of ${role}: ${ofRole.join(', ')} (SD7)` })
  if (until <= (from ?? now) || until <= now)
    return wrong('until', { got: until, needs: 'after the beginning and after now (SD7)' })
  return own?.until !== undefined && until > own.until
    ? wrong('until', { got: until, needs: `at the latest ${own.until}, when the seat itself ends (SD7)` })
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

import type { HeldMandate } from './values/mandate.js'
import type { InterestKind } from './values/interest-kind.js'
import { programmeOfBase, type BaseId, type Instant, type PersonId, type ProgrammeId } from './ids.js'
import type { Refusal } from './refusal.js'
import type { StepKey } from './values/step-key.js'
import { roles, type Role } from './role.js'
import { supervisorOf } from './supervisor.js'

/** That somebody has an interest in a base, and the roles it keeps the person out of (SD5). */
export interface Interest {
  readonly kind: InterestKind
  readonly roles: readonly Role[]
  readonly at: Instant
}

/** What a seat is asked for: a role on a base, and the step where one is decided. */
export interface SeatAsked {
  readonly role: Role
  readonly base: BaseId
  readonly now: Instant
  readonly key?: StepKey
}

/**
 * Whether a seat is for a base at all: one of a base for that base alone, one of the programme for each. A role of a place is held for
 * one base, so without one it is for none, whoever asks: judge, sight, holders and inbox alike (4).
 */
export const isFor = ({ role, base }: Pick<HeldMandate, 'role' | 'base'>, of: BaseId): boolean =>
  base === undefined ? !roles[role].perBase : base === of

/** What keeps a seat from being given or lent in a programme: a role of a place without its base, or a base of another programme. */
export const seatAstray = (
  { role, base }: Pick<HeldMandate, 'role' | 'base'>,
  programme: ProgrammeId,
): Refusal | undefined => {
  if (base === undefined)
    return roles[role].perBase ? { code: 'seat_without_base', detail: { role, bases: [] } } : undefined
  return programmeOfBase(base) === programme ? undefined : { code: 'base_of_another', detail: { base, programme } }
}

/** A seat and whether it was lent, as far as the two sides are kept apart by it. */
type SidedSeat = Pick<HeldMandate, 'role' | 'delegation' | 'until'>

/**
 * The seat of somebody that stands against another one of the other side, where either is lent: one person alone lends it, and so
 * would give somebody a seat on both sides (SD10). Seats of both sides that two persons gave stand.
 */
export const seatAcross = (
  { role, isLent }: { readonly role: Role; readonly isLent: boolean },
  { held, now }: { readonly held: readonly SidedSeat[]; readonly now: Instant },
): SidedSeat | undefined =>
  held.find(
    (one) =>
      (one.until === undefined || one.until > now) &&
      roles[one.role].side !== roles[role].side &&
      (isLent || one.delegation !== undefined),
  )

/** A seat as far as it is told by it when it is held, and for which base. */
type DatedSeat = Pick<HeldMandate, 'role' | 'base' | 'from' | 'until'>

/**
 * What keeps a seat from being given or lent to somebody beside others, own or lent, for the same base: of the two that hear of each
 * other's silence nobody holds both at one time (SD2, E2).
 */
export const seatBeside = (
  { person, ...seat }: DatedSeat & { readonly person: PersonId },
  others: readonly DatedSeat[],
): Refusal | undefined => {
  const { role, base } = seat
  const beside = others.find((one) => one.base === base && overEachOther(one.role, role) && overlap(one, seat))
  return beside === undefined || base === undefined
    ? undefined
    : { code: 'seats_apart', detail: { rule: 'SD2', person, base, role, holds: beside.role } }
}

/** Two seats of which each hears first that the other one is late: in one person nobody else would hear of a silence (E2). */
const overEachOther = (role: Role, other: Role): boolean => supervisorOf(role) === other && supervisorOf(other) === role

const overlap = (one: DatedSeat, other: DatedSeat): boolean =>
  (one.until === undefined || one.until > other.from) && (other.until === undefined || other.until > one.from)

/**
 * Whether a seat reaches so far, in force or not. A lent one decides steps and nothing else, and only those it was lent
 * for (SD7).
 */
export const reaches = (seat: HeldMandate, asked: Pick<SeatAsked, 'role' | 'base' | 'key'>): boolean =>
  seat.role === asked.role && isFor(seat, asked.base) && (seat.delegation === undefined || lent(seat.delegation, asked))

const lent = ({ steps }: NonNullable<HeldMandate['delegation']>, { key }: Pick<SeatAsked, 'key'>): boolean =>
  key !== undefined && (steps === undefined || steps.includes(key))

import type { HeldMandate } from './values/mandate.js'
import type { InterestKind } from './values/interest-kind.js'
import type { BaseId, Instant } from './ids.js'
import type { StepKey } from './values/step-key.js'
import type { Role } from './role.js'

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
 * Whether a seat reaches so far, in force or not. A lent one decides steps and nothing else, and only those it was lent
 * for (SD7).
 */
export const reaches = (
  { role, base, delegation }: HeldMandate,
  asked: Pick<SeatAsked, 'role' | 'base' | 'key'>,
): boolean =>
  role === asked.role &&
  (base === undefined || base === asked.base) &&
  (delegation === undefined || lent(delegation, asked))

const lent = ({ steps }: NonNullable<HeldMandate['delegation']>, { key }: Pick<SeatAsked, 'key'>): boolean =>
  key !== undefined && (steps === undefined || steps.includes(key))

import type { BaseView } from '../../domain/record.js'
import type { ClaimRefusal, ClaimLimits, Claim } from '../../domain/claims.js'
import type { Instant } from '../../domain/ids.js'

export interface ClaimsRequest {
  readonly stream: string
  readonly occurredAt: Instant
  readonly claims: readonly Claim[]
  readonly limits: ClaimLimits
  readonly base: BaseView | undefined
}

export type Claimed =
  | { readonly granted: true; /** Number of the slot that was claimed. */ readonly slot?: number }
  | { readonly granted: false; readonly refusal: ClaimRefusal }

/** A request narrowed to one kind of claim, for the test of that kind. */
export type ClaimOf<K extends Claim['claim']> = ClaimsRequest & { readonly claim: Extract<Claim, { claim: K }> }

export const granted: Claimed = { granted: true }
/** A claim the database refuses, with the facts the core judges once more with. */
export const refused = (refusal: ClaimRefusal): Claimed => ({ granted: false, refusal })
/** Granted unless something stands against it. */
export const answered = (refusal: ClaimRefusal | undefined): Claimed =>
  refusal === undefined ? granted : refused(refusal)

import type { TextReference } from '../values/text-reference.js'
import type { BaseId, Instant, MandateId } from '../ids.js'
import type { StepId, StepKey } from '../values/step-key.js'
import type { ReasonCode } from '../reason-code.js'
import type { Role } from '../role.js'
import type { InterestKind } from '../values/interest-kind.js'
import type { Named } from '../values/named.js'

/** Says that somebody has an interest in this base (SD5): oneself, or `of` somebody, which compliance alone may enter. */
export interface DeclareInterest {
  readonly type: 'declare_interest'
  readonly kind: InterestKind
  readonly of?: Named
  readonly reason?: TextReference
}

/** A director gives an open step to one holder of its role (4). */
export interface Reassign {
  readonly type: 'reassign'
  readonly step: StepId
  readonly to: Named
  readonly code: ReasonCode
  readonly reason?: TextReference
}

export type WhoCommand = DeclareInterest | Reassign

/** Lends an own seat to a named person, for a scope, until a date (SD7). */
export interface Delegate {
  readonly type: 'delegate'
  /** Id of the mandate that comes of it. */
  readonly id: MandateId
  readonly role: Role
  /** One base; absent: that of the own seat, which is for one base or for each of the programme. */
  readonly base?: BaseId
  readonly to: Named
  /** Only these steps; absent: all of the role. */
  readonly steps?: readonly StepKey[]
  /** Absent: from now on. */
  readonly from?: Instant
  readonly until: Instant
  /** The zone of the place whose seat is lent, by which its dates are read (R4); absent: the programme's. */
  readonly zone?: string
}

/** Ends a delegation before its date: by whoever lent the seat, whoever has it, or a director. */
export interface EndDelegation {
  readonly type: 'end_delegation'
  readonly delegation: MandateId
}

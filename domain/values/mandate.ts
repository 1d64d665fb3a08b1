import type { PersonId, MandateId, Instant, Country, BaseId, OrganisationId } from '../ids.js'
import type { StepKey } from './step-key.js'
import type { Role } from '../role.js'

/** In whose place somebody acts, by which seat of theirs, and on which steps; all of the role where they are absent (SD7). */
export interface Delegation {
  readonly delegator: PersonId
  readonly mandate: MandateId
  readonly steps?: readonly StepKey[]
}

/** A seat somebody holds: for one base, or for the whole programme when `base` is absent. */
export interface HeldMandate {
  readonly id: MandateId
  readonly role: Role
  readonly base?: BaseId
  readonly organisation: OrganisationId
  readonly from: Instant
  readonly until?: Instant
  /** Where the organisation is at home: an expert does not assess the own country (SD5). */
  readonly country?: Country
  /** Present where the seat is somebody else's. */
  readonly delegation?: Delegation
}

export interface MandateGrant {
  readonly id: MandateId
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly role: Role
  readonly base?: BaseId
  readonly from: Instant
  readonly until?: Instant
  readonly delegation?: Delegation
}

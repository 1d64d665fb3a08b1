import type { BaseId, Country, Instant, PersonId, OrganisationId } from '../ids.js'
import type { StepId } from './step-key.js'
import type { Role } from '../role.js'

/** Somebody who holds the role of a step now, with all seats of that person in the programme. */
export interface Holder {
  readonly person: PersonId
  readonly seats: readonly {
    readonly role: Role
    readonly base?: BaseId
    readonly country?: Country
    /** Named where its country is not known. */
    readonly organisation?: OrganisationId
  }[]
}

/** Holders by open step; an empty list says that the rule resolves to nobody. */
export type Holders = Readonly<Record<StepId, readonly Holder[]>>

/** Whose steps are asked about, and at which instant. */
export interface HoldersAsked {
  readonly stream: BaseId
  readonly steps: readonly StepId[]
  readonly at: Instant
}

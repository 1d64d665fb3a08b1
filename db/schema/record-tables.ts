import type { ColumnType } from 'kysely'
import type { Drafter } from '../../domain/judge/drafter.js'
import type { ReasonCode } from '../../domain/reason-code.js'
import type { Instant, BaseId, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { HoldState } from '../../domain/events/records.js'
import type { ErasedCounts } from '../../domain/retention.js'
import type { Role } from '../../domain/role.js'
import type { SavedPage } from '../../domain/values/saved-page.js'

/** The key of a person, wrapped under one of the installation's own. */
export interface PersonKeyTable {
  person: PersonId
  wrapped: string
  wrapped_by: string
  made_at: Instant
}

export interface RecordHoldTable {
  programme: ProgrammeId
  id: string
  person: PersonId | null
  base: BaseId | null
  code: ReasonCode
  state: HoldState
  asked_at: Instant
  held_at: Instant | null
  released_at: Instant | null
}

export interface ErasureTable {
  programme: ProgrammeId
  person: PersonId
  requested_at: Instant
  erased_at: Instant | null
  erased: ColumnType<ErasedCounts | null, string | null, string | null>
}

/** Whom an issuer of tokens means by a name of its own, which is kept as a hash. */
export interface PersonIdentityTable {
  subject_hash: string
  issuer: string
  person: PersonId
  seal: string
  set_by: string
  set_at: Instant
}

/** What was typed into the form of a step and not handed in. */
export interface DraftTable {
  base: BaseId
  step: string
  drafter: Drafter
  version: number
  /** Sealed under the key of `author`. */
  body: string
  /** Who typed last. */
  author: string
  /** Everybody who typed at it. */
  authors: readonly string[]
  changed_at: Instant
}

/** What somebody looks for on a list again and again (0071). */
export interface SavedViewTable {
  id: string
  person: PersonId
  page: SavedPage
  /** Name and what is asked for, sealed under the key of `person`. */
  body: string
  /** With whom it is shared: whoever holds `role` there; null: with nobody. */
  programme: ProgrammeId | null
  role: Role | null
  saved_at: Instant
}

import type { ColumnType, Generated } from 'kysely'
import type { Instant, BaseId, OrganisationId, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import type { Procedure } from '../../domain/procedure.js'
import type { WaitingPlace } from '../../domain/record.js'
import type { RegisterEntry, RegisterKind } from '../../domain/register.js'
import type { Role } from '../../domain/role.js'
import type { AppointmentPaper } from '../../domain/values/appointment-paper.js'
import type { MandateGrant } from '../../domain/values/mandate.js'
import type { JsonColumn } from './json-column.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

export interface ProgrammeTable {
  id: string
  namespace: string
  rehearsal: boolean
  label: JsonColumn<LocalText>
  procedure: ProcedureId
  created_at: Instant
  open_call: string | null
  window_ends: Instant | null
  next_due_at: Instant | null
  waiting_list: ColumnType<readonly WaitingPlace[], string | undefined, string>
  head_seq: Generated<number>
  head_hash: string | null
  updated_at: Instant
}

export interface ProcedureTable {
  id: ProcedureId
  version: string
  body: JsonColumn<Procedure>
  in_force_from: Instant
}

/** A name as it is written in English and as its bearer writes it. */
export interface Name {
  readonly en: string
  readonly local: string
}

export interface RegisterEntryTable {
  programme: ProgrammeId
  kind: RegisterKind
  id: string
  entry: JsonColumn<RegisterEntry>
  /** What is to take its place, once another person than `asked_by` confirms it. */
  asked: ColumnType<RegisterEntry | null, string | null | undefined, string | null>
  asked_by: ColumnType<string | null, string | null | undefined, string | null>
  added_at: Instant
  changed_at: Instant
}

export interface SeatProposalTable {
  programme: ProgrammeId
  id: string
  mandates: JsonColumn<readonly MandateGrant[]>
  paper: JsonColumn<AppointmentPaper>
  proposed_by: string
  proposed_at: Instant
  confirmed_by: string | null
  confirmed_at: Instant | null
  withdrawn_by: ColumnType<string | null, string | null | undefined>
  withdrawn_at: ColumnType<Instant | null, Instant | null | undefined>
}

/** A version of the rules on its way; what it says and what it changes lie in `rules_text` under their hashes. */
export interface RulesProposalTable {
  programme: ProgrammeId
  procedure: ProcedureId
  version: string
  in_force_from: Instant
  rules_hash: string
  preview_hash: string
  proposed_by: string
  proposed_at: Instant
  confirmed_by: string | null
  confirmed_at: Instant | null
  withdrawn_by: string | null
  withdrawn_at: Instant | null
}

/** A canonical text under its SHA-256. */
export interface RulesTextTable {
  hash: string
  text: string
  kept_at: Instant
}

export interface PersonTable {
  id: string
  /** Both sealed under the person's key: two spellings as JSON, and the address. */
  name: string | null
  email: string | null
  language: Locale
  created_at: Instant
  erased_at: Instant | null
}

export interface MandateTable {
  id: string
  programme: ProgrammeId
  base: BaseId | null
  person: PersonId
  organisation: OrganisationId
  role: Role
  from_at: Instant
  until_at: Instant | null
  revoked_at: Instant | null
  granted_seq: number | null
  /** Of a lent seat: in whose place, from which own seat, for which steps; all of the role where there are none. */
  delegator: ColumnType<string | null, string | null | undefined>
  lends: ColumnType<string | null, string | null | undefined>
  steps: ColumnType<readonly string[] | null, readonly string[] | null | undefined>
}

/** What a cluster is called in one language. */
export interface LocalClusterNames {
  readonly name: string
  readonly place: string
  readonly government: string
  readonly industry: string
}

export interface ClusterTable {
  programme: ProgrammeId
  id: string
  record: JsonColumn<unknown>
  record_hash: string
  names: JsonColumn<Readonly<Record<Locale, LocalClusterNames>>>
}

export interface CallTable {
  programme: ProgrammeId
  id: string
  state: 'proposed' | 'open' | 'closed' | 'put_off'
  window_ends: Instant | null
  proposed_by: string
  proposed_at: Instant
  decided_at: Instant | null
  closed_at: Instant | null
}

export interface SessionTable {
  programme: ProgrammeId
  id: string
  convened_at: Instant
}

export interface SessionRankTable {
  programme: ProgrammeId
  session: string
  base: BaseId
  place: number
  score: number
  proposal: string | null
}

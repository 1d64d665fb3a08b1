import type { ColumnType } from 'kysely'
import type { ExhibitEvent } from '../../domain/events/exhibits.js'
import type { ExhibitFile, ExhibitReaders, ExhibitStatus, FileEnd, ScanResult } from '../../domain/exhibits/exhibit.js'
import type { EvidenceClass } from '../../domain/form/field.js'
import type { ExhibitKind } from '../../domain/exhibits/kinds.js'
import type { Instant, Sha256, BaseId, PersonId } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import type { JsonColumn } from './json-column.js'

export interface CaseKeyTable {
  base: BaseId
  wrapped: string
  wrapped_by: string
  made_at: Instant
}

/** A part of a file as it lies in the store. */
export interface FilePart {
  readonly name: string
  readonly size: number
}

export interface ExhibitFileTable {
  id: string
  base: BaseId
  person: PersonId
  /** Its name, sealed under the key of whoever brought it. */
  name: string
  size: number
  received: number
  parts: JsonColumn<readonly FilePart[]>
  state: 'open' | 'taken' | 'refused' | 'destroyed'
  verdict: string | null
  found: ColumnType<ExhibitFile | null, string | null, string | null>
  key_of: 'person' | 'base'
  sealed_key: string | null
  begun_at: Instant
  ended_at: Instant | null
  /** When it was last sent as an exhibit. */
  brought_at: Instant | null
  destroyed_at: Instant | null
  destroyed_for: FileEnd | null
}

export type ReceivedExhibit = Extract<ExhibitEvent, { type: 'exhibit_received' }>

export interface ExhibitTable {
  base: BaseId
  id: string
  kind: ExhibitKind
  class_proposed: EvidenceClass
  class: EvidenceClass | null
  readers: ExhibitReaders
  status: ExhibitStatus
  says: JsonColumn<
    Pick<
      ReceivedExhibit,
      | 'seal'
      | 'languages'
      | 'issuedOn'
      | 'periods'
      | 'territories'
      | 'personal'
      | 'capturedOn'
      | 'supersedes'
      | 'translationOf'
    >
  >
  sha256: Sha256
  size: number
  media: string
  scan: ScanResult
  pages: number | null
  text_id: string
  expires_on: string | null
  stage_no: number
  person: PersonId
  role: Role
  received_seq: number
  received_at: Instant
  checked_by: string | null
  checked_at: Instant | null
  settled_by: string | null
  settled_at: Instant | null
  code: string | null
  reason_id: string | null
  superseded_by: string | null
}

import type { AnyEvent, EventType } from '../../domain/event.js'
import type { Instant, Sha256 } from '../../domain/ids.js'
import type { RecordRequest } from '../../domain/record.js'
import type { Role } from '../../domain/role.js'
import type { JsonColumn } from './json-column.js'

export interface LedgerEntryTable {
  stream: string
  seq: number
  type: EventType
  schema_version: number
  payload: JsonColumn<AnyEvent>
  /** The exact canonical text of the payload, from which the hash is computed. */
  canonical: string
  actor: string | null
  on_behalf_of: string | null
  role: Role | null
  channel: RecordRequest['channel']
  effective_on: string | null
  occurred_at: Instant
  recorded_at: Instant
  command_id: string
  workflow_run: string
  rules_version: string
  prev_hash: Sha256
  hash: Sha256
  /** Who wrote it, for whoever holds the key of the installation; no part of the hash. Entries of before have none. */
  seal: string | null
}

export interface LedgerHeadTable {
  stream: string
  seq: number
  hash: Sha256
}

import type { Generated } from 'kysely'
import type { Instant, Sha256 } from '../../domain/ids.js'

export interface LedgerLeafTable {
  index: number
  stream: string
  seq: number
}

export interface LedgerNodeTable {
  level: number
  index: number
  hash: Sha256
}

export interface CheckpointTable {
  size: number
  root: Sha256
  state_root: Sha256
  signed_at: Instant
  note: string
}

export interface CheckpointRecordTable {
  kind: 'stream' | 'procedure' | 'history'
  subject: string
  first_size: number
  /** The line itself, as it stands in the tree of the state. */
  record: string
}

export interface CheckpointKeyTable {
  id: string
  verifier_key: string
  first_size: number
}

export interface CheckpointAttestationTable {
  size: number
  kind: 'rfc3161' | 'cosignature'
  name: string
  /** Base64 of a time stamp reply, or the cosignature's line of text. */
  body: string
  received_at: Instant
}

export interface SealedHistoryTable {
  stream: string
  run: string
  sha256: Sha256
  size: number
  events: number
  sealed_at: Instant
}

export interface CheckpointLetterTable {
  day: string
  recipient: string
  size: number
  state: Generated<'queued' | 'sent' | 'failed'>
  attempts: Generated<number>
  next_attempt_at: Instant
  sent_at: Instant | null
  response: string | null
}

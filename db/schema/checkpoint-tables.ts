import type { Generated, GeneratedAlways } from 'kysely'
import type { Instant, Sha256, PersonId } from '../../domain/ids.js'

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
  kind: 'stream' | 'procedure' | 'history' | 'log' | 'comparison'
  subject: string
  first_size: number
  /** The line itself, as it stands in the tree of the state. */
  record: string
}

/** The place of a row in its log, as the sequencer gave it. */
export interface LogPlaceTable {
  log: 'access_log' | 'refused_attempt'
  place: number
  id: number
}

export interface CheckpointKeyTable {
  id: string
  verifier_key: string
  first_size: number
}

export interface CheckpointKeyNoteTable {
  /** The key that is vouched for. */
  verifier_key: string
  note: string
}

export interface EvidenceStatementTable {
  id: string
  kind: 'base' | 'programme'
  subject: string
  size: number
  manifest: Sha256
  asked_at: Instant
  /** The server counts in which order they were asked. */
  turn: GeneratedAlways<number>
  note: string | null
  /** Why there is no statement. */
  refused: string | null
}

export interface CheckpointAttestationTable {
  size: number
  kind: 'rfc3161' | 'cosignature'
  name: string
  /** Base64 of a time stamp reply, or the cosignature's line of text. */
  body: string
  received_at: Instant
  /** What tells cosignatures under one name apart; the same for all stamps. */
  beside: GeneratedAlways<string>
}

export interface SealedHistoryTable {
  stream: string
  run: string
  sha256: Sha256
  size: number
  events: number
  sealed_at: Instant
  /** Over stream, run, hash and events; empty for what was kept before there were seals. */
  seal: Generated<string>
}

/** Locked by the sequencer whose turn it is; never a row in it. */
export interface SequencerTurnTable {
  held: boolean
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

/** The checkpoint this installation, as a witness, cosigned last of another log. */
export interface WitnessedLogTable {
  origin: string
  size: number
  root: Sha256
  note: string
  cosigned_at: Instant
}

export interface CheckpointSubscriptionTable {
  person: PersonId
  wanted: boolean
  said_at: Instant
}

import type { Generated, GeneratedAlways } from 'kysely'
import type { Instant, Sha256, ProgrammeId } from '../../domain/ids.js'
import type { Divergence } from '../../domain/divergence.js'
import type { JsonColumn } from './json-column.js'

export interface ReconciliationTable {
  id: GeneratedAlways<number>
  programme: ProgrammeId
  key: string
  made_at: Instant
  streams: number
  runs: number
  entries: number
  commands: number
  found: number
  divergences: JsonColumn<readonly Divergence[]>
  recovered: Generated<number>
}

export interface ComparedRunTable {
  stream: string
  run: string
  /** The first and the last entry its history tells of. */
  first_seq: number | null
  last_seq: number | null
  /** Of the history that was read. */
  sha256: Sha256
  entries: readonly number[]
  commands: readonly string[]
  /** The hash of both. */
  told: Sha256
  continues: string | null
  /** The hash of what the database had of those entries and commands. */
  held: Sha256
  /** The kinds of differences; empty: they agreed. */
  found: readonly string[]
  compared_at: Instant
  seal: string
}

export interface ReconciliationLetterTable {
  reconciliation: number
  recipient: string
  state: Generated<'queued' | 'sent' | 'failed'>
  attempts: Generated<number>
  next_attempt_at: Instant
  sent_at: Instant | null
  response: string | null
}

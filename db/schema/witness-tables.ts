import type { Generated, GeneratedAlways } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Divergence } from '../../domain/witness/divergence.js'
import type { JsonColumn } from './json-column.js'

export interface ReconciliationTable {
  id: GeneratedAlways<number>
  programme: string
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

export interface ReconciliationLetterTable {
  reconciliation: number
  recipient: string
  state: Generated<'queued' | 'sent' | 'failed'>
  attempts: Generated<number>
  next_attempt_at: Instant
  sent_at: Instant | null
  response: string | null
}

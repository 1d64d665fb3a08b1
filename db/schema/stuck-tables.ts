import type { Instant } from '../../domain/ids.js'

export interface FailingRecordTable {
  stream: string
  command_id: string
  attempts: number
  since: Instant
  tried_at: Instant
  said: string
}

import type { Generated } from 'kysely'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import type { DeliveryState } from '../../domain/values/webhook-state.js'

/** Where a programme tells other programs what was recorded (0072). */
export interface WebhookTable {
  id: string
  programme: ProgrammeId
  url: string
  kinds: readonly string[]
  made_by: string
  made_at: Instant
  ended_at: Instant | null
  ended_by: string | null
  seal: string
  /** How many entries of the one order were looked at for it. */
  seen: number
}

/** One entry that is told to one of them. */
export interface WebhookDeliveryTable {
  id: Generated<string>
  webhook: string
  stream: string
  seq: number
  type: string
  recorded_at: Instant
  state: Generated<DeliveryState>
  attempts: Generated<number>
  next_attempt_at: Instant
  response: string | null
  answered_at: Instant | null
}

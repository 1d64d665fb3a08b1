import type { ColumnType, Generated } from 'kysely'
import type { DocumentKind } from '../../domain/document-kind.js'
import type { AnyEvent } from '../../domain/event.js'
import type { VoidCause } from '../../domain/events/returning.js'
import type { OfferEnd } from '../../domain/events/waiting-list.js'
import type { Instant, Sha256 } from '../../domain/ids.js'
import type { Stage, Status } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import type { ReasonCode } from '../../domain/reason-code.js'
import type { Role, Side } from '../../domain/role.js'

export interface BaseTable {
  id: string
  programme: string
  cluster: string
  call: string
  category: string
  province: string
  country: string
  overlapping: readonly string[]
  record_hash: string
  stage: Stage
  status: Status
  /** A reason code and a colour; text, as the view has them, held to their words by the table's own checks. */
  code: string | null
  colour: string | null
  score: number | null
  slot: number | null
  plaque: string | null
  procedure: string
  awaits_session: boolean
  awaits_slot: Generated<boolean>
  slot_until: Generated<Instant | null>
  reviews: number
  missing_parts: readonly number[]
  undated: readonly string[]
  next_due_at: Instant | null
  rehearsal: boolean
  steps_closed: Generated<number>
  decisions: Generated<number>
  letters_sent: Generated<number>
  head_seq: number
  head_hash: Sha256
  opened_at: Instant
  updated_at: Instant
  closed_at: Instant | null
}

export interface BaseStageTable {
  base: string
  no: number
  stage: Stage
  year: number | null
  entered_at: Instant
  left_at: Instant | null
  outcome: Status | null
  code: ReasonCode | null
}

export type How = Extract<AnyEvent, { type: 'step_closed' }>['how']

export interface StepTable {
  base: string
  id: string
  programme: string
  key: string
  round: number
  stage_no: number
  role: Role
  side: Side
  opened_seq: number
  opened_at: Instant
  due_at: Instant
  calendar: string
  seats: number
  closed_at: Instant | null
  outcome: string | null
  code: ReasonCode | null
  how: How | null
  score: number | null
  voided: ColumnType<VoidCause | null, VoidCause | null | undefined>
  escalated: Generated<number>
}

export interface StepActTable {
  base: string
  seq: number
  step: string
  person: string
  role: Role
  mandate: string
  option: string
  code: ReasonCode | null
  text_id: string | null
  at: Instant
}

export interface SlotTable {
  programme: string
  number: number
  base: string | null
}

export interface SlotOfferTable {
  programme: string
  id: string
  base: string
  state: 'open' | 'accepted' | OfferEnd
  offered_at: Instant
  answered_at: Generated<Instant | null>
  ended_at: Generated<Instant | null>
}

export interface ShortlistPlaceTable {
  programme: string
  call: string
  base: string
  category: string
  province: string
  taken_at: Instant
}

export interface RoleModelTable {
  programme: string
  year: number
  base: string
  total: number
  evidence: number
  green_years: number
  granted_at: Generated<Instant | null>
}

export interface DocumentOrderTable {
  base: string
  id: string
  kind: DocumentKind
  languages: readonly Locale[]
  ordered_seq: number
  ordered_at: Instant
  made_at: Instant | null
}

export interface DocumentTable {
  base: string
  order_id: string
  kind: DocumentKind
  language: Locale
  sha256: Sha256
  size: number
  made_seq: number
  made_at: Instant
}

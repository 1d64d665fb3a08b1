import type { PaperSeries } from '../../domain/words/paper-number.js'
import type { InterestKind } from '../../domain/values/interest-kind.js'
import type { Calendar } from '../../domain/calendar.js'
import type { ColumnType, Generated, RawBuilder } from 'kysely'
import type { BodyView } from '../../domain/body-view.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import type { AnyEvent } from '../../domain/event.js'
import type { VoidCause } from '../../domain/events/returning.js'
import type { OfferEnd } from '../../domain/events/waiting-list.js'
import type { Instant, Sha256, BaseId, ClusterId, MandateId, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { Stage, Status } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import type { ReasonCode } from '../../domain/reason-code.js'
import type { Role, Side } from '../../domain/role.js'

export interface BaseTable {
  id: string
  programme: ProgrammeId
  cluster: ClusterId
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
  /**
   * When the first of its open steps is due, since when it stands in its stage, when its review opens or has opened, and the last day
   * of its memorandum: what lists are asked for by, kept as the rows behind it change (migration 0079).
   */
  first_due_at: Generated<Instant | null>
  stage_entered_at: Generated<Instant | null>
  review_at: Generated<Instant | null>
  ends_on: Generated<string | null>
  calendars: ColumnType<Readonly<Record<string, Calendar>>, string | undefined, string>
  rehearsal: boolean
  /** How the open bodies stand, as the core worked it out with the last entry. */
  bodies: ColumnType<readonly BodyView[], string | undefined, string>
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
  base: BaseId
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
  base: BaseId
  id: string
  programme: ProgrammeId
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
  /** Roles that may act besides the step's own, and who was drawn as a substitute (8.4). */
  also_roles: ColumnType<readonly Role[], readonly Role[] | undefined, readonly Role[]>
  substitutes: ColumnType<
    readonly string[],
    readonly string[] | undefined,
    readonly string[] | RawBuilder<readonly string[]>
  >
  closed_at: Instant | null
  outcome: string | null
  code: ReasonCode | null
  how: How | null
  score: number | null
  voided: ColumnType<VoidCause | null, VoidCause | null | undefined>
  escalated: Generated<number>
  /** Late for long, the step may also be acted on by whoever holds this role (E1). */
  stand_in: ColumnType<Role | null, Role | null | undefined>
  /** The one holder of the role the step was given to. */
  holder: ColumnType<string | null, string | null | undefined>
  vacant: Generated<boolean>
  /** Acts on paper that a second person has yet to confirm (R16). */
  papers: ColumnType<readonly ShownPaper[], string | undefined, string | RawBuilder<string>>
}

/** An act on paper that waits, as lists show it. */
export interface ShownPaper {
  readonly signatory: string
  readonly option: string
  readonly scan: Sha256
  readonly signedOn: string
  readonly enteredBy: string
  /** The entry of the ledger that entered it. */
  readonly seq: number
}

export interface StepActTable {
  base: BaseId
  seq: number
  step: string
  person: PersonId
  role: Role
  mandate: MandateId
  option: string
  code: ReasonCode | null
  text_id: string | null
  at: Instant
}

export interface SlotTable {
  programme: ProgrammeId
  number: number
  base: BaseId | null
}

export interface SlotOfferTable {
  programme: ProgrammeId
  id: string
  base: BaseId
  state: 'open' | 'accepted' | OfferEnd
  offered_at: Instant
  answered_at: Generated<Instant | null>
  ended_at: Generated<Instant | null>
}

export interface ShortlistPlaceTable {
  programme: ProgrammeId
  call: string
  base: BaseId
  category: string
  province: string
  taken_at: Instant
}

export interface RoleModelTable {
  programme: ProgrammeId
  year: number
  base: BaseId
  total: number
  evidence: number
  green_years: number
  granted_at: Generated<Instant | null>
}

export interface InterestTable {
  base: BaseId
  person: PersonId
  kind: InterestKind
  declared_seq: number
  declared_at: Instant
}

export interface DocumentOrderTable {
  base: BaseId
  id: string
  kind: DocumentKind
  languages: readonly Locale[]
  ordered_seq: number
  ordered_at: Instant
  made_at: Instant | null
}

/** The number of an order. */
export interface PaperNumberTable {
  base: BaseId
  order_id: string
  programme: ProgrammeId
  series: PaperSeries
  year: number
  number: number
}

/** The last number of a kind and year of a programme. */
export interface PaperCountTable {
  programme: ProgrammeId
  series: PaperSeries
  year: number
  last: number
}

export interface DocumentTable {
  base: BaseId
  order_id: string
  kind: DocumentKind
  language: Locale
  sha256: Sha256
  size: number
  made_seq: number
  made_at: Instant
}

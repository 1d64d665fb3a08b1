import type { DocumentFile } from './values/document-file.js'
import type { Candidate } from './values/candidate.js'
import type { SessionMeeting } from './values/session-meeting.js'
import type { AppointmentPaper } from './values/appointment-paper.js'
import type { MandateGrant } from './values/mandate.js'
import type { TextReference } from './values/text-reference.js'
import type { ExtraordinarySummary, ReviewSummary } from './base-facts.js'
import type { DocumentKind } from './document-kind.js'
import type { BodyEvent } from './events/bodies.js'
import type { ConditionEvent } from './events/conditions.js'
import type { ScreeningEvent } from './events/screening.js'
import type { ExhibitEvent } from './events/exhibits.js'
import type { ActedText, NegotiationEvent } from './events/negotiation.js'
import type { FoundingEvent } from './events/founding.js'
import type { PublishingEvent } from './events/publishing.js'
import type { OnPaper, PaperEvent } from './events/paper.js'
import type { RecordsEvent } from './events/records.js'
import type { RegisterEvent } from './events/register.js'
import type { ReturningEvent } from './events/returning.js'
import type { ProgrammeRevivalEvent, RevivalEvent } from './events/revival.js'
import type { DelegationEvent, WhoEvent } from './events/who.js'
import type { RoleModelEvent } from './events/role-model.js'
import type { RulesEvent } from './events/rules.js'
import type { MeetingMoved, SessionEvent } from './events/sessions.js'
import type { ThirdPartyEvent } from './events/third-parties.js'
import type { TimingEvent } from './events/timing.js'
import type { TenEvent } from './events/ten.js'
import type { ListEvent } from './events/waiting-list.js'
import type { BroughtFacts, ClusterFacts } from './facts.js'
import type { FilledForm } from './form/filled-form.js'
import type { Instant, PersonId, ProgrammeId } from './ids.js'
import type { Locale } from './locale.js'
import type { Stage, Status } from './lifecycle.js'
import type { Option, StepId, StepKey } from './values/step-key.js'
import type { ReasonCode } from './reason-code.js'
import type { Role } from './role.js'
import type { By } from './values/by.js'
import type { PlannedAlarm } from './values/planned-alarm.js'

/**
 * What happened to a base, in the past participle. The payload of a ledger entry; read by `evolve` for ever, so fields
 * are only added. Each area of the life beyond the plain line has its own file under `events/`.
 */
export type BaseEvent =
  | LifeEvent
  | ReturningEvent
  | RoleModelEvent
  | TimingEvent
  | WhoEvent
  | BodyEvent
  | TenEvent
  | PaperEvent
  | ExhibitEvent
  | ConditionEvent
  | ThirdPartyEvent
  | MeetingMoved
  | NegotiationEvent
  | ScreeningEvent
  | RulesEvent
  | RevivalEvent

/** The plain line: stages, steps, papers, slot, hold and end. */
export type LifeEvent =
  | {
      readonly type: 'base_nominated'
      readonly programme: ProgrammeId
      readonly call: string
      readonly windowEnds: Instant
      readonly cluster: ClusterFacts
      readonly languages: readonly Locale[]
      readonly partsAtHand: readonly number[]
      readonly invited: boolean
      readonly rehearsal: boolean
      readonly by: By
    }
  | {
      readonly type: 'stage_entered'
      readonly stage: Stage
      readonly no: number
      readonly year?: number
      readonly procedure: string
      readonly rulesVersion: string
    }
  | {
      readonly type: 'stage_left'
      readonly stage: Stage
      readonly no: number
      readonly outcome: Status
      readonly code?: ReasonCode
      /** Matters that are not settled and go on beside the next stage, with the effects their stories have had. */
      readonly beside?: readonly { readonly matter: number; readonly effects: Readonly<Record<string, number>> }[]
    }
  | {
      readonly type: 'step_opened'
      readonly step: StepId
      readonly key: StepKey
      /** The number of the matter that asks it; absent: the stage itself. */
      readonly matter?: number
      readonly role: Role
      readonly dueAt: Instant
      readonly calendar: string
      readonly alarms: readonly PlannedAlarm[]
      readonly seats: number
      /** Roles that may act besides the step's own: the chair of a body. */
      readonly also?: readonly Role[]
    }
  /** One person's act on a step: a decision, a vote, a score sheet, a signature. */
  | {
      readonly type: 'step_acted'
      readonly step: StepId
      readonly key: StepKey
      readonly option: Option
      readonly code?: ReasonCode
      readonly reason?: TextReference
      readonly seen?: readonly string[]
      readonly facts?: BroughtFacts
      /** What was filled in, where the step has a form. */
      readonly form?: FilledForm
      /** Where it is about the text that is negotiated. */
      readonly text?: ActedText
      readonly noInterest?: true
      /** Present where it came on paper (R16). */
      readonly paper?: OnPaper
      readonly by: By
    }
  | {
      readonly type: 'step_closed'
      readonly step: StepId
      readonly key: StepKey
      readonly option: Option
      readonly code?: ReasonCode
      readonly how: 'act' | 'vote' | 'sheets' | 'silence' | 'clock' | 'file' | 'stopped'
      readonly score?: number
    }
  | {
      readonly type: 'deadline_moved'
      readonly step: StepId
      readonly from: Instant
      readonly dueAt: Instant
      readonly alarms: readonly PlannedAlarm[]
      readonly cause: 'resume' | 'reconvene' | 'written' | 'extension'
      /** Of an extension: its working days, why, and who gave it (8.5). */
      readonly days?: number
      readonly code?: ReasonCode
      readonly reason?: TextReference
      readonly by?: By
    }
  | {
      readonly type: 'reminded'
      readonly step: StepId
      readonly key: StepKey
      readonly rung: number
      readonly tells: readonly (Role | 'actor')[]
    }
  | {
      readonly type: 'escalated'
      readonly step: StepId
      readonly key: StepKey
      readonly rung: number
      readonly tells: readonly (Role | 'actor')[]
      /** The alarm that takes the place of this one: it repeats, or what it waits for has not happened. */
      readonly next?: PlannedAlarm
      /** Silence decided nothing: an answer lies there on paper and waits for the second person (R16), or the reminder came back (E3). */
      readonly awaits?: 'paper' | 'arrival'
    }
  | {
      readonly type: 'status_changed'
      readonly from: Status
      readonly to: Status
      readonly code?: ReasonCode
      readonly matter?: number
    }
  | { readonly type: 'ranked'; readonly session: string; readonly place: number; readonly of: number }
  /** Whether the base took a place, told to the nominee by 1.11: an entry of this kind comes whatever was decided (8.12). */
  | { readonly type: 'shortlist_decided'; readonly taken: boolean }
  | {
      readonly type: 'slot_reserved'
      readonly slot: number
      /** Without a signature by then the board is asked (R5). */ readonly lapsesAt?: Instant
    }
  | { readonly type: 'slot_freed'; readonly slot: number }
  | { readonly type: 'plaque_reserved'; readonly plaque: string }
  | {
      readonly type: 'memorandum_signed'
      readonly on: Instant
      readonly endsOn: string
      /** Without an activation by then the board is asked (4.11). */
      readonly lapsesAt?: Instant
    }
  | { readonly type: 'base_activated'; readonly on: Instant; readonly firstReviewOn: Instant }
  | ({ readonly type: 'review_concluded' } & ReviewSummary)
  | ({ readonly type: 'extraordinary_concluded' } & Omit<ExtraordinarySummary, 'on' | 'lastTerm' | 'planMissingBefore'>)
  | {
      readonly type: 'document_ordered'
      readonly order: string
      readonly kind: DocumentKind
      readonly languages: readonly Locale[]
      /** Until when redress may be asked, where the paper says how (8.9). */
      readonly redressUntil?: Instant
      readonly matter?: number
      /** It tells what was just done, and stands whatever becomes of that: the story does not come to it, and no undoing takes it back. */
      readonly aside?: true
    }
  | { readonly type: 'document_made'; readonly order: string; readonly files: readonly DocumentFile[] }
  | { readonly type: 'commented'; readonly step?: StepId; readonly text: TextReference; readonly by: By }
  | {
      readonly type: 'held'
      readonly code: ReasonCode
      readonly until?: Instant
      readonly cause: 'person' | 'silent_partner' | 'force_majeure'
      readonly reason?: TextReference
      readonly by?: By
    }
  | { readonly type: 'resumed'; readonly reason?: TextReference; readonly by?: By }
  | {
      readonly type: 'withdrawal_declared'
      readonly code: ReasonCode
      readonly reason?: TextReference
      readonly by: By
    }
  | { readonly type: 'cancel_refused' }
  /** The story has come to its end; nothing follows but a new nomination. */
  | { readonly type: 'base_closed'; readonly status: Status; readonly code?: ReasonCode }

export type ProgrammeEvent =
  | { readonly type: 'call_proposed'; readonly call: string; readonly by: By }
  | { readonly type: 'call_opened'; readonly call: string; readonly windowEnds: Instant; readonly by: By }
  | { readonly type: 'call_put_off'; readonly call: string; readonly by: By }
  | { readonly type: 'call_closed'; readonly call: string }
  | {
      readonly type: 'session_convened'
      readonly session: string
      readonly ranking: readonly Candidate[]
      readonly meets?: SessionMeeting
      readonly by: By
    }
  | {
      readonly type: 'mandates_granted'
      readonly mandates: readonly MandateGrant[]
      /** Absent where one person alone gave them, as was done before. */
      readonly proposal?: string
      readonly paper?: AppointmentPaper
      readonly proposedBy?: PersonId
      readonly by: By
    }
  | { readonly type: 'mandate_revoked'; readonly mandate: string; readonly code: ReasonCode; readonly by: By }
  | SessionEvent
  | DelegationEvent
  | ListEvent
  | RecordsEvent
  | RegisterEvent
  | FoundingEvent
  | PublishingEvent
  | ProgrammeRevivalEvent

export type AnyEvent = BaseEvent | ProgrammeEvent
export type EventType = AnyEvent['type']
export type EventOf<T extends EventType> = Extract<AnyEvent, { type: T }>

/** An entry of the ledger as the core reads it back: the event with its place and its first time. */
export interface Recorded<E> {
  readonly seq: number
  readonly occurredAt: Instant
  readonly schemaVersion: number
  readonly event: E
  readonly commandId: string
}

export const schemaVersion = 1

import type { BodyCommand } from './commands/bodies.js'
import type { ConfirmSeats, FoundProgramme } from './commands/founding.js'
import type { ConditionCommand } from './commands/conditions.js'
import type { ExhibitCommand } from './commands/exhibits.js'
import type { PaperCommand } from './commands/paper.js'
import type { ProposalCommand } from './commands/proposals.js'
import type { RecordsCommand } from './commands/records.js'
import type { RegisterCommand } from './commands/register.js'
import type { Revive } from './commands/revival.js'
import type { ReturningCommand } from './commands/returning.js'
import type { RulesCommand } from './commands/rules.js'
import type { SessionCommand } from './commands/sessions.js'
import type { AskThirdParty } from './commands/third-parties.js'
import type { TimingCommand } from './commands/timing.js'
import type { Delegate, EndDelegation, WhoCommand } from './commands/who.js'
import type { BroughtFacts, ClusterFacts } from './facts.js'
import type { FilledForm } from './form/filled-form.js'
import type { BroughtText } from './commands/negotiation.js'
import type { Holders } from './values/holders.js'
import type { CommandId, Instant, MandateId, PersonId, ProgrammeId, Sha256, BaseId } from './ids.js'
import type { Locale } from './locale.js'
import type { Option, StepId } from './values/step-key.js'
import type { ReasonCode } from './reason-code.js'
import type { Role } from './role.js'
import type { Stand } from './stand.js'
import type { TextReference } from './values/text-reference.js'
import type { AppointmentPaper } from './values/appointment-paper.js'
import type { MandateGrant } from './values/mandate.js'
import type { Actor } from './values/actor.js'
import type { Candidate } from './values/candidate.js'
import type { SessionDay, SessionMeeting } from './values/session-meeting.js'
import type { DocumentFile } from './values/document-file.js'
import type { ProcedureId } from './procedure-id.js'

export interface Nominate {
  readonly type: 'nominate'
  readonly programme: ProgrammeId
  readonly call: string
  readonly windowEnds: Instant
  readonly cluster: ClusterFacts
  readonly languages: readonly Locale[]
  /** An import brings places that were invited already: 1.2a and 1.2b are entered with the file and 1.3 is open. */
  readonly invited: boolean
  /** Parts of the dossier the record already fills (1.3); the rest is listed as missing. */
  readonly partsAtHand: readonly number[]
  readonly procedure: ProcedureId
  readonly rehearsal: boolean
}

export interface Decide {
  readonly type: 'decide'
  readonly step: StepId
  readonly option: Option
  readonly code?: ReasonCode
  readonly reason?: TextReference
  /** Hashes of the text the person approves, where the step has one. */
  readonly seen?: readonly Sha256[]
  readonly facts?: BroughtFacts
  /** What was filled in, where the step has a form. */
  readonly form?: FilledForm
  /** What is handed over of the text that is negotiated. */
  readonly text?: BroughtText
  /** Says that the person has no interest in this base, where the step asks (SD5). */
  readonly noInterest?: true
  /** The link of the letter by which the person acts (0051): it acts once, where the entry is written. */
  readonly link?: string
}

export interface Comment {
  readonly type: 'comment'
  readonly step?: StepId
  readonly text: TextReference
}
export interface Hold {
  readonly type: 'hold'
  readonly code: ReasonCode
  readonly reason?: TextReference
}
export interface Resume {
  readonly type: 'resume'
  readonly reason?: TextReference
}
export interface Withdraw {
  readonly type: 'withdraw'
  readonly code: ReasonCode
  readonly reason?: TextReference
}

/** What people can ask of a base. Each is an update: the person must hear yes or no, and why. */
export type BaseCommand =
  | Nominate
  | Decide
  | Comment
  | Hold
  | Resume
  | Withdraw
  | ReturningCommand
  | TimingCommand
  | WhoCommand
  | BodyCommand
  | PaperCommand
  | ExhibitCommand
  | ConditionCommand
  | AskThirdParty
  | RulesCommand
  | Revive
type BaseCommandType = BaseCommand['type']

/** Every command of a base by its name: the names of the updates its workflow answers. */
export const baseCommandTypes = Object.freeze({
  nominate: 'nominate',
  decide: 'decide',
  comment: 'comment',
  hold: 'hold',
  resume: 'resume',
  withdraw: 'withdraw',
  revoke: 'revoke',
  propose_void: 'propose_void',
  confirm_void: 'confirm_void',
  raise: 'raise',
  open_record: 'open_record',
  take_back: 'take_back',
  extend: 'extend',
  declare_interest: 'declare_interest',
  reassign: 'reassign',
  draw_substitutes: 'draw_substitutes',
  enter_paper: 'enter_paper',
  confirm_paper: 'confirm_paper',
  refuse_paper: 'refuse_paper',
  bring_exhibit: 'bring_exhibit',
  check_exhibit: 'check_exhibit',
  accept_exhibit: 'accept_exhibit',
  return_exhibit: 'return_exhibit',
  show_condition: 'show_condition',
  check_condition: 'check_condition',
  ask_third_party: 'ask_third_party',
  adopt_procedure: 'adopt_procedure',
  revive: 'revive',
} as const satisfies { readonly [T in BaseCommandType]: T })

/** What machines tell a base: the clock, the document maker, the programme's session. Nobody waits for an answer. */
export type BaseNews =
  | { readonly type: 'tick' }
  | { readonly type: 'document_made'; readonly order: string; readonly files: readonly DocumentFile[] }
  | { readonly type: 'rank'; readonly session: string; readonly place: number; readonly of: number }
  /** A freed slot, offered from the waiting list (8.3). */
  | { readonly type: 'offer'; readonly offer: string }
  /** The day of the session in which it is decided on was moved (1.10). */
  | {
      readonly type: 'meeting_moved'
      readonly session: string
      readonly meets: SessionDay
      readonly code: ReasonCode
    }
  | { readonly type: 'cancel_requested' }
  /** A person left for good, with the roles that fell vacant. */
  | { readonly type: 'person_left'; readonly person: PersonId; readonly roles: readonly Role[] }
  /** Who holds the role of each of some open steps, as PostgreSQL had it when they opened or rang. */
  | { readonly type: 'holders'; readonly holders: Holders }

export interface ProposeCall {
  readonly type: 'propose_call'
  readonly call: string
  readonly reason?: TextReference
}
export interface ApproveCall {
  readonly type: 'approve_call'
  readonly call: string
  readonly option: 'open' | 'not_now'
  readonly reason?: TextReference
}
/** Names the bases that are ready for 1.10; the engine ranks them by score and tells each its place. */
export interface ConveneSession {
  readonly type: 'convene_session'
  readonly session: string
  readonly candidates: readonly Candidate[]
  /** Absent: the day is not set yet, or was not noted. */
  readonly meets?: SessionMeeting
}
/** Proposes seats on a paper of appointment; another person confirms them (SD10). */
export interface GrantMandates {
  readonly type: 'grant_mandates'
  readonly mandates: readonly MandateGrant[]
  /** Under which name they wait. Absent in what was sent before two persons were asked: the API always sends one. */
  readonly proposal?: string
  readonly paper?: AppointmentPaper
}
export interface RevokeMandate {
  readonly type: 'revoke_mandate'
  readonly mandate: MandateId
  readonly code: ReasonCode
}

/** What people can ask of a programme. */
export type ProgrammeCommand =
  | ProposeCall
  | ApproveCall
  | ConveneSession
  | SessionCommand
  | FoundProgramme
  | GrantMandates
  | ConfirmSeats
  | RevokeMandate
  | Delegate
  | EndDelegation
  | RecordsCommand
  | RegisterCommand
  | ProposalCommand
  | Revive
export type ProgrammeNews =
  | { readonly type: 'tick' }
  /** Where a base stands towards the ten after its entry `seq` (8.1, 8.3). */
  | { readonly type: 'base_stands'; readonly base: BaseId; readonly seq: number; readonly stand: Stand }

/** How a command reaches the core: its name in the database, its actor (absent: a machine) and the workflow's own time. */
export interface Envelope<C> {
  readonly id: CommandId
  readonly command: C
  readonly actor?: Actor
  readonly now: Instant
}

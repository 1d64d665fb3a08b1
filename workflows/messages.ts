import type { BaseId, PersonId, ProgrammeId } from '../domain/ids.js'
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import { baseCommandTypes, type BaseCommand, type ProgrammeCommand } from '../domain/command.js'
import { type Actor } from '../domain/values/actor.js'
import type { ProgrammeState } from '../domain/programme/state.js'
import type { BaseView, ProgrammeView, SentNote } from '../domain/record.js'
import type { Stand } from '../domain/stand.js'
import type { Role } from '../domain/role.js'
import type { ReasonCode } from '../domain/reason-code.js'
import type { BaseState } from '../domain/state.js'
import type { SessionDay } from '../domain/values/session-meeting.js'
import { catchUpName, workflowTypes } from '../domain/workflow-names.js'
import type { ProcedureId } from '../domain/procedure-id.js'

/** What a person hears when a command was accepted: the entries it became, as stored. */
export interface Accepted {
  /** Number of the last of them; of a command that became nothing, the last entry there was. */
  readonly head: number
  readonly entries: readonly { readonly seq: number; readonly type: string; readonly occurredAt: string }[]
  /** Made by `record`; without it the API believes no "yes". */
  readonly seal?: string
}

type ProgrammeCommandOf<T extends ProgrammeCommand['type']> = Extract<ProgrammeCommand, { type: T }>

// Updates, not signals: the person who acts must hear yes, or no and why, and a validator can refuse without a trace in the history.
/** One update per command of a base, of the same name. */
export const baseUpdates = Object.values(baseCommandTypes).map((type) => defineUpdate<Accepted, [BaseCommand]>(type))
export const proposeCall = defineUpdate<Accepted, [ProgrammeCommandOf<'propose_call'>]>('propose_call')
export const approveCall = defineUpdate<Accepted, [ProgrammeCommandOf<'approve_call'>]>('approve_call')
export const conveneSession = defineUpdate<Accepted, [ProgrammeCommandOf<'convene_session'>]>('convene_session')
export const moveSession = defineUpdate<Accepted, [ProgrammeCommandOf<'move_session'>]>('move_session')
export const noteSession = defineUpdate<Accepted, [ProgrammeCommandOf<'note_session'>]>('note_session')
export const grantMandates = defineUpdate<Accepted, [ProgrammeCommandOf<'grant_mandates'>]>('grant_mandates')
export const foundProgramme = defineUpdate<Accepted, [ProgrammeCommandOf<'found'>]>('found')
export const confirmSeats = defineUpdate<Accepted, [ProgrammeCommandOf<'confirm_seats'>]>('confirm_seats')
export const delegateSeat = defineUpdate<Accepted, [ProgrammeCommandOf<'delegate'>]>('delegate')
export const endDelegation = defineUpdate<Accepted, [ProgrammeCommandOf<'end_delegation'>]>('end_delegation')
export const requestErasure = defineUpdate<Accepted, [ProgrammeCommandOf<'request_erasure'>]>('request_erasure')
export const confirmErasure = defineUpdate<Accepted, [ProgrammeCommandOf<'confirm_erasure'>]>('confirm_erasure')
export const holdRecords = defineUpdate<Accepted, [ProgrammeCommandOf<'hold_records'>]>('hold_records')
export const confirmHold = defineUpdate<Accepted, [ProgrammeCommandOf<'confirm_hold'>]>('confirm_hold')
export const releaseRecords = defineUpdate<Accepted, [ProgrammeCommandOf<'release_records'>]>('release_records')
export const confirmRelease = defineUpdate<Accepted, [ProgrammeCommandOf<'confirm_release'>]>('confirm_release')
export const addToRegister = defineUpdate<Accepted, [ProgrammeCommandOf<'add_to_register'>]>('add_to_register')
export const confirmCorrection = defineUpdate<Accepted, [ProgrammeCommandOf<'confirm_correction'>]>(
  'confirm_correction',
)
export const proposeRules = defineUpdate<Accepted, [ProgrammeCommandOf<'propose_rules'>]>('propose_rules')
export const confirmRules = defineUpdate<Accepted, [ProgrammeCommandOf<'confirm_rules'>]>('confirm_rules')
export const withdrawProposal = defineUpdate<Accepted, [ProgrammeCommandOf<'withdraw_proposal'>]>('withdraw_proposal')
export const revokeMandate = defineUpdate<Accepted, [ProgrammeCommandOf<'revoke_mandate'>]>('revoke_mandate')

/** Of a programme; a base answers the one of the same name among `baseUpdates`. */
export const reviveProgramme = defineUpdate<Accepted, [ProgrammeCommandOf<'revive'>]>('revive')

/** A signal: the programme tells a base its place in the ranked session; nobody waits for the answer. */
export const ranked = defineSignal<[{ session: string; place: number; of: number }]>('ranked')

/** A signal: the programme tells a base that the day of its session was moved; nobody waits for the answer. */
export const meetingMoved = defineSignal<[{ session: string; meets: SessionDay; code: ReasonCode }]>('meeting_moved')

/** A signal: a freed slot is offered to a base; its answer is a step of its own (8.3). */
export const offered = defineSignal<[{ offer: string }]>('offered')
/** A signal: somebody left for good, and open steps may stand without anybody (8.13). */
export const personLeft = defineSignal<[{ person: PersonId; roles: readonly Role[] }]>('person_left')
/** A signal: a base tells the programme where it stands towards the ten after one of its entries (8.1, 8.3). */
export const stands = defineSignal<[{ base: BaseId; seq: number; stand: Stand }]>('stands')

/** Queries are for operators only; people's lists come from PostgreSQL. */
export const baseView = defineQuery<BaseView | null>('base_view')
export const programmeView = defineQuery<ProgrammeView | null>('programme_view')

/** Who sends a command, how the API noted it, and its seal: handed to validator and handler behind the command. */
export interface Sender {
  readonly actor?: Actor
  readonly note?: SentNote
  /** Made by the API over all of it; empty where somebody else sent the command, which then is not carried out. */
  readonly seal: string
}

/** Whoever sends a command without the header. */
export const nobody: Sender = { seal: '' }

/** A signal: the ledger has more than the workflow knows, after a crash or a restored Temporal; it looks and takes it over. */
export const catchUp = defineSignal(catchUpName)

/** The header that carries the actor, and beside the actor note and seal, from the API to validator and handler. */
export const actorHeader = 'cornerstone-actor'

/** What survives continue-as-new: plain JSON. The newest command ids travel along, since the server knows those of one run only. */
export interface Carried<State> {
  readonly state: State
  readonly handled: readonly string[]
}

/** What a base workflow is started with: where the place is, so that its calendar is known before the first command. */
export interface BaseInput {
  readonly base: BaseId
  readonly place: { readonly country: string; readonly zone: string }
  readonly procedure: ProcedureId
  readonly carried?: Carried<BaseState>
  /** The last entry of the ledger that `carried` was made from; absent where the run before carried it. */
  readonly revivedFrom?: number
}

export interface ProgrammeInput {
  readonly programme: ProgrammeId
  /** Whose numbers it ranks and counts by; absent in programmes that began before there was a choice: `full`. */
  readonly procedure?: ProcedureId
  readonly carried?: Carried<ProgrammeState>
  /** As in `BaseInput`. */
  readonly revivedFrom?: number
}

/** In a query to the server: the workflows that have a stream in the ledger. */
export const haveStreams = `WorkflowType in ('${workflowTypes.base}', '${workflowTypes.programme}')`

/**
 * How long a worker may keep one step of a workflow before another is asked: so long waits a sender whose worker was killed.
 * The default is ten seconds; a step takes milliseconds, and one that has to wait for the database says so in time.
 */
export const workflowTaskTimeout = '1.5 seconds'

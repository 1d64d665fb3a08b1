import type { BaseCommand, BaseNews, ProgrammeCommand, ProgrammeNews } from '../domain/command.js'
import type { DocumentFile } from '../domain/values/document-file.js'
import type { Actor } from '../domain/values/actor.js'
import type { Course } from '../domain/course.js'
import type { AnyEvent } from '../domain/event.js'
import type { CommandId, Instant, BaseId, ProgrammeId } from '../domain/ids.js'
import type { Calendar } from '../domain/calendar.js'
import type { DocumentKind } from '../domain/document-kind.js'
import type { Locale } from '../domain/locale.js'
import type { Procedure } from '../domain/procedure.js'
import type { ProgrammeState } from '../domain/programme/state.js'
import type { SentNote, Stored } from '../domain/record.js'
import type { Refusal } from '../domain/refusal.js'
import type { BaseState } from '../domain/state.js'
import type { ProcedureId } from '../domain/procedure-id.js'

/** What a run needs before it can judge: the pinned rules and the calendars of both sides. */
export interface PrepareRequest {
  readonly procedure: ProcedureId
  /** A pinned version; absent: the newest one in force. */
  readonly version?: string
  readonly calendars: readonly { readonly country: string; readonly zone: string }[]
  /** First local date the calendars must cover. */
  readonly from: string
}

/** What a run is judged by. */
export interface Prepared {
  readonly procedure: Procedure
  /** Its steps are here without their forms: a run carries no more than it is judged by. */
  readonly formless?: true
  /** Fetched in the course of a run: the newest version, where it is another, and versions by their names (8.8). */
  readonly newest?: Procedure
  readonly versions?: Readonly<Record<string, Procedure>>
  /** By id, such as `CN@Asia/Shanghai`. */
  readonly calendars: Readonly<Record<string, Calendar>>
}

/** Whose desk it is: one base's, or that of a programme. */
export interface AboutBase {
  readonly kind: 'base'
  readonly base: BaseId
  readonly place: { readonly country: string; readonly zone: string }
  readonly procedure: ProcedureId
  /** The last entry of the ledger that the run was begun from, where its workflow was missing. */
  readonly revivedFrom?: number
}
export interface AboutProgramme {
  readonly kind: 'programme'
  readonly programme: ProgrammeId
  readonly procedure: ProcedureId
  readonly revivedFrom?: number
}

/** What a run asks first: rules and calendars, and what it has to do by them. */
export interface Preparing<State> {
  readonly state: State
  readonly rules: PrepareRequest
}
export type PreparationRequest = (AboutBase & Preparing<BaseState>) | (AboutProgramme & Preparing<ProgrammeState>)
export interface Preparation {
  readonly prepared: Prepared
  readonly course: Course
}

/** A command as the workflow hands it over to be judged and written down, on the state as the workflow knows it. */
export interface Handed<State, Command> extends Preparing<State> {
  readonly id: CommandId
  /** Absent: only what the ledger has and the workflow does not know is asked for. */
  readonly command?: Command
  readonly actor?: Actor
  /** How the API noted it; absent for machines. */
  readonly note?: SentNote
  /** The API's, over command, actor and note; absent for what no update brought. */
  readonly seal?: string
  readonly now: Instant
  readonly namespace: string
  readonly run: string
  /** It was handled before: nothing is judged, its entries are found. */
  readonly isRepeat: boolean
}
export type DecisionRequest =
  | (AboutBase & Handed<BaseState, BaseCommand | BaseNews>)
  | (AboutProgramme & Handed<ProgrammeState, ProgrammeCommand | ProgrammeNews>)

/** What became of a command: kept in the history, and never worked out again on a replay. */
export interface CommandOutcome {
  /** All that the ledger has behind the head the workflow knew: taken over, of this command, and what followed from it. */
  readonly entries: readonly Stored<AnyEvent>[]
  /** What the sender hears: the entries the command became, with the seal of whoever recorded them, or why not. */
  readonly answer:
    | { readonly ok: true; readonly head: number; readonly entries: readonly BriefEntry[]; readonly seal?: string }
    | { readonly ok: false; readonly refusal: Refusal }
  readonly course: Course
  /** The version of the rules the state is under now. */
  readonly rules: string
}

/** An entry as a sender hears of it. */
export interface BriefEntry {
  readonly seq: number
  readonly type: string
  readonly occurredAt: Instant
}

export interface DocumentRequest {
  readonly base: BaseId
  readonly order: string
  readonly kind: DocumentKind
  readonly languages: readonly Locale[]
}

export interface ReconcileAllRequest {
  /** Every programme of this namespace. */
  readonly namespace: string
  /** What asked for it: the same key gives no second report. */
  readonly key: string
}

/** The activities workflows may name. Local: `record`, `prepare`. Ordinary: `makeDocuments`, `reconcileAll`. */
export interface Activities {
  record(request: DecisionRequest): Promise<CommandOutcome>
  prepare(request: PreparationRequest): Promise<Preparation>
  makeDocuments(request: DocumentRequest): Promise<readonly DocumentFile[]>
  reconcileAll(
    request: ReconcileAllRequest,
  ): Promise<readonly { readonly programme: ProgrammeId; readonly found: number }[]>
}

import type { Instant, CommandId, PersonId } from '../domain/ids.js'

/** One entry as a run's own history holds it: what `record` answered when it was written. */
export interface ToldEntry {
  readonly seq: number
  readonly occurredAt: Instant
  readonly commandId: CommandId
  readonly event: unknown
  /** The rest of its row, as it was answered; absent where an older program kept less. */
  readonly row?: ToldRest
}

/** What the row of an entry says besides. */
export interface ToldRest {
  readonly recordedAt: Instant
  readonly effectiveOn: string | null
  readonly rulesVersion: string
  readonly channel: string
  readonly run: string
  readonly hash: string
}

/** One command a person sent, as the history of the run holds it from its acceptance on. */
export interface ToldUpdate {
  readonly id: string
  readonly command: unknown
  /** Who sent it, by the header; absent: nobody was named. */
  readonly person?: PersonId
  readonly channel?: string
  /** What the sender was told; absent while there is no answer yet. */
  readonly outcome?: ToldOutcome
}
export type ToldOutcome =
  { readonly ok: true; readonly entries: readonly ToldBrief[] } | { readonly ok: false; readonly code: string }
export interface ToldBrief {
  readonly seq: number
  readonly type: string
  readonly occurredAt: Instant
}

/** What only an operator, or somebody with an operator's rights, can have done to a run. */
export interface Incident {
  readonly code: 'run_reset' | 'run_terminated' | 'run_failed' | 'time_skipped' | 'options_changed' | 'update_reapplied'
  /** The id of the update, the run that was left, or how the run failed. */
  readonly subject?: string
}

/** A signal or a request to cancel, and the workflow it came from; absent: it was sent by hand. */
export interface ToldSignal {
  readonly name: string
  readonly from?: string
  /** What it says; absent where it says nothing, or nothing that can be read. */
  readonly content?: unknown
}

/** All that one run of a workflow says about itself, as far as the ledger can be held against it. */
export interface RunFacts {
  readonly run: string
  /** The type of its workflow, as the server has it. */
  readonly type?: string
  /** The state it was begun with: from the run it continues, or from the ledger. */
  readonly begunWith?: unknown
  /** The ids of commands that it was told were handled already. */
  readonly handled?: unknown
  /** The rest of what it was begun with: which base or programme, where, and by which procedure. */
  readonly input?: unknown
  /** The run it continues. */
  readonly continues?: string
  /** The run that was left when this one was made by a reset. */
  readonly resetFrom?: string
  readonly ended: boolean
  readonly updates: readonly ToldUpdate[]
  readonly recorded: readonly ToldEntry[]
  readonly signals: readonly ToldSignal[]
  readonly incidents: readonly Incident[]
}

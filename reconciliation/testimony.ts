import type { Instant, CommandId } from '../domain/ids.js'
import type { RunFacts, ToldSignal } from './run-facts.js'

/** An entry as the ledger has it. */
export interface LedgerFact {
  readonly seq: number
  readonly type: string
  readonly payload: unknown
  readonly actor: string | null
  readonly onBehalfOf: string | null
  readonly role: string | null
  readonly channel: string
  readonly occurredAt: Instant
  readonly commandId: CommandId
  readonly run: string
  readonly recordedAt: Instant
  readonly effectiveOn: string | null
  readonly rulesVersion: string
  readonly hash: string
  readonly prevHash: string
  /** Its text and fields have its hash. */
  readonly isSound: boolean
  /** A worker wrote it. */
  readonly isSealed: boolean
}

/** Both witnesses of one stream: what PostgreSQL has and what the histories of its runs say. */
export interface Testimony {
  readonly stream: string
  /** In a rehearsal time may be skipped (0011). */
  readonly rehearsal: boolean
  readonly entries: readonly LedgerFact[]
  readonly commands: readonly KeptCommand[]
  readonly runs: readonly RunFacts[]
  /** What follows from the first entries of the ledger, by their number, where a run was begun with a state of that number. */
  readonly folded: ReadonlyMap<number, unknown>
  /** The entries from which healing began the workflow anew. */
  readonly healedFrom: ReadonlySet<number>
  /** Of a programme: the procedure it counts by, as its row has it. */
  readonly procedure?: string
  /** What programme and bases have to say to this stream, as it follows from their entries. */
  readonly news: readonly ToldSignal[]
  /** Runs that are named and whose history neither the server nor a sealed copy has. */
  readonly lost: readonly string[]
  /** Ended runs that agreed when they were compared, and of which the database has the same still: they are not read again. */
  readonly settled: readonly SettledRun[]
  /** Sealed copies that are not what was sealed. */
  readonly copies: readonly CopyFault[]
}

/** A person's command as the door noted it before it was sent. */
export interface KeptCommand {
  readonly id: string
  readonly actor: string
  readonly command: unknown
  readonly state: 'unsent' | 'sent' | 'accepted' | 'refused' | 'failed'
  /** Whether what it says of its answer, if anything, was said by a process of the programme. */
  readonly isVouchedFor: boolean
}

/** What a run that is not read again spoke for. */
export interface SettledRun {
  readonly run: string
  readonly entries: readonly number[]
  readonly commands: readonly string[]
}

/** A sealed copy whose bytes are gone or changed, or that tells another story than the server. */
export interface CopyFault {
  readonly run: string
  readonly code: 'copy_damaged' | 'copy_differs'
}

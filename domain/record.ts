import type { Calendar } from './calendar.js'
import type { BodyView } from './body-view.js'
import type { AnyEvent, Recorded } from './event.js'
import type { Colour } from './values/colour.js'
import type { By } from './values/by.js'
import type { Instant, PersonId, BaseId, ClusterId, CommandId, ProgrammeId } from './ids.js'
import type { Stage, Status } from './lifecycle.js'
import type { ReasonCode } from './reason-code.js'
import type { Stand } from './stand.js'
import type { Claim, ClaimLimits, ClaimRefusal } from './claims.js'
import type { Holders } from './values/holders.js'

/** The row a list shows of a base, worked out by the core from the state after the events. */
export interface BaseView {
  readonly programme: ProgrammeId
  readonly cluster: ClusterId
  readonly call: string
  readonly category: string
  readonly province: string
  readonly country: string
  readonly overlaps: readonly string[]
  readonly recordHash: string
  readonly stage: Stage
  readonly status: Status
  readonly code?: ReasonCode
  readonly colour?: Colour
  readonly score?: number
  readonly slot?: number
  readonly plaque?: string
  readonly procedure: string
  readonly awaitsSession: boolean
  readonly reviews: number
  readonly missingParts: readonly number[]
  readonly undated: readonly string[]
  readonly closed: boolean
  /** The next instant at which the clock has something to do; null when nothing is due. */
  readonly nextDueAt: Instant | null
  readonly rehearsal: boolean
  /** The calendars of the sides that must act, as far as the open steps reach. */
  readonly calendars?: Readonly<Record<string, Calendar>>
  /** How the open bodies stand (8.4); absent where none is open. */
  readonly bodies?: readonly BodyView[]
  /** When the board is asked whether the slot lapses (R5). */
  readonly slotUntil?: Instant
  /** Towards the ten, as the programme hears it; absent under a procedure that offers no slots. */
  readonly stand?: Stand
}

export interface ProgrammeView {
  readonly nextDueAt: Instant | null
  readonly openCall: string | null
  readonly windowEnds: Instant | null
  /** The waiting list in its order; absent until a base is heard of. */
  readonly waiting?: readonly WaitingPlace[]
}

/** A place of the waiting list as lists show it (8.3). */
export interface WaitingPlace {
  readonly base: BaseId
  readonly place: number
  readonly since: Instant
  readonly score: number
  readonly category: string
  readonly province: string
  /** Why it came onto the list: no free slot (QUO) or a cap (CAP). */
  readonly code?: ReasonCode
  /** The cap that stands against it now; absent: it is offered the next free slot in its turn. */
  readonly against?: ClaimRefusal['code']
  /** What keeps it from being offered a slot until it is settled: an integrity stop (E6). */
  readonly awaits?: 'stop'
  readonly passed: boolean
  readonly waived: boolean
  readonly offer?: { readonly offer: string; readonly state: 'open' | 'accepted'; readonly until?: Instant }
}

/** How the API noted a command before it was sent; it travels with the command, so that the note can be written again. */
export interface SentNote {
  readonly route: string
  /** A keyed hash of the body, worthless without the key of the installation. */
  readonly bodyHash: string
  readonly receivedAt: Instant
}

/** All that the database needs to write a lost note again. */
export interface CommandNote extends SentNote {
  readonly actor: PersonId
  /** What was sent, and where to, as the note keeps it. */
  readonly body: unknown
}

/** What is written down of a command. `by` is absent for the clock and other machines. */
export interface RecordRequest {
  readonly stream: string
  readonly kind: 'base' | 'programme'
  readonly commandId: CommandId
  /** Sequence number of the last entry the workflow knows; 0 for a new stream. */
  readonly expectedHead: number
  readonly events: readonly AnyEvent[]
  readonly by?: By
  readonly channel: 'api' | 'import' | 'paper' | 'link' | 'machine'
  readonly occurredAt: Instant
  readonly rulesVersion: string
  readonly workflowRun: string
  readonly claims: readonly Claim[]
  readonly limits: ClaimLimits
  readonly view: BaseView | ProgrammeView
  /** Of a command that came from a person. */
  readonly note?: CommandNote
}

/** An entry as the ledger has it: with all that its row is made of, so that a history can restore a row byte for byte. */
export interface Stored<E> extends Recorded<E> {
  readonly recordedAt: Instant
  readonly channel: RecordRequest['channel']
  readonly by?: Pick<By, 'person' | 'role' | 'onBehalfOf'>
  readonly effectiveOn?: string
  readonly rulesVersion: string
  readonly run: string
  readonly hash: string
  /** Only a worker can have made it: the row bears it too, and healing takes no row without it. */
  readonly seal?: string
}

export type RecordResult =
  /** Written now, or found under the same command id: the events as stored, which the workflow evolves (never its own copy). */
  | {
      readonly kind: 'recorded'
      readonly entries: readonly Stored<AnyEvent>[]
      readonly head: number
      /** Of a repeated command: everything behind the head the workflow knows, these entries or others. */
      readonly news?: readonly Stored<AnyEvent>[]
      /** Who may act on the steps these entries opened or touched; absent where they touched none. */
      readonly holders?: Holders
    }
  /** The ledger is ahead of the workflow: the missing entries, to be evolved before the command is judged again. */
  | { readonly kind: 'behind'; readonly entries: readonly Stored<AnyEvent>[]; readonly head: number }
  | { readonly kind: 'refused'; readonly refusal: ClaimRefusal }
  /** The id is that of a command of another stream: it was carried out there. */
  | { readonly kind: 'elsewhere'; readonly stream: string }
  /** Its sender was told "no" already, and what was told stays true. */
  | { readonly kind: 'answered' }

import type { Calendar } from './calendar.js'
import type { BodyView } from './body-view.js'
import type { AnyEvent, By, Colour, Recorded } from './event.js'
import type { Country, Instant, PersonId } from './ids.js'
import type { Stage, Status } from './lifecycle.js'
import type { Procedure, StepId } from './procedure.js'
import type { ReasonCode } from './reason-code.js'
import type { Role } from './role.js'
import type { Stand } from './stand.js'

/**
 * What the database must grant together with the events, or refuse as a whole (design 2): the core cannot see other
 * bases, so what two bases may race for is claimed here.
 */
export type Claim =
  /** At most one open base per programme and cluster (design 3). */
  | { readonly claim: 'cluster'; readonly programme: string; readonly cluster: string }
  /** A place on the shortlist under caps and quota (8.2, R9). */
  | { readonly claim: 'shortlist'; readonly programme: string; readonly call: string; readonly waived?: true }
  /** The lowest free slot of the ten; caps are tested again (8.1, 8.2). The database fills in `slot` of `slot_reserved`. */
  | { readonly claim: 'slot'; readonly programme: string; readonly waived?: true }
  /** The caps once more when the base is activated: they can be overtaken after the reservation (8.2). */
  | { readonly claim: 'activation'; readonly programme: string; readonly waived?: true }
  /** Free slots that are kept for these bases of the waiting list until they have answered (8.3). */
  | { readonly claim: 'offer'; readonly programme: string; readonly bases: readonly string[] }
  | { readonly claim: 'release_slot' }
  /** No standing base on the same territory (G9, 8.2). */
  | { readonly claim: 'territory'; readonly programme: string }
  /** One of the role models of a review year, by rank among those proposed (6.5). */
  | { readonly claim: 'role_model'; readonly programme: string; readonly year: number }
  /** The person may be erased: not held, not kept by a rule, not erased before (8.13). */
  | { readonly claim: 'erasure'; readonly person: PersonId }
  /** The mandate the person acts with is in force and not revoked. */
  | { readonly claim: 'mandate'; readonly mandate: string }
  /** No newer version of the rules has come into force: a stage begins under the newest (8.8). */
  | { readonly claim: 'rules'; readonly procedure: Procedure['id']; readonly version: string }
  /** So many of these rungs' reminders of a step were not returned by the mail server: silence needs to have been asked (R3, E3). */
  | { readonly claim: 'reminded'; readonly step: string; readonly rungs: readonly number[]; readonly times: number }

/** Limits the claims are tested against: numbers of the pinned procedure. */
export interface ClaimLimits {
  readonly slots: number
  readonly capPerCategory: number
  readonly capPerProvince: number
  readonly shortlistFactor: number
  /** Categories all slots together must have (8.2); absent: not asked. */
  readonly categoriesAtLeast?: number
  /** Absent: no limit. */
  readonly roleModels?: number
}

/** Why the database refused a claim, in facts the core judges once more with. */
export type ClaimRefusal =
  | { readonly code: 'cluster_taken'; readonly base: string }
  | { readonly code: 'category_full'; readonly have: number; readonly allowed: number }
  | { readonly code: 'province_full'; readonly have: number; readonly allowed: number }
  | { readonly code: 'too_few_categories'; readonly have: number; readonly needs: number }
  | { readonly code: 'territory_taken'; readonly base: string }
  | { readonly code: 'quota_full'; readonly have: number; readonly allowed: number }
  | { readonly code: 'no_free_slot'; readonly have: number; readonly allowed: number }
  | { readonly code: 'role_models_full'; readonly allowed: number; readonly ahead: readonly string[] }
  | { readonly code: 'mandate_not_in_force'; readonly mandate: string }
  | { readonly code: 'rules_newer'; readonly version: string }
  | { readonly code: 'reminder_bounced'; readonly step: string; readonly rung: number }
  | { readonly code: 'person_erased'; readonly person: PersonId }
  | { readonly code: 'records_held'; readonly person: PersonId; readonly hold: string }
  | {
      readonly code: 'retention_stands'
      readonly person: PersonId
      readonly base: string
      readonly keeps: string
      /** A day, or `open` while the base lives. */
      readonly until: string
    }

/** The row a list shows of a base, worked out by the core from the state after the events. */
export interface BaseView {
  readonly programme: string
  readonly cluster: string
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
  readonly waiting?: readonly ListedEntry[]
}

/** A place of the waiting list as lists show it (8.3). */
export interface ListedEntry {
  readonly base: string
  readonly place: number
  readonly since: Instant
  readonly score: number
  readonly category: string
  readonly province: string
  /** Why it came onto the list: no free slot (QUO) or a cap (CAP). */
  readonly code?: ReasonCode
  /** The cap that stands against it now; absent: it is offered the next free slot in its turn. */
  readonly against?: ClaimRefusal['code']
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
  readonly commandId: string
  /** Sequence number of the last entry the workflow knows; 0 for a new stream. */
  readonly expectedHead: number
  readonly events: readonly AnyEvent[]
  readonly by?: By
  readonly channel: 'api' | 'import' | 'paper' | 'machine'
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
}

/** Somebody who holds the role of a step now, with all seats of that person in the programme. */
export interface Holder {
  readonly person: PersonId
  readonly seats: readonly { readonly role: Role; readonly base?: string; readonly country?: Country }[]
}
/** Holders by open step; an empty list says that the rule resolves to nobody. */
export type Holders = Readonly<Record<StepId, readonly Holder[]>>

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

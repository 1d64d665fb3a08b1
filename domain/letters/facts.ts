import type { PlainDate } from '../calendar-date.js'
import type { RejectionCode } from '../exhibits/exhibit.js'
import type { DocumentKind } from '../document-kind.js'
import type { VoidCause } from '../events/returning.js'
import type { Locale } from '../locale.js'
import type { Instant, PersonId, Sha256 } from '../ids.js'
import type { ClauseId } from '../negotiation/rules.js'
import type { Status } from '../lifecycle.js'
import type { StepKey } from '../values/step-key.js'
import type { ReasonCode } from '../reason-code.js'
import type { Role } from '../role.js'
import type { SessionDay } from '../values/session-meeting.js'

/** An act on paper as its letters tell of it (R16); the number of the document is a text, and stays out. */
export interface ToldPaper {
  readonly signatory: PersonId
  readonly signedOn?: PlainDate
  readonly enteredBy: ToldPerson
  readonly confirmedBy?: ToldPerson
  readonly refusedBy?: ToldPerson
}

/** How an act came to be voided: the step whose change or decision took its ground away, and who decided that (R17, 8.7). */
export interface ToldVoid {
  readonly cause: VoidCause
  readonly because?: StepKey
  /** Absent where a body decided. */
  readonly decidedBy?: ToldPerson
}

/** Somebody a letter names by id, with the role acted in where the record that sends the letter says it. */
export interface ToldPerson {
  readonly person: PersonId
  readonly role?: Role
}

/**
 * A reminder came back and is sent again (E3); a second word on a void is asked for and not the act of the step (R17); a status came back since its decision was voided; a session
 * is to be convened (1.10); what was raised was taken back (3.13); of a review the programme let another part lie than the year, or a matter or an ending beside it (R3); an end
 * came of what could be contested (8.9); the base is stopped, and not only held (E6); redress was upheld or dismissed (R14), or took away the result of an extraordinary review (5.13).
 */
export type LetterForm =
  | 'second_word'
  | 'at_opening'
  | 'unreached'
  | 'taken_back'
  | 'session'
  | 'not_ended'
  | 'left_over'
  | 'publication'
  | 'matter'
  | 'ending'
  | 'after_redress'
  | 'stopped'
  | 'upheld'
  | 'set_aside'
  | 'dismissed'

/** What a letter is queued with. */
export interface LetterFacts extends ToldFacts {
  /** Head of the stream after the entry this letter tells of was committed: printed, so that a cut tail shows. */
  readonly head: Sha256
  readonly seq: number
}

/** What a letter is about, in ids, keys and codes; the words are found when it is written, in the reader's language. */
export interface ToldFacts {
  readonly step?: string
  readonly key?: string
  readonly role?: Role
  /** The form of its words, where the same kind of letter tells of something in another way. */
  readonly form?: LetterForm
  readonly dueAt?: Instant
  readonly rung?: number
  readonly option?: string
  readonly code?: ReasonCode
  readonly status?: Status
  /** Kind of paper that was made. */
  readonly kind?: DocumentKind
  readonly files?: readonly { readonly language: Locale; readonly sha256: Sha256 }[]
  /** Until when a hold lasts. */
  readonly until?: Instant
  readonly paper?: ToldPaper
  /** What was brought as proof and sent back, by its id, and why. */
  readonly exhibit?: { readonly id: string; readonly code: RejectionCode }
  /** What was brought as proof and is about to expire, by ids, and its last day. */
  readonly expiring?: { readonly ids: readonly string[]; readonly on: PlainDate }
  /** On which day a session meets now, and how. */
  readonly meets?: SessionDay
  readonly voided?: ToldVoid
  /** Sections of a text that read otherwise, by their names in the model. */
  readonly clauses?: readonly ClauseId[]
  /** Version of the rules that was agreed to or adopted, who has agreed for the first side, and what it replaces (8.8). */
  readonly version?: string
  readonly agreedBy?: ToldPerson
  readonly former?: string
}

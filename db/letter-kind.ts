import type { DocumentKind } from '../domain/document-kind.js'
import type { Locale } from '../domain/locale.js'
import type { Instant, Sha256 } from '../domain/ids.js'
import type { Status } from '../domain/lifecycle.js'
import type { ReasonCode } from '../domain/reason-code.js'
import type { Role } from '../domain/role.js'

/** The events that send letters; each letter is named after the event it tells of. */
export const letterKinds = [
  'step_opened',
  'reminded',
  'escalated',
  'deadline_moved',
  'status_changed',
  'held',
  'resumed',
  'base_closed',
  'document_made',
  'vacancy_found',
  'slot_offered',
  'offer_lapsed',
  'reservation_ran_out',
  'reservation_moved',
] as const
export type LetterKind = (typeof letterKinds)[number]

/** What a letter is about, in ids, keys and codes; the words are found when it is written, in the reader's language. */
export interface LetterFacts {
  readonly step?: string
  readonly key?: string
  readonly role?: Role
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
  /** Head of the stream after the entry this letter tells of was committed: printed, so that a cut tail shows. */
  readonly head: Sha256
  readonly seq: number
}

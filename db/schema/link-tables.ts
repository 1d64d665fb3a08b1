import type { Generated } from 'kysely'
import type { Instant, Sha256, BaseId, PersonId } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import type { ThirdPartyAnswer } from '../../domain/third-parties.js'

/** A link that a letter carries (0051). */
export interface ActLinkTable {
  id: string
  token_hash: Sha256
  letter: string
  person: PersonId
  /** The mandate by which the person may act; with another one the link is dead. */
  seat: string
  base: BaseId
  step: string
  /** Hashes of the text that the step shows; empty where it shows none. */
  documents: readonly string[]
  made_at: Instant
  seal: string
  revoked_at: Instant | null
  used_at: Instant | null
  /** The command whose entries used it up. */
  used_by: string | null
}

/** The code that goes with an act of weight by a link (0061). */
export interface ActCodeTable {
  link: string
  asked_at: Instant
  state: Generated<'queued' | 'sent' | 'failed'>
  attempts: Generated<number>
  next_attempt_at: Instant
  response: string | null
  /** Absent until the letter leaves. */
  code_hash: string | null
  made_at: Instant | null
  /** How often another code was typed. */
  tries: Generated<number>
}

/** A question to somebody outside about an activity (0066). */
export interface ThirdPartyTable {
  id: string
  base: BaseId
  /** The activity, as it is followed. */
  activity: string
  language: Locale
  /** Sealed; null once the letter has left, or is given up. */
  address: string | null
  prepared_at: Instant
  /** Absent until the ledger has it that the question is asked. */
  asked_at: Instant | null
  until: Instant | null
  state: Generated<'prepared' | 'queued' | 'sent' | 'failed'>
  attempts: Generated<number>
  next_attempt_at: Instant | null
  response: string | null
  token_hash: Sha256 | null
  answer: ThirdPartyAnswer | null
  own_number: string | null
  /** Sealed: in which capacity somebody answered. */
  capacity: string | null
  answered_at: Instant | null
  seal: string | null
}

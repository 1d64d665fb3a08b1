import type { Generated } from 'kysely'
import type { Instant, Sha256 } from '../../domain/ids.js'

/** A link that a letter carries (0051). */
export interface ActLinkTable {
  id: string
  token_hash: Sha256
  letter: string
  person: string
  /** The mandate by which the person may act; with another one the link is dead. */
  seat: string
  base: string
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

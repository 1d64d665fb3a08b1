import type { Instant, Sha256, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { SignInMeans, TokenScope } from '../../domain/access.js'

/** Somebody who is signed in on one browser (0053). */
export interface SignInTable {
  id: string
  token_hash: Sha256
  person: PersonId
  means: SignInMeans
  /** When the provider asked the person last, as far as it says. */
  asked_at: Instant | null
  /** Which kind of program and machine, and no more of it. */
  agent: string
  made_at: Instant
  seen_at: Instant
  ends_at: Instant
  ended_at: Instant | null
  seal: string
}

/** A sign-in on its way to the provider and back. */
export interface SignInBegunTable {
  browser_hash: Sha256
  return_to: string
  is_fresh: boolean
  begun_at: Instant
}

/** A token with which a machine asks in the name of a person (0053). */
export interface ApiTokenTable {
  id: string
  token_hash: Sha256
  programme: ProgrammeId
  person: PersonId
  /** What its maker calls it: an id, and no text. */
  name: string
  scopes: readonly TokenScope[]
  made_by: string
  made_at: Instant
  ends_at: Instant
  seal: string
  used_at: Instant | null
  revoked_at: Instant | null
  revoked_by: string | null
}

/** A key by which somebody shows afresh who he or she is (0073). */
export interface PasskeyTable {
  id: string
  person: PersonId
  /** The id its authenticator gave it. */
  credential: string
  public_key: string
  transports: readonly string[]
  /** Sealed under the key of its person. */
  name: string
  counter: number
  made_at: Instant
  used_at: Instant | null
  seal: string
}

/** What was asked of an authenticator, by whom and for which act; without one it is to take a new key. */
export interface PasskeyChallengeTable {
  hash: Sha256
  person: PersonId
  act: Sha256 | null
  made_at: Instant
  seal: string
}

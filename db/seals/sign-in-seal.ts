import type { Instant, Sha256, PersonId } from '../../domain/ids.js'
import type { SignInMeans } from '../../domain/access.js'
import { isSealFor, sealFor, type SealedFacts } from './row-seal.js'

/** What a sign-in is; it stays what it was when it was made. */
export interface SignedIn {
  readonly id: string
  readonly tokenHash: Sha256
  readonly person: PersonId
  readonly means: SignInMeans
  readonly askedAt: Instant | null
  readonly endsAt: Instant
}

/** The seal of the row of a sign-in. */
export const signInSeal = (signedIn: SignedIn): string => sealFor('sign-in', factsOf(signedIn))

/** Whether a process of this installation signed just this person in. */
export const isSignInSealed = (signedIn: SignedIn, seal: string): boolean =>
  isSealFor('sign-in', { facts: factsOf(signedIn), seal })

const factsOf = ({ id, tokenHash, person, means, askedAt, endsAt }: SignedIn): SealedFacts => [
  id,
  tokenHash,
  person,
  means,
  askedAt,
  endsAt,
]

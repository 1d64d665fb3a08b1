import type { Instant, Sha256, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { TokenScope } from '../../domain/access.js'
import { isSealFor, sealFor, type SealedFacts } from './row-seal.js'

/** What a token of a machine is for; it stays what it was when the token was made. */
export interface TokenMade {
  readonly id: string
  readonly tokenHash: Sha256
  readonly programme: ProgrammeId
  readonly person: PersonId
  readonly scopes: readonly TokenScope[]
  readonly endsAt: Instant
}

/** The seal of the row of a token. */
export const apiTokenSeal = (made: TokenMade): string => sealFor('api token', factsOf(made))

/** Whether a process of this installation made a token for just this. */
export const isApiTokenSealed = (made: TokenMade, seal: string): boolean =>
  isSealFor('api token', { facts: factsOf(made), seal })

const factsOf = ({ id, tokenHash, programme, person, scopes, endsAt }: TokenMade): SealedFacts => [
  id,
  tokenHash,
  programme,
  person,
  scopes,
  endsAt,
]

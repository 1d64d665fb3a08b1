import type { Sha256 } from '../../domain/ids.js'
import { isSealFor, sealFor, type SealedFacts } from './row-seal.js'

/** What a passkey is; it stays what it was when it was taken. */
export interface PasskeyTaken {
  readonly id: string
  readonly person: string
  readonly credential: string
  readonly publicKey: string
}

/** The seal of the row of a passkey. */
export const passkeySeal = (key: PasskeyTaken): string => sealFor('passkey', factsOfKey(key))

/** Whether a process of this installation took just this key for just this person. */
export const isPasskeySealed = (key: PasskeyTaken, seal: string): boolean =>
  isSealFor('passkey', { facts: factsOfKey(key), seal })

const factsOfKey = ({ id, person, credential, publicKey }: PasskeyTaken): SealedFacts => [
  id,
  person,
  credential,
  publicKey,
]

/** What was asked of an authenticator: by whom, and for which act; without one it is to take a new key. */
interface ChallengeMade {
  readonly hash: Sha256
  readonly person: string
  readonly act: Sha256 | null
  readonly madeAt: string
}

/** The seal of the row of a challenge. */
export const challengeSeal = (challenge: ChallengeMade): string =>
  sealFor('passkey challenge', factsOfChallenge(challenge))

/** Whether a process of this installation asked just this, so that an old answer is good for nothing else. */
export const isChallengeSealed = (challenge: ChallengeMade, seal: string): boolean =>
  isSealFor('passkey challenge', { facts: factsOfChallenge(challenge), seal })

const factsOfChallenge = ({ hash, person, act, madeAt }: ChallengeMade): SealedFacts => [hash, person, act, madeAt]

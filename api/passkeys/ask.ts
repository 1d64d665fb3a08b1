import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import { isoBase64URL } from '@simplewebauthn/server/helpers'
import { createHash } from 'node:crypto'
import { passkeysOf, type Passkey } from '../../db/reads/passkeys.js'
import { makeChallenge } from '../../db/writes/passkeys.js'
import type { Sha256, PersonId } from '../../domain/ids.js'
import type { ApiParts } from '../parts.js'
import { challengeMinutes, mustHavePlace } from './place.js'
import { passkeyRefused } from './refused.js'

const timeout = challengeMinutes * 60_000

/** What is asked of an authenticator that is to make a key for somebody: one that looks who uses it. */
export const askForKey = async (parts: ApiParts, person: PersonId) => {
  const { rpID } = mustHavePlace(parts)
  const known = await passkeysOf(parts.db, { person })
  return await generateRegistrationOptions({
    rpName: 'Cornerstone',
    rpID,
    // It is shown by the authenticator and kept there: an id, and no name.
    userName: person,
    userID: handleOf(person),
    challenge: await bytesAsked(parts, { person, act: null }),
    timeout,
    attestationType: 'none',
    excludeCredentials: known.map(inOptions),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: [...algorithms],
  })
}

/** What is asked of an authenticator that is to sign for one act of somebody. Refuses whoever keeps no passkey. */
export const askForAct = async (
  parts: ApiParts,
  { person, act }: { readonly person: PersonId; readonly act: Sha256 },
) => {
  const { rpID } = mustHavePlace(parts)
  const known = await passkeysOf(parts.db, { person })
  if (known.length === 0) throw passkeyRefused('none')
  return await generateAuthenticationOptions({
    rpID,
    challenge: await bytesAsked(parts, { person, act }),
    timeout,
    allowCredentials: known.map(inOptions),
    userVerification: 'required',
  })
}

/** EdDSA, ECDSA over P-256, RSA: what authenticators of today make. */
export const algorithms = [-8, -7, -257] as const

const bytesAsked = async (parts: ApiParts, of: { readonly person: PersonId; readonly act: Sha256 | null }) =>
  isoBase64URL.toBuffer(await makeChallenge(parts.db, { ...of, at: parts.clock().toISOString() }))

const inOptions = ({ credential, transports }: Passkey) => ({
  id: credential,
  transports: transports.filter(isTransport),
})

const transportsKnown = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
const isTransport = (word: string): word is (typeof transportsKnown)[number] =>
  transportsKnown.some((known) => known === word)

/** How an authenticator knows its person again, so that it keeps one key for one person. */
const handleOf = (person: PersonId) =>
  new Uint8Array(createHash('sha256').update(`cornerstone passkey of ${person}`).digest())

import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { decodeClientDataJSON, isoBase64URL } from '@simplewebauthn/server/helpers'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { passkeysOf, type Passkey } from '../../db/reads/passkeys.js'
import { takeChallenge, usePasskey } from '../../db/writes/passkeys.js'
import type { IdentityProof } from '../auth/proof.js'
import { defined } from '../../domain/values/defined.js'
import { Assertion } from '../contract/passkeys.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { actSent, fieldsOf, isForm, passkeyField } from './act.js'
import { askedSince, mustHavePlace } from './place.js'
import { passkeyRefused } from './refused.js'

type Asserted = z.output<typeof Assertion>

/** The header in which a program brings what a passkey says: its JSON in base64url. */
const header = 'passkey-assertion'

/**
 * Takes what a passkey says of just this request for a proof of who sends it, before anything looks at the request. Refuses what is there and
 * is not good; where nothing is there, everything stays as it is.
 */
export const addPasskeyProofs = (app: ApiApp, parts: ApiParts): void => {
  app.addHook('preValidation', async (request) => {
    const said = saidIn(request)
    if (said === undefined || request.person === '') return
    request.proof = await proofOfPasskey(parts, { request, assertion: read(said) })
  })
}

const saidIn = (request: FastifyRequest): string | undefined => {
  const sent = request.headers[header]
  if (typeof sent === 'string') return Buffer.from(sent, 'base64url').toString('utf8')
  const texts: unknown = isForm(request) ? fieldsOf(request.body)[passkeyField] : undefined
  const text: unknown = Array.isArray(texts) ? texts[0] : undefined
  return typeof text === 'string' ? text : undefined
}

const read = (text: string): Asserted => {
  try {
    return Assertion.parse(JSON.parse(text))
  } catch {
    throw passkeyRefused('malformed')
  }
}

const proofOfPasskey = async (
  parts: ApiParts,
  { request, assertion }: { readonly request: FastifyRequest; readonly assertion: Asserted },
): Promise<IdentityProof> => {
  const { db, clock } = parts
  const { person } = request
  const challenge = challengeIn(assertion)
  const asked = await takeChallenge(db, { challenge, person, since: askedSince(parts) })
  if (asked === undefined) throw passkeyRefused('challenge')
  if (asked.act !== actSent(request)) throw passkeyRefused('other_act')
  const key = (await passkeysOf(db, { person })).find(({ credential }) => credential === assertion.id)
  if (key === undefined) throw passkeyRefused('unknown_key')
  const counter = await counted(parts, { key, assertion, challenge })
  const at = clock().toISOString()
  if (!(await usePasskey(db, { id: key.id, counter, at }))) throw passkeyRefused('counter')
  return { by: 'passkey', at }
}

/** What was asked, as the browser of the authenticator has it. */
export const challengeIn = ({ response }: { readonly response: { readonly clientDataJSON: string } }): string => {
  try {
    return decodeClientDataJSON(response.clientDataJSON).challenge
  } catch {
    throw passkeyRefused('malformed')
  }
}

interface Checked {
  readonly key: Passkey
  readonly assertion: Asserted
  readonly challenge: string
}

/** What the authenticator has counted, once all that it signed is right: origin, party, person present and verified, signature. */
const counted = async (parts: ApiParts, { key, assertion, challenge }: Checked): Promise<number> => {
  const { rpID, origin } = mustHavePlace(parts)
  const { userHandle, ...said } = assertion.response
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...assertion, response: { ...said, ...defined({ userHandle }) }, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    // Its count is held against the row in one statement, which two at once do not pass.
    credential: { id: key.credential, publicKey: isoBase64URL.toBuffer(key.publicKey), counter: -1 },
  }).catch(() => {
    throw passkeyRefused('not_verified')
  })
  if (!verified) throw passkeyRefused('not_verified')
  return authenticationInfo.newCounter
}

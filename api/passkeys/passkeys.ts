import { randomUUID } from 'node:crypto'
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { isoBase64URL } from '@simplewebauthn/server/helpers'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { passkeysOf, type Passkey } from '../../db/reads/passkeys.js'
import { logAccess } from '../../db/writes/access-log.js'
import { dropPasskey, keepPasskey, takeChallenge } from '../../db/writes/passkeys.js'
import { isFresh, lastingProof } from '../auth/proof.js'
import type { PasskeyRequest, PasskeyResponse } from '../contract/passkeys.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { algorithms } from './ask.js'
import { askedSince, mustHavePlace } from './place.js'
import { challengeIn } from './prove.js'
import { passkeyRefused } from './refused.js'

type Shown = z.output<typeof PasskeyResponse>

/** The passkeys of somebody, as that person is shown them. */
export const passkeysSeen = async ({ db }: ApiParts, person: string): Promise<Shown[]> =>
  (await passkeysOf(db, { person })).map(shown)

const shown = ({ id, name, madeAt, usedAt }: Pick<Passkey, 'id' | 'name' | 'madeAt' | 'usedAt'>): Shown => ({
  id,
  name,
  madeAt,
  usedAt,
})

/** Whether somebody has just signed in, and may say by which keys he or she is known from now on. */
export const mayKeepKeys = (parts: ApiParts, { proof }: Pick<FastifyRequest, 'proof'>): boolean => {
  const shown = lastingProof(proof)
  return shown !== undefined && isFresh(parts, shown)
}

/** Refuses whoever has not: a browser left open gets no key of its own, and loses none. */
export const mustKeepKeys = (parts: ApiParts, request: Pick<FastifyRequest, 'proof'>): void => {
  if (mayKeepKeys(parts, request)) return
  throw new ProblemError({ code: 'second_factor', detail: { act: 'passkeys', channel: 'api' } })
}

/** Takes a new passkey of whoever has just signed in. Refuses one that was not asked for here, was not made with its person verified, or is kept already. */
export const takePasskey = async (
  parts: ApiParts,
  { person, request }: { readonly person: string; readonly request: z.output<typeof PasskeyRequest> },
): Promise<Shown> => {
  const { name, credential: made } = request
  const challenge = challengeIn(made)
  const asked = await takeChallenge(parts.db, { challenge, person, since: askedSince(parts) })
  if (asked === undefined) throw passkeyRefused('challenge')
  if (asked.act !== null) throw passkeyRefused('other_act')
  const { credential } = await checked(parts, { made, challenge })
  const madeAt = parts.clock().toISOString()
  const key = { id: randomUUID(), person, name, madeAt, credential: credential.id, counter: credential.counter }
  const transports = [...new Set(made.response.transports ?? [])]
  const became = await keepPasskey(parts.db, {
    ...key,
    transports,
    publicKey: isoBase64URL.fromBuffer(credential.publicKey),
  })
  if (became === 'full') throw passkeyRefused('full')
  if (became !== 'kept') throw passkeyRefused('taken')
  await noted(parts, { person, id: key.id })
  return shown({ ...key, usedAt: null })
}

interface Made {
  readonly made: z.output<typeof PasskeyRequest>['credential']
  readonly challenge: string
}

const checked = async (parts: ApiParts, { made, challenge }: Made) => {
  const { rpID, origin } = mustHavePlace(parts)
  const { clientDataJSON, attestationObject } = made.response
  const found = await verifyRegistrationResponse({
    response: { ...made, response: { clientDataJSON, attestationObject }, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...algorithms],
  }).catch(() => {
    throw passkeyRefused('not_verified')
  })
  if (!found.verified) throw passkeyRefused('not_verified')
  return found.registrationInfo
}

/** Takes a passkey of somebody away. Refuses one of somebody else's in the words of one that is not there. */
export const removePasskey = async (
  parts: ApiParts,
  { person, id }: { readonly person: string; readonly id: string },
): Promise<void> => {
  if (!(await dropPasskey(parts.db, { id, person }))) throw notFound(`passkey ${id}`)
  await noted(parts, { person, id })
}

const noted = ({ db, clock }: ApiParts, { person, id: object }: { readonly person: string; readonly id: string }) =>
  logAccess(db, { at: clock().toISOString(), person, kind: 'set', subject: 'passkey', stream: null, object })

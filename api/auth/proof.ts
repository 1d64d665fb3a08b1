import type { FastifyRequest } from 'fastify'
import { decodeJwt } from 'jose'
import type { SignIn } from '../../db/reads/sign-ins.js'
import { programmeOfBase, type Instant } from '../../domain/ids.js'
import type { Factor } from '../../domain/values/factor.js'
import { proofMinutes } from '../limits.js'
import type { AskingParts } from '../parts.js'
import { programmePlace } from '../programme-place.js'

/** By what, and when, whoever asks was last asked who he or she is. */
export interface IdentityProof {
  readonly by: Exclude<Factor, 'rehearsal'>
  readonly at: Instant
}

/** What a browser's sign-in says of that; undefined where its provider said nothing. */
export const proofOfSignIn = ({ askedAt }: Pick<SignIn, 'askedAt'>): IdentityProof | undefined =>
  askedAt === null ? undefined : { by: 'sign_in', at: askedAt }

/** What a bearer token says that was checked already: when its person signed in, and not when it was made, which a refresh does too. */
export const proofOfToken = (authorization: string): IdentityProof | undefined => {
  const { auth_time: asked } = decodeJwt(authorization.slice('Bearer '.length))
  return typeof asked === 'number' && Number.isSafeInteger(asked) && Math.abs(asked) < latest
    ? { by: 'token', at: new Date(asked * 1000).toISOString() }
    : undefined
}
/** Of what comes later no date is made. */
const latest = 8.64e12

/** How whoever sends a command has shown it again just now: nothing shown before counts, nor what is said to lie ahead. A rehearsal asks nobody. */
export const factorOf = async (
  parts: AskingParts,
  { proof, programme }: { readonly proof: IdentityProof | undefined; readonly programme: string },
): Promise<Factor | undefined> => {
  if ((await programmePlace(parts, programme)).rehearsal) return 'rehearsal'
  return proof !== undefined && isFresh(parts, proof) ? proof.by : undefined
}

/** Whether that was shown within the last minutes. */
export const isFresh = ({ clock }: Pick<AskingParts, 'clock'>, { at }: IdentityProof): boolean => {
  const minutes = (clock().getTime() - Date.parse(at)) / 60_000
  return minutes >= -skewMinutes && minutes < proofMinutes
}
const skewMinutes = 1

/** Whether an act of weight on a base would be taken of whoever asks, as far as this goes: a page says so before it is tried. */
export const isKnownAfresh = async (
  parts: AskingParts,
  { request: { proof }, base }: { readonly request: Pick<FastifyRequest, 'proof'>; readonly base: string },
): Promise<boolean> =>
  (await factorOf(parts, { proof: lastingProof(proof), programme: programmeOfBase(base) })) !== undefined

/** What was shown as far as the next act goes too: a passkey vouched for the one it came with. */
export const lastingProof = (proof: IdentityProof | undefined): IdentityProof | undefined =>
  proof?.by === 'passkey' ? undefined : proof

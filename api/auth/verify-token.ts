import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose'
import type { JWTVerifyGetKey } from 'jose'
import { identifier } from '../contract/scalars.js'
import { ProblemError, unavailable } from '../problems.js'

/** Gives the person a bearer token stands for, or throws the problem that says why it stands for nobody. */
export type TokenVerifier = (authorization: string | undefined) => Promise<string>

/** Asymmetric only: a shared secret would let whoever checks a token also write one. */
const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'RS256']
const longestToken = 8_192
const tokenTypes: readonly (string | undefined)[] = [undefined, 'jwt', 'at+jwt']

/**
 * Checks bearer tokens: signed by a key of the issuer, issued by exactly `issuer` for exactly `audience` and for nobody
 * else, in force now, with an end, and naming a person in `sub`. Anything else is refused with one of four reasons that
 * do not help a forger.
 */
export const createTokenVerifier =
  ({ issuer, audience, keys }: { issuer: string; audience: string; keys: JWTVerifyGetKey }): TokenVerifier =>
  async (authorization) => {
    const token = bearerOf(authorization)
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms,
      requiredClaims: ['exp', 'sub'],
    }).catch((error: unknown) => {
      throw asTokenProblem(error)
    })
    const isForUsAlone = payload.aud === audience
    const isAccessToken = tokenTypes.includes(protectedHeader.typ?.toLowerCase())
    const person = identifier.safeParse(payload.sub)
    if (!isForUsAlone || !isAccessToken || !person.success) throw refusedToken('refused')
    return person.data
  }

const bearerOf = (authorization: string | undefined): string => {
  if (authorization === undefined) throw refusedToken('absent')
  const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/.exec(authorization)?.[1]
  if (token === undefined || token.length > longestToken) throw refusedToken('malformed')
  return token
}

const refusedToken = (reason: 'absent' | 'malformed' | 'expired' | 'refused'): ProblemError =>
  new ProblemError({ code: 'unauthenticated', detail: { reason } }, { headers: { 'www-authenticate': 'Bearer' } })

const asTokenProblem = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error
  if (error instanceof errors.JWTExpired) return refusedToken('expired')
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return refusedToken('malformed')
  return refusedToken('refused')
}

/**
 * The published keys of an issuer, fetched when needed and kept ten minutes. While the issuer is away the last keys
 * serve on; without any, the answer is 503 and not "wrong token".
 */
export const remoteKeys = (url: string): JWTVerifyGetKey => {
  const remote = createRemoteJWKSet(new URL(url), { timeoutDuration: 3_000 })
  return async (header, token) => {
    try {
      return await remote(header, token)
    } catch (error) {
      if (isAboutTheToken(error)) throw error
      const kept = remote.jwks()
      if (kept === undefined) throw unavailable('The issuer of tokens')
      return await createLocalJWKSet(kept)(header, token)
    }
  }
}

const isAboutTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported

import type { PersonId } from '../../domain/ids.js'
import { createLocalJWKSet, createRemoteJWKSet, errors, jwksCache, jwtVerify } from 'jose'
import type { JWKSCacheInput, JWTVerifyGetKey } from 'jose'
import { identifier, longestSubject } from '../contract/scalars.js'
import { ProblemError, unavailable } from '../problems.js'
import type { UnknownReason } from '../sign-in-problems.js'
import { rememberTokens } from './checked-tokens.js'
import type { KeysEdition } from './checked-tokens.js'

/** Gives the person a bearer token stands for, or throws the problem that says why it stands for nobody. */
export type TokenVerifier = (authorization: string | undefined) => Promise<string>

/** Asymmetric only: a shared secret would let whoever checks a token also write one. */
const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'RS256']
const longestToken = 8_192
const tokenTypes: readonly (string | undefined)[] = [undefined, 'jwt', 'at+jwt']

/** Enough for everybody who works at the same time; a token that was forgotten is only checked again. */
const remembered = 1_000

interface TokenRules extends TokenKeys {
  readonly issuer: string
  readonly audience: string
  readonly clock: () => Date
  /** Whom an issuer means by its name for somebody; undefined: nobody. Left out: its names are the ids of persons. */
  readonly personOf?: (of: { readonly issuer: string; readonly subject: string }) => Promise<string | undefined>
}

/** For so many seconds a token of a named subject stands for the same person, until it is asked again who that is. */
const secondsOfAName = 60

/** Where the keys of an issuer are found, and which edition of them that is; without `edition` no token is remembered. */
export interface TokenKeys {
  readonly keys: JWTVerifyGetKey
  readonly edition?: KeysEdition
}

/**
 * Checks bearer tokens: signed by a key of the issuer, issued by exactly `issuer`, for `audience` alone or among others, in
 * force now, with an end, and naming in `sub` a person, or somebody of whom it is known which person that is. Anything else is refused with one of four reasons that
 * do not help a forger. A token that was found good is remembered until it ends or the keys are fetched anew.
 */
export const createTokenVerifier = (rules: TokenRules): TokenVerifier => {
  const { edition = () => undefined, clock } = rules
  const checked = rememberTokens({ limit: remembered, edition, clock })
  return async (authorization) => {
    const token = bearerOf(authorization)
    const known = checked.personOf(token)
    if (known !== undefined) return known
    const begunWith = edition()
    const { person, endsAt } = await check(token, rules)
    checked.keep(token, { person, endsAt, edition: begunWith })
    return person
  }
}

const check = async (
  token: string,
  { issuer, audience, keys, clock, personOf }: TokenRules,
): Promise<{ readonly person: PersonId; readonly endsAt: number }> => {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer,
    audience,
    algorithms,
    requiredClaims: ['exp', 'sub'],
    currentDate: clock(),
  }).catch((error: unknown) => {
    throw asTokenProblem(error)
  })
  const { sub: subject = '', exp } = payload
  const isAccessToken = tokenTypes.includes(protectedHeader.typ?.toLowerCase())
  if (!isAccessToken || typeof subject !== 'string' || subject.length > longestSubject || exp === undefined)
    throw refusedToken('refused')
  const person = identifier.safeParse(personOf === undefined ? subject : await personOf({ issuer, subject }))
  if (!person.success) throw refusedToken('refused')
  const askedAgain = Math.floor(clock().getTime() / 1000) + secondsOfAName
  return { person: person.data, endsAt: personOf === undefined ? exp : Math.min(exp, askedAgain) }
}

const bearerOf = (authorization: string | undefined): string => {
  if (authorization === undefined) throw refusedToken('absent')
  const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/.exec(authorization)?.[1]
  if (token === undefined || token.length > longestToken) throw refusedToken('malformed')
  return token
}

/** The problem that it is not known who asks. */
export const refusedToken = (reason: UnknownReason): ProblemError =>
  new ProblemError({ code: 'unauthenticated', detail: { reason } }, { headers: { 'www-authenticate': 'Bearer' } })

const asTokenProblem = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error
  if (error instanceof errors.JWTExpired) return refusedToken('expired')
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return refusedToken('malformed')
  return refusedToken('refused')
}

/**
 * The published keys of an issuer, fetched when needed and kept ten minutes. While the issuer is away the last keys
 * serve on; without any, the answer is 503 and not "wrong token". Their edition is when they were fetched.
 */
export const remoteKeys = (url: string, { cooldownMs = 30_000 }: { cooldownMs?: number } = {}): TokenKeys => {
  const kept: JWKSCacheInput = {}
  const remote = createRemoteJWKSet(new URL(url), {
    timeoutDuration: 3_000,
    cooldownDuration: cooldownMs,
    [jwksCache]: kept,
  })
  return {
    keys: async (header, token) => {
      try {
        return await remote(header, token)
      } catch (error) {
        if (isAboutTheToken(error)) throw error
        const last = remote.jwks()
        if (last === undefined) throw unavailable('The issuer of tokens')
        return await createLocalJWKSet(last)(header, token)
      }
    },
    edition: () => (remote.fresh ? kept.uat : undefined),
  }
}

const isAboutTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported

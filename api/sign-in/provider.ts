import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  clockSkew,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client'
import type { CustomFetch, DiscoveryRequestOptions, ServerMetadata } from 'openid-client'
import { machineClock } from '../../clock/machine-clock.js'
import type { SignInMeans } from '../../domain/access.js'
import type { Instant } from '../../domain/ids.js'
import { defined } from '../../domain/values/defined.js'
import { longestSubject } from '../contract/scalars.js'
import { localProvider } from '../local-issuer/local-provider.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { signInProblem } from './faults.js'

/** What protects one sign-in: each is good for this browser and this once. */
export interface Protection {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who the provider says it is. */
export interface Told {
  readonly issuer: string
  readonly subject: string
  readonly askedAt: Instant | null
}

/** Who says who somebody is: OpenID Connect, by authorization code and PKCE. */
export interface Provider {
  readonly means: SignInMeans
  /** Where the browser is sent. `isFresh`: the person is asked again; `hint`: as whom. */
  readonly begin: (sent: Protection & { readonly isFresh: boolean; readonly hint?: string | undefined }) => Promise<URL>
  /** What became of it, from the address the browser came back to. */
  readonly finish: (back: Protection & { readonly address: URL; readonly isFresh: boolean }) => Promise<Told>
  /** Where one signs out of the provider itself, if it says where. */
  readonly leave: () => Promise<URL | undefined>
}

type Parts = Pick<ApiParts, 'config' | 'localIssuer' | 'clock' | 'askProvider'>

/** For how long somebody who was asked afresh may still be on the way back. */
const freshSeconds = 300

/** The provider of this installation; undefined where none is set, and nobody signs in by a browser. */
export const providerOf = (parts: Parts): Provider | undefined => {
  const reached = reach(parts)
  if (reached === undefined) return undefined
  const { means, callback, configured, claim } = reached
  return {
    means,
    begin: async ({ state, nonce, verifier, isFresh, hint }) =>
      buildAuthorizationUrl(await configured(), {
        redirect_uri: callback,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...defined({
          prompt: isFresh ? 'login' : undefined,
          max_age: isFresh ? '0' : undefined,
          login_hint: hint,
        }),
      }),
    finish: async ({ address, state, nonce, verifier, isFresh }) => {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      const answer = await authorizationCodeGrant(await configured(), address, {
        ...checks,
        ...defined({ maxAge: isFresh ? freshSeconds : undefined }),
      }).catch((error: unknown) => {
        throw signInProblem(error)
      })
      const claims = answer.claims()
      const [subject, asked] = [claims?.[claim], claims?.auth_time]
      if (claims === undefined || typeof subject !== 'string' || subject === '' || subject.length > longestSubject)
        throw new ProblemError({ code: 'sign_in_failed', detail: { reason: 'refused' } })
      const askedAt = typeof asked === 'number' ? new Date(asked * 1000).toISOString() : null
      return { issuer: claims.iss, subject, askedAt }
    },
    leave: async () => {
      const known = await configured()
      if (known.serverMetadata().end_session_endpoint === undefined) return undefined
      return buildEndSessionUrl(known, {})
    },
  }
}

interface Reached {
  readonly means: SignInMeans
  readonly callback: string
  /** Which claim says who somebody is. */
  readonly claim: string
  readonly configured: () => Promise<Configuration>
}

const reach = (parts: Parts): Reached | undefined => {
  const { config, localIssuer, clock, askProvider } = parts
  const callback = new URL('/sign-in/callback', config.API_PUBLIC_URL).href
  const skew = (): number => Math.round((clock().getTime() - machineClock().getTime()) / 1000)
  if (config.OIDC_ISSUER !== undefined && config.OIDC_CLIENT_ID !== undefined)
    return {
      means: 'provider',
      callback,
      claim: config.OIDC_SUBJECT_CLAIM,
      configured: remote({
        issuer: new URL(config.OIDC_ISSUER),
        client: config.OIDC_CLIENT_ID,
        secret: config.OIDC_CLIENT_SECRET,
        ask: askProvider,
        skew,
      }),
    }
  if (localIssuer === undefined) return undefined
  const { metadata, answer, client } = localProvider({ config, localIssuer, clock })
  const configured = async () =>
    clientOf({ metadata, client, secret: undefined, ask: answer, skew: skew(), isInsecure: true })
  return { means: 'local', callback, claim: 'sub', configured }
}

interface Remote {
  readonly issuer: URL
  readonly client: string
  readonly secret: string | undefined
  readonly ask: CustomFetch | undefined
  readonly skew: () => number
}

/** Asks the provider once what it offers; while it is away, at every sign-in again. */
const remote = ({ issuer, client, secret, ask, skew }: Remote) => {
  let known: ServerMetadata | undefined
  const isInsecure = issuer.protocol === 'http:'
  return async (): Promise<Configuration> => {
    const asked: DiscoveryRequestOptions = {
      timeout: patienceSeconds,
      execute: isInsecure ? [allowInsecureRequests] : [],
    }
    if (ask !== undefined) asked[customFetch] = ask
    known ??= await discovery(issuer, client, undefined, authentication(secret), asked).then(
      (found) => found.serverMetadata(),
      (error: unknown) => {
        throw signInProblem(error)
      },
    )
    return clientOf({ metadata: known, client, secret, ask, skew: skew(), isInsecure })
  }
}

const patienceSeconds = 5

const authentication = (secret: string | undefined) => (secret === undefined ? None() : ClientSecretBasic(secret))

interface Known {
  readonly metadata: ServerMetadata
  readonly client: string
  readonly secret: string | undefined
  readonly ask: CustomFetch | undefined
  readonly skew: number
  readonly isInsecure: boolean
}

/** Made anew for each sign-in, so that keys which the provider has changed meanwhile are fetched. */
const clientOf = ({ metadata, client, secret, ask, skew, isInsecure }: Known): Configuration => {
  const made = new Configuration(metadata, client, { [clockSkew]: skew }, authentication(secret))
  made.timeout = patienceSeconds
  if (ask !== undefined) made[customFetch] = ask
  if (isInsecure) allowInsecureRequests(made)
  // The identity is signed, and the signature is looked at, whatever carried it here.
  enableNonRepudiationChecks(made)
  return made
}

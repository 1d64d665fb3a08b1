import type { PersonId } from '../../domain/ids.js'
import { createHash, randomBytes } from 'node:crypto'
import type { CustomFetch, ServerMetadata } from 'openid-client'
import type { ApiParts } from '../parts.js'
import type { LocalIssuer } from './local-issuer.js'

/** The provider of a trial: the authorization code flow, in this process and without a password. Never in production. */
export interface LocalProvider {
  readonly metadata: ServerMetadata
  readonly client: string
  /** Answers what the client asks of a provider behind the browser: a code for an identity, and the keys. */
  readonly answer: CustomFetch
}

const client = 'cornerstone'
const [codeLivesMs, codesAtMost] = [60_000, 1_000]

/** What a browser was sent away with. */
interface Granted {
  readonly person: PersonId
  readonly nonce: string
  readonly challenge: string
  readonly redirect: string
  readonly at: number
}

/** The codes that were given and not taken; each is good for a minute and once. */
const granted = new WeakMap<LocalIssuer, Map<string, Granted>>()

const codesOf = (issuer: LocalIssuer): Map<string, Granted> => {
  const known = granted.get(issuer) ?? new Map<string, Granted>()
  granted.set(issuer, known)
  return known
}

type Parts = Pick<ApiParts, 'config' | 'clock'> & { readonly localIssuer: LocalIssuer }

const issuerOf = ({ config }: Pick<Parts, 'config'>): string => new URL('/local-provider', config.API_PUBLIC_URL).href

/** The provider of a trial as its client knows it. */
export const localProvider = (parts: Parts): LocalProvider => {
  const issuer = issuerOf(parts)
  const [tokens, keys] = [`${issuer}/token`, `${issuer}/keys`]
  return {
    client,
    metadata: {
      issuer,
      authorization_endpoint: issuer,
      token_endpoint: tokens,
      jwks_uri: keys,
      id_token_signing_alg_values_supported: ['EdDSA'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    },
    answer: async (url, { body }) => {
      if (url === keys) return Response.json(parts.localIssuer.jwks)
      return await identity(parts, body instanceof URLSearchParams ? body : new URLSearchParams())
    },
  }
}

/** What a client has to say at the authorization endpoint; anything else is nobody's sign-in. */
export interface AskedOfLocal {
  readonly redirect: string
  readonly state: string
  readonly nonce: string
  readonly challenge: string
}

/** Gives the address with which a browser goes back, signed in as this person. */
export const grantLocally = (parts: Parts, { person, ...asked }: AskedOfLocal & { readonly person: PersonId }): URL => {
  const codes = codesOf(parts.localIssuer)
  const code = randomBytes(32).toString('base64url')
  codes.set(code, { person, ...asked, at: parts.clock().getTime() })
  const [oldest] = codes.keys()
  if (codes.size > codesAtMost && oldest !== undefined) codes.delete(oldest)
  const back = new URL(asked.redirect)
  for (const [name, value] of Object.entries({ code, state: asked.state, iss: issuerOf(parts) }))
    back.searchParams.set(name, value)
  return back
}

const identity = async (parts: Parts, asked: URLSearchParams): Promise<Response> => {
  const codes = codesOf(parts.localIssuer)
  const code = asked.get('code') ?? ''
  const found = codes.get(code)
  codes.delete(code)
  const now = parts.clock()
  const isGood =
    found !== undefined &&
    now.getTime() - found.at < codeLivesMs &&
    asked.get('redirect_uri') === found.redirect &&
    createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url') === found.challenge
  if (!isGood) return Response.json({ error: 'invalid_grant' }, { status: 400 })
  const { person, nonce } = found
  const { token } = await parts.localIssuer.identify({ person, nonce, now, issuer: issuerOf(parts), audience: client })
  return Response.json({ access_token: randomBytes(32).toString('base64url'), token_type: 'Bearer', id_token: token })
}

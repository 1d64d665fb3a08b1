import { beforeAll, expect, test } from '@jest/globals'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose'
import { ProblemError } from '../../api/problems.js'
import { protectionOf } from '../../api/sign-in/marks.js'
import { providerOf, type Provider } from '../../api/sign-in/provider.js'
import { returnPath } from '../../api/sign-in/return-path.js'
import { apiConfig } from '../../config/processes.js'
import { dayOfTheApi } from './an-api.js'

const issuer = 'https://login.example.org'
const clock = (): Date => new Date(dayOfTheApi)
const now = clock().getTime() / 1000
const browser = 'b'.repeat(43)

let key: CryptoKey
let jwk: JWK
let stranger: CryptoKey
beforeAll(async () => {
  const made = await generateKeyPair('RS256', { extractable: true })
  ;[key, jwk] = [made.privateKey, { ...(await exportJWK(made.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }]
  stranger = (await generateKeyPair('RS256')).privateKey
})

type Claims = Readonly<Record<string, unknown>>
const good = (): Claims => ({
  iss: issuer,
  aud: 'base-office',
  sub: 'auth0|7',
  oid: 'ab-12',
  nonce: protectionOf(browser).nonce,
  iat: now,
  exp: now + 60,
  auth_time: now,
})
const signed = (
  claims: Claims,
  { by = key, alg = 'RS256', kid = 'k1' }: { by?: CryptoKey | Uint8Array; alg?: string; kid?: string } = {},
) => new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(by)

interface Double {
  readonly identity: () => Promise<string>
  readonly keys?: () => readonly JWK[]
  readonly isUp?: () => boolean
  readonly settings?: Readonly<Record<string, string>>
  readonly sent?: URLSearchParams[]
}

/** A provider that answers as it is told, in the place of the network. */
const aProvider = ({ identity, keys = () => [jwk], isUp = () => true, settings = {}, sent = [] }: Double): Provider => {
  const config = apiConfig({
    MODE: 'embedded',
    DATABASE_URL: 'postgres://nobody@localhost/nothing',
    TEMPORAL_ADDRESS: 'localhost:1',
    API_PUBLIC_URL: 'https://base.example',
    DOCUMENT_STORE: 'folder:nowhere',
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'base-office',
    ...settings,
  })
  const metadata = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  }
  const provider = providerOf({
    config,
    clock,
    askProvider: async (url, { body }) => {
      if (!isUp()) throw new TypeError('fetch failed')
      if (url.endsWith('/.well-known/openid-configuration')) return Response.json(metadata)
      if (url.endsWith('/keys')) return Response.json({ keys: keys() })
      if (body instanceof URLSearchParams) sent.push(body)
      return Response.json({ access_token: 'a', token_type: 'Bearer', id_token: await identity() })
    },
  })
  if (provider === undefined) throw new Error('The settings name a provider.')
  return provider
}

const comeBack = (provider: Provider, { isFresh = false, query = '' }: { isFresh?: boolean; query?: string } = {}) => {
  const protection = protectionOf(browser)
  const address = new URL(
    `https://base.example/sign-in/callback?state=${protection.state}&${query === '' ? 'code=c' : query}`,
  )
  return provider.finish({ ...protection, address, isFresh })
}

/** What became of it: who it is, or the code of the "no" and its reason. */
const heard = (coming: Promise<unknown>): Promise<unknown> =>
  coming.catch((error: unknown) => (error instanceof ProblemError ? [error.no.code, error.no.detail] : error))

test('a browser is sent with a state, a nonce and a challenge, and whoever comes back is who the provider says', async () => {
  const sent: URLSearchParams[] = []
  const provider = aProvider({ identity: () => signed(good()), sent })
  const protection = protectionOf(browser)
  const { searchParams } = await provider.begin({ ...protection, isFresh: false })
  expect(Object.fromEntries(searchParams)).toMatchObject({
    client_id: 'base-office',
    redirect_uri: 'https://base.example/sign-in/callback',
    response_type: 'code',
    state: protection.state,
    nonce: protection.nonce,
    code_challenge_method: 'S256',
  })
  expect(searchParams.get('code_challenge')).not.toBe(protection.verifier)
  expect(await comeBack(provider)).toEqual({ issuer, subject: 'auth0|7', askedAt: dayOfTheApi })
  expect(sent[0]?.get('code_verifier')).toBe(protection.verifier)
  const byOid = aProvider({ identity: () => signed(good()), settings: { OIDC_SUBJECT_CLAIM: 'oid' } })
  expect(await comeBack(byOid)).toMatchObject({ subject: 'ab-12' })
})

test('no other identity is taken, whoever signed it', async () => {
  const { nonce: _, ...withoutNonce } = good()
  const { sub: __, ...withoutSubject } = good()
  const bad: Readonly<Record<string, Promise<string>>> = {
    'another nonce': signed({ ...good(), nonce: protectionOf('c'.repeat(43)).nonce }),
    'no nonce': signed(withoutNonce),
    'another issuer': signed({ ...good(), iss: `${issuer}/` }),
    'another client': signed({ ...good(), aud: 'elsewhere' }),
    'two clients, and the other is meant': signed({ ...good(), aud: ['base-office', 'elsewhere'], azp: 'elsewhere' }),
    'an end that has passed': signed({ ...good(), exp: now - 60 }),
    nobody: signed(withoutSubject),
    'an empty name': signed({ ...good(), sub: '' }),
    'the key of a stranger': signed(good(), { by: stranger }),
    'a key that is not published': signed(good(), { kid: 'k2' }),
    'a shared secret': signed(good(), { by: new TextEncoder().encode(JSON.stringify(jwk)), alg: 'HS256' }),
    'no token': Promise.resolve('nonsense'),
  }
  for (const [what, token] of Object.entries(bad)) {
    const found = await heard(comeBack(aProvider({ identity: () => token })))
    expect([what, found]).toEqual([what, ['sign_in_failed', { reason: 'refused' }]])
  }
})

test('another state, and a provider that lets nobody in, sign nobody in', async () => {
  const provider = aProvider({ identity: () => signed(good()) })
  const elsewhere = new URL('https://base.example/sign-in/callback?code=c&state=other')
  const strange = heard(provider.finish({ ...protectionOf(browser), address: elsewhere, isFresh: false }))
  expect(await strange).toEqual(['sign_in_failed', { reason: 'refused' }])
  expect(await heard(comeBack(provider, { query: 'error=access_denied' }))).toEqual([
    'sign_in_failed',
    { reason: 'denied' },
  ])
})

test('whoever is to be asked afresh was asked in the last five minutes', async () => {
  const asked = (auth_time: number | undefined) =>
    heard(comeBack(aProvider({ identity: () => signed({ ...good(), auth_time }) }), { isFresh: true }))
  expect(await asked(now - 200)).toMatchObject({ subject: 'auth0|7' })
  for (const late of [now - 400, undefined])
    expect(await asked(late)).toEqual(['sign_in_failed', { reason: 'refused' }])
})

test('keys that were changed are found, and a provider that is away says so until it is back', async () => {
  const next = await generateKeyPair('RS256', { extractable: true })
  const nextJwk = { ...(await exportJWK(next.publicKey)), kid: 'k2', alg: 'RS256', use: 'sig' }
  let [keys, isUp]: [readonly JWK[], boolean] = [[jwk], false]
  let token = await signed(good())
  const provider = aProvider({ identity: async () => token, keys: () => keys, isUp: () => isUp })
  const away = ['unavailable', { what: 'The sign-in provider' }]
  expect(await heard(comeBack(provider))).toEqual(away)
  isUp = true
  expect(await heard(comeBack(provider))).toMatchObject({ subject: 'auth0|7' })
  ;[keys, token] = [[nextJwk], await signed(good(), { by: next.privateKey, kid: 'k2' })]
  expect(await heard(comeBack(provider))).toMatchObject({ subject: 'auth0|7' })
  isUp = false
  expect(await heard(comeBack(provider))).toEqual(away)
})

test('after signing in one is led to a place of this programme and nowhere else', () => {
  for (const ours of [
    '/',
    '/bases/gasme-C09-yueqing-1',
    '/bases?limit=2&after=a',
    '/documents/aa',
    '/verify?lang=zh-CN',
    '/stuck',
  ])
    expect(returnPath(ours)).toBe(ours)
  const theirs = [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/bases/../act',
    '/act',
    '/sign-in',
    '/basest',
    '/%2e%2e/act',
    '/bases\n',
    undefined,
  ]
  for (const path of theirs) expect([path, returnPath(path)]).toEqual([path, '/'])
})

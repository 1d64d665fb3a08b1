import { generateKeyPairSync, createHmac, randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { base64url, createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { createTokenVerifier } from '../../api/auth/verify-token.js'
import { openLocalIssuer } from '../../api/local-issuer/local-issuer.js'
import { buildApi } from '../../api/app.js'
import { anApi, bodyOf, dayOfTheApi } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('tokens of the API')
})
afterAll(() => api.close())

const issuer = 'https://issuer.example'
const audience = 'cornerstone'
const clock = (): Date => new Date(dayOfTheApi)
const now = clock().getTime() / 1000
const good = { iss: issuer, aud: audience, sub: 'p-pm-1', iat: now, exp: now + 600 }
type Claims = Readonly<Record<string, unknown>>

const encode = (value: unknown): string => base64url.encode(typeof value === 'string' ? value : JSON.stringify(value))

/** A key pair, its public half as it is published, and ways to make tokens with it, honest and not. */
const aForge = async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  const stranger = await generateKeyPair('RS256')
  const sign = (claims: Claims, { header = {}, key = privateKey }: { header?: Claims; key?: typeof privateKey } = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT', ...header }).sign(key)
  const hmac = (header: Claims, secret: string) => {
    const head = `${encode({ alg: 'HS256', kid: 'k1', ...header })}.${encode(good)}`
    return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`
  }
  const verify = createTokenVerifier({ issuer, audience, keys: createLocalJWKSet({ keys: [jwk] }), clock })
  return { verify, sign, hmac, stranger, jwk, privateKey }
}

/** Signed by the right key, with a header that must be understood and is not. */
const exotic = (key: Awaited<ReturnType<typeof generateKeyPair>>['privateKey']): Promise<string> =>
  new SignJWT(good)
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', crit: ['exotic'], exotic: true })
    .sign(key, { crit: { exotic: true } })

const { exp: _, ...withoutEnd } = good
const { sub: __, ...withoutPerson } = good

/** Bad claims under a good signature. */
const badClaims: Readonly<Record<string, Claims>> = {
  'an issuer with a slash more': { ...good, iss: `${issuer}/` },
  'another issuer': { ...good, iss: 'https://issuer.example.net' },
  'no issuer': { aud: audience, sub: 'p-pm-1', exp: now + 600 },
  'another audience': { ...good, aud: 'elsewhere' },
  'several audiences without ours': { ...good, aud: ['elsewhere', 'nowhere'] },
  'no audience': { iss: issuer, sub: 'p-pm-1', exp: now + 600 },
  'an end that has passed': { ...good, exp: now - 1 },
  'no end': withoutEnd,
  'an end in words': { ...good, exp: String(now + 600) },
  'a beginning to come': { ...good, nbf: now + 600 },
  'no person': withoutPerson,
  'a person that is a number': { ...good, sub: 7 },
  'an empty person': { ...good, sub: '' },
  'a person with a line break': { ...good, sub: 'p-pm-1\np-pd-1' },
  'a person that is a statement': { ...good, sub: "'; drop table person" },
}

type Forge = Awaited<ReturnType<typeof aForge>>

/** Bad tokens under whatever signature their forger could make. */
const hostileTokens = async (forge: Forge): Promise<Readonly<Record<string, string>>> => {
  const { sign, hmac, stranger, jwk, privateKey } = forge
  const alien = (header: Claims) => sign(good, { key: stranger.privateKey, header })
  const token = await sign(good)
  const [head = '', payload = '', signature = ''] = token.split('.')
  const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' })
  return {
    'no algorithm': `${encode({ alg: 'none' })}.${payload}.`,
    'no algorithm, signed': `${encode({ alg: 'none', kid: 'k1' })}.${payload}.${signature}`,
    'the public key as a secret': hmac({}, JSON.stringify(jwk)),
    'a public key in letters as a secret': hmac({}, pem.toString()),
    'an empty secret': hmac({}, ''),
    'a signature of a stranger': await alien({}),
    'a key that is not published': await sign(good, { header: { kid: 'k2' } }),
    'a key of its own': await alien({ jwk: await exportJWK(stranger.publicKey) }),
    'an address for its key': await alien({ jku: 'https://evil.example/jwks' }),
    'a certificate of its own': await alien({ x5u: 'https://evil.example/x' }),
    'an extension nobody knows': await exotic(privateKey),
    'a token for signing out': await sign(good, { header: { typ: 'logout+jwt' } }),
    'another payload under the signature': `${head}.${encode({ ...good, sub: 'p-pd-1' })}.${signature}`,
    'a cut signature': `${head}.${payload}.${signature.slice(0, -4)}`,
    'two parts': `${head}.${payload}`,
    'five parts': `${token}.a.b`,
    'a payload that is no JSON': `${head}.${encode('nonsense')}.${signature}`,
    'a megabyte': `${head}.${'A'.repeat(1024 * 1024)}.${signature}`,
    nothing: '',
    'a name': 'p-pm-1',
  }
}

test('no malformed or hostile token is taken, and a good one is', async () => {
  const forge = await aForge()
  const { verify, sign } = forge
  const token = await sign(good)
  const signed = Object.entries(badClaims).map(async ([what, claims]) => [what, await sign(claims)] as const)
  const bad = [...Object.entries(await hostileTokens(forge)), ...(await Promise.all(signed))]
  expect(bad).toHaveLength(35)
  for (const [what, one] of bad) {
    const heard = await verify(`Bearer ${one}`).catch((error: Error) => error.message)
    expect([what, heard]).toEqual([what, 'unauthenticated'])
  }
  expect(await verify(`Bearer ${token}`)).toBe('p-pm-1')
  await expect(verify(`Basic ${token}`)).rejects.toThrow('unauthenticated')
  await expect(verify(`Bearer ${token}, Bearer ${token}`)).rejects.toThrow('unauthenticated')
})

test('the local issuer gives a token to a seeded person, and to nobody else', async () => {
  const given = await api.app.inject({ method: 'POST', url: '/tokens', payload: { person: 'p-pm-1' } })
  expect(given.statusCode).toBe(200)
  const authorization = `Bearer ${bodyOf(given).token}`
  expect((await api.app.inject({ url: '/inbox', headers: { authorization } })).statusCode).toBe(200)
  const unknown = await api.app.inject({ method: 'POST', url: '/tokens', payload: { person: 'p-nobody' } })
  expect([unknown.statusCode, bodyOf(unknown).code]).toEqual([404, 'not_found'])
  const { keys } = bodyOf(await api.app.inject('/.well-known/jwks.json'))
  expect(keys).toHaveLength(1)
  expect(keys[0]?.['d']).toBeUndefined()
})

test('the key of the local issuer is made once, for its owner alone', async () => {
  const keyFile = `${api.parts.config.LOCAL_ISSUER_KEY_FILE ?? ''}-${randomUUID()}`
  const settings = { mode: 'embedded', keyFile, issuer, audience } as const
  const [first, second] = [await openLocalIssuer(settings), await openLocalIssuer(settings)]
  expect(first.jwks).toEqual(second.jwks)
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
})

test('production has no local issuer, whichever way one asks for it', async () => {
  const keyFile = api.parts.config.LOCAL_ISSUER_KEY_FILE ?? ''
  await expect(openLocalIssuer({ mode: 'production', keyFile, issuer, audience })).rejects.toThrow('production')
  const config = { ...api.parts.config, MODE: 'production' as const }
  await expect(buildApi({ ...api.parts, config })).rejects.toThrow('production')
  const { localIssuer: _issuer, ...parts } = api.parts
  const app = await buildApi({ ...parts, config })
  const closed = await Promise.all(['/people', '/.well-known/jwks.json', '/bases'].map((url) => app.inject(url)))
  expect(closed.map(({ statusCode }) => statusCode)).toEqual([404, 404, 401])
  expect((await app.inject({ method: 'POST', url: '/tokens', payload: { person: 'p-pm-1' } })).statusCode).toBe(404)
  await app.close()
})

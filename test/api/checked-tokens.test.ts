import { createServer } from 'node:http'
import { once } from 'node:events'
import { afterEach, expect, test } from '@jest/globals'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { JWK, JWTVerifyGetKey } from 'jose'
import { rememberTokens } from '../../api/auth/checked-tokens.js'
import { createTokenVerifier, remoteKeys } from '../../api/auth/verify-token.js'

const [issuer, audience] = ['https://issuer.example', 'cornerstone']
const start = new Date('2026-03-02T08:00:00.000Z')
const seconds = start.getTime() / 1000
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

test('a token that was checked is not checked again, and ends all the same at its own end', async () => {
  const { sign, published } = await aKey('k1')
  const counted = counting(createLocalJWKSet({ keys: [published] }))
  let now = start
  const verify = createTokenVerifier({ issuer, audience, keys: counted.keys, edition: () => 0, clock: () => now })
  const token = `Bearer ${await sign({ endsIn: 60 })}`
  for (let turn = 0; turn < 3; turn += 1) expect(await verify(token)).toBe('p-pm-1')
  expect(counted.asked()).toBe(1)
  now = new Date(start.getTime() + 59_999)
  expect(await verify(token)).toBe('p-pm-1')
  now = new Date(start.getTime() + 60_000)
  await expect(verify(token)).rejects.toMatchObject({ no: { detail: { reason: 'expired' } } })
})

test('where nobody says which edition the keys are, every token is checked every time', async () => {
  const { sign, published } = await aKey('k1')
  const counted = counting(createLocalJWKSet({ keys: [published] }))
  const verify = createTokenVerifier({ issuer, audience, keys: counted.keys, clock: () => start })
  const token = `Bearer ${await sign({ endsIn: 60 })}`
  for (let turn = 0; turn < 3; turn += 1) expect(await verify(token)).toBe('p-pm-1')
  expect(counted.asked()).toBe(3)
})

test('a refused token is not remembered: another payload under a good signature is refused each time', async () => {
  const { sign, published } = await aKey('k1')
  const counted = counting(createLocalJWKSet({ keys: [published] }))
  const verify = createTokenVerifier({ issuer, audience, keys: counted.keys, edition: () => 0, clock: () => start })
  const [head, , signature] = (await sign({ endsIn: 60 })).split('.')
  const [, other] = (await sign({ endsIn: 60, person: 'p-pd-1' })).split('.')
  expect(await verify(`Bearer ${await sign({ endsIn: 60 })}`)).toBe('p-pm-1')
  for (let turn = 0; turn < 2; turn += 1)
    await expect(verify(`Bearer ${head}.${other}.${signature}`)).rejects.toThrow('unauthenticated')
})

test('when the issuer has changed its keys, a token of the old key is refused although it was checked before', async () => {
  const [old, young] = [await aKey('k1'), await aKey('k2')]
  const site = await anIssuerSite([old.published])
  const verify = createTokenVerifier({
    issuer,
    audience,
    clock: () => start,
    ...remoteKeys(site.url, { cooldownMs: 0 }),
  })
  const token = `Bearer ${await old.sign({ endsIn: 600 })}`
  for (let turn = 0; turn < 3; turn += 1) expect(await verify(token)).toBe('p-pm-1')
  site.publish([young.published])
  expect(await verify(token)).toBe('p-pm-1') // Nobody here has heard of the change yet.
  expect(await verify(`Bearer ${await young.sign({ endsIn: 600 })}`)).toBe('p-pm-1')
  await expect(verify(token)).rejects.toThrow('unauthenticated')
})

test('a check that was begun before the keys changed is not remembered after', () => {
  let edition = 1
  const memory = rememberTokens({ limit: 2, edition: () => edition, clock: () => start })
  edition = 2
  memory.keep('a.b.c', { person: 'p-pm-1', endsAt: seconds + 60, edition: 1 })
  expect(memory.personOf('a.b.c')).toBeUndefined()
  memory.keep('a.b.c', { person: 'p-pm-1', endsAt: seconds + 60, edition: 2 })
  expect(memory.personOf('a.b.c')).toBe('p-pm-1')
})

test('only so many are remembered: the one longest unused is forgotten first', () => {
  const memory = rememberTokens({ limit: 2, edition: () => 0, clock: () => start })
  const keep = (token: string) => memory.keep(token, { person: token, endsAt: seconds + 60, edition: 0 })
  keep('first')
  keep('second')
  expect(memory.personOf('first')).toBe('first')
  keep('third')
  expect(['first', 'second', 'third'].map(memory.personOf)).toEqual(['first', undefined, 'third'])
})

const aKey = async (kid: string) => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
  const published: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' }
  const sign = ({ endsIn, person = 'p-pm-1' }: { endsIn: number; person?: string }) =>
    new SignJWT({ iss: issuer, aud: audience, sub: person, iat: seconds, exp: seconds + endsIn })
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' })
      .sign(privateKey)
  return { sign, published }
}

/** The same keys, and how often they were asked for one. */
const counting = (find: JWTVerifyGetKey) => {
  let count = 0
  const keys: JWTVerifyGetKey = (header, token) => {
    count += 1
    return find(header, token)
  }
  return { keys, asked: () => count }
}

/** Publishes keys over HTTP, as an issuer does. */
const anIssuerSite = async (keys: readonly JWK[]) => {
  let current = keys
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: current })),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => new Promise((closed) => server.close(() => closed())))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}/keys`, publish: (next: readonly JWK[]) => void (current = next) }
}

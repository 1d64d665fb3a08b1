import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { buildApi } from '../../api/app.js'
import { factorOf } from '../../api/auth/proof.js'
import { createTokenVerifier } from '../../api/auth/verify-token.js'
import { personOfSubject } from '../../db/reads/identities.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { identitySeal, subjectHash } from '../../db/seals/identity-seal.js'
import { aBrowser } from './a-browser.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'

const issuer = 'https://login.example.org'
let api: AnApi
let now = new Date(dayOfTheApi)
let verify: (claims: Readonly<Record<string, unknown>>) => Promise<string>

beforeAll(async () => {
  api = await anApi('who signs in')
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'k' }
  const check = createTokenVerifier({
    issuer,
    audience: 'cornerstone',
    keys: createLocalJWKSet({ keys: [jwk] }),
    edition: () => 1,
    clock: () => now,
    personOf: (of) => personOfSubject(api.parts.db, of),
  })
  const good = { iss: issuer, aud: 'cornerstone', exp: Date.parse(dayOfTheApi) / 1000 + 3600 }
  verify = async (claims) => {
    const token = new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'ES256', kid: 'k' })
    return await check(`Bearer ${await token.sign(privateKey)}`)
  }
})
afterAll(() => api.close())

const say = async (
  person: string,
  { subject, as = 'p-ad-1', end = '' }: { subject: string; as?: string; end?: string },
) =>
  await api.app.inject({
    method: 'POST',
    url: `/programmes/gasme/people/${person}/identities${end}`,
    headers: await api.write(as),
    payload: { issuer, subject },
  })

test('a subject in any spelling is the person that was set for it, and nobody before', async () => {
  const sub = 'auth0|5f7c8ec7 李@example.org'
  await expect(verify({ sub })).rejects.toThrow('unauthenticated')
  expect((await say('p-so-1', { subject: sub })).statusCode).toBe(200)
  expect(await verify({ sub })).toBe('p-so-1')
  expect((await say('p-so-2', { subject: sub, as: 'p-pd-1' })).statusCode).toBe(200)
  now = new Date(now.getTime() + 61_000)
  expect(await verify({ sub })).toBe('p-so-2')
  expect((await say('p-so-1', { subject: sub, end: '/removals' })).statusCode).toBe(200)
  expect(await verify({ sub, jti: 'a' })).toBe('p-so-2')
  expect((await say('p-so-2', { subject: sub, end: '/removals' })).statusCode).toBe(200)
  await expect(verify({ sub, jti: 'b' })).rejects.toThrow('unauthenticated')
})

test('who is set for somebody is known at the latest a minute later, though the token stood', async () => {
  await say('p-lc-1', { subject: 'turning' })
  expect(await verify({ sub: 'turning', jti: 'same' })).toBe('p-lc-1')
  await say('p-lc-2', { subject: 'turning' })
  now = new Date(now.getTime() + 61_000)
  expect(await verify({ sub: 'turning', jti: 'same' })).toBe('p-lc-2')
})

test('the id of a person is taken for it, until that person has a name of its own at the issuer', async () => {
  expect(await verify({ sub: 'p-co-1' })).toBe('p-co-1')
  await say('p-co-1', { subject: 'compliance' })
  await expect(verify({ sub: 'p-co-1', jti: 'later' })).rejects.toThrow('unauthenticated')
  expect(await verify({ sub: 'compliance' })).toBe('p-co-1')
})

test('an audience may be a list with ours in it', async () => {
  expect(await verify({ sub: 'p-pm-1', aud: ['other', 'cornerstone'] })).toBe('p-pm-1')
  await expect(verify({ sub: 'p-pm-1', aud: ['other'] })).rejects.toThrow('unauthenticated')
})

test('nobody says it of himself or herself, or becomes another by it, and a partner says it of nobody', async () => {
  await say('p-ad-1', { subject: 'keeper', as: 'p-pd-1' })
  for (const refused of [await say('p-ad-1', { subject: 'mine' }), await say('p-pd-1', { subject: 'keeper' })])
    expect([refused.statusCode, bodyOf(refused).code]).toEqual([403, 'grant_to_oneself'])
  expect((await say('p-so-1', { subject: 'x', as: 'p-C09-yueqing-lg' })).statusCode).toBe(403)
  expect((await say('p-nobody', { subject: 'x' })).statusCode).toBe(404)
})

test('a row that somebody else wrote makes nobody a person, and the name itself is not kept', async () => {
  const forged = { issuer, person: 'p-pd-1', set_by: 'p-ad-1', set_at: dayOfTheApi }
  const hash = subjectHash({ issuer, subject: 'intruder' })
  const others = identitySeal({ hash, person: 'p-so-1' })
  await api.parts.db
    .insertInto('person_identity')
    .values({ ...forged, subject_hash: hash, seal: others })
    .execute()
  expect(await verify({ sub: 'intruder' })).toBe('intruder')
  const rows = await api.parts.db.selectFrom('person_identity').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/intruder|compliance|turning/)
})

test('whoever loses the name of the provider is signed out, and the log tells giving from taking', async () => {
  const is = async (browser: ReturnType<typeof aBrowser>) =>
    (await browser.ask('/inbox', { headers: { accept: 'application/json' } })).statusCode
  const sayHere = async (person: string, { subject, end = '' }: { subject: string; end?: string }) => {
    const url = `/programmes/gasme/people/${person}/identities${end}`
    const payload = { issuer: 'http://127.0.0.1:4310/local-provider', subject }
    const answer = await api.app.inject({ method: 'POST', url, payload, headers: await api.write('p-ad-1') })
    expect(answer.statusCode).toBe(200)
  }
  const [named, other] = [aBrowser(api.app), aBrowser(api.app)]
  await named.signIn('p-pm-2')
  await other.signIn('p-co-2')
  await sayHere('p-pm-2', { subject: 'p-pm-2' })
  await sayHere('p-co-2', { subject: 'p-pm-2', end: '/removals' })
  expect([await is(named), await is(other)]).toEqual([200, 200])
  await sayHere('p-pm-2', { subject: 'p-pm-2', end: '/removals' })
  expect([await is(named), await is(other)]).toEqual([401, 200])
  await named.signIn('p-pm-2')
  // The name means somebody else now, whose own id is none any more.
  await sayHere('p-co-2', { subject: 'p-pm-2' })
  expect([await is(named), await is(other)]).toEqual([401, 401])
  const rows = await api.parts.db
    .selectFrom('access_log')
    .select('subject')
    .where('object', '=', 'p-pm-2')
    .where('kind', '=', 'set')
    .orderBy('id')
    .execute()
  expect(rows.map(({ subject }) => subject)).toEqual(['identity', 'identity_taken'])
})

test('an act of weight is known by a sign-in or a token of the last ten minutes, and by no older one', async () => {
  now = new Date(dayOfTheApi)
  const app = await buildApi({ ...api.parts, clock: () => now })
  const browser = aBrowser(app)
  await browser.signIn('p-pm-1')
  const mark = z
    .object({ mark: z.string() })
    .parse((await browser.ask('/sign-ins/current', { headers: { accept: 'application/json' } })).json()).mark
  let call = 0
  const knownBy = async (headers: Record<string, string>) => {
    call += 1
    const write = { ...headers, 'idempotency-key': `call ${call}` }
    const sent = { method: 'POST' as const, payload: { call: `call-${call}` }, headers: write }
    await (headers['authorization'] === undefined
      ? browser.ask('/programmes/gasme/calls', sent)
      : app.inject({ url: '/programmes/gasme/calls', ...sent }))
    return api.door.sent.at(-1)?.actor.factor
  }
  const token = await api.as('p-pm-1')
  const signedIn = { 'x-csrf-token': mark, 'content-type': 'application/json' }
  now = new Date(now.getTime() + 9 * 60_000)
  expect([await knownBy(signedIn), await knownBy(token)]).toEqual(['sign_in', 'token'])
  now = new Date(now.getTime() + 60_000)
  expect([await knownBy(signedIn), await knownBy(token)]).toEqual([undefined, undefined])
  await app.close()
})

test('what is said to lie ahead proves nothing, and in a rehearsal nobody is asked', async () => {
  const label = { en: 'Rehearsal', 'zh-CN': '演练' }
  const rehearsal = {
    id: 'rh0061',
    namespace: 'cornerstone-rehearsal',
    rehearsal: true,
    procedure: 'full' as const,
    label,
  }
  await createProgramme(api.parts.db, rehearsal)
  const factorAt = (programme: string, minute?: number) => {
    const at = new Date(now.getTime() + (minute ?? 0) * 60_000).toISOString()
    const proof = minute === undefined ? undefined : ({ by: 'token', at } as const)
    return factorOf({ ...api.parts, clock: () => now }, { proof, programme })
  }
  expect(await Promise.all([2, 0, -9, undefined].map((minute) => factorAt('gasme', minute)))).toEqual([
    undefined,
    'token',
    'token',
    undefined,
  ])
  expect(await factorAt('rh0061')).toBe('rehearsal')
})

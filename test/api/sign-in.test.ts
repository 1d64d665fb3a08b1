import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { buildApi } from '../../api/app.js'
import { dropEndedSignIns } from '../../db/writes/sign-ins.js'
import { signInSeal } from '../../db/seals/sign-in-seal.js'
import { tokenHash } from '../../db/seals/link-seal.js'
import { aBrowser } from './a-browser.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'

let api: AnApi
let now = new Date(dayOfTheApi)
beforeAll(async () => {
  api = await anApi('signing in')
  const app = await buildApi({ ...api.parts, clock: () => now })
  await api.app.close()
  api = { ...api, app }
})
beforeEach(() => {
  now = new Date(dayOfTheApi)
})
afterAll(async () => {
  await api.app.close()
  await api.close()
})

const minutes = (count: number): void => {
  now = new Date(now.getTime() + count * 60_000)
}
const json = { accept: 'application/json' }

test('one click signs somebody of a trial in, and leads back to where he or she wanted to go', async () => {
  const browser = aBrowser(api.app)
  expect((await browser.ask('/bases')).body).toContain('/sign-in?to=%2Fbases')
  const back = await browser.signIn('p-pm-1', '/bases?view=ten')
  expect([back.statusCode, back.headers.location]).toEqual([303, '/bases?view=ten'])
  expect((await browser.ask('/bases?view=ten')).statusCode).toBe(200)
  const current = await browser.ask('/sign-ins/current', { headers: json })
  expect(current.json()).toMatchObject({ person: 'p-pm-1', means: 'local', agent: 'Firefox/Linux' })
})

test('its cookie is read by no script, sent by no other site, and bound to the host where there is https', async () => {
  const cookieOf = (answer: { readonly headers: object }) =>
    String(Object.entries(answer.headers).find(([name]) => name === 'set-cookie')?.[1])
  const line = cookieOf(await aBrowser(api.app).signIn('p-pm-1'))
  expect(line).toMatch(/^cornerstone-signed-in=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax,/)
  const secure = await buildApi({
    ...api.parts,
    config: { ...api.parts.config, API_PUBLIC_URL: 'https://base.example' },
  })
  const begun = await secure.inject('/sign-in')
  expect(cookieOf(begun)).toMatch(
    /^__Host-cornerstone-signing-in=[\w-]{43}; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/,
  )
  await secure.close()
})

test('a sign-in leaves its row in the access log, and a refused one in the log of what was refused', async () => {
  const browser = aBrowser(api.app)
  await browser.signIn('p-au-1')
  const { id } = (await browser.ask('/sign-ins/current', { headers: json })).json()
  const row = await api.parts.db
    .selectFrom('access_log')
    .select(['person', 'kind', 'subject'])
    .where('object', '=', id)
    .execute()
  expect(row).toEqual([{ person: 'p-au-1', kind: 'signed_in', subject: 'sign_in' }])
  const stranger = await aBrowser(api.app).ask('/sign-in/callback?code=a&state=b', { headers: json })
  expect([stranger.statusCode, bodyOf(stranger).code]).toEqual([403, 'sign_in_failed'])
  const refused = await api.parts.db
    .selectFrom('refused_attempt')
    .select(['route', 'code'])
    .where('code', '=', 'sign_in_failed')
    .execute()
  expect(refused).toEqual([{ route: 'GET /sign-in/callback', code: 'sign_in_failed' }])
})

test('the way back is good for ten minutes, and for the browser that went', async () => {
  const [mine, theirs] = [aBrowser(api.app), aBrowser(api.app)]
  const address = mine.location(await mine.ask(mine.location(await mine.ask('/sign-in?as=p-pm-1'))))
  const stolen = await theirs.ask(address, { headers: json })
  await theirs.ask('/sign-in')
  const mixed = await theirs.ask(address, { headers: json })
  expect([stolen, mixed].map(({ statusCode }) => statusCode)).toEqual([403, 403])
  // Whoever sits long before the page of the provider comes back with a code that is fresh.
  const backAfter = async (waited: number) => {
    const browser = aBrowser(api.app)
    const provider = browser.location(await browser.ask('/sign-in?as=p-pm-1'))
    minutes(waited)
    return await browser.ask(browser.location(await browser.ask(provider)), { headers: json })
  }
  expect((await backAfter(9)).statusCode).toBe(303)
  const late = await backAfter(11)
  expect([late.statusCode, bodyOf(late).detail]).toEqual([403, expect.stringContaining('more than ten minutes ago')])
})

test('the way back is good once, though the browser kept its cookie and the provider gives a second code', async () => {
  const browser = aBrowser(api.app)
  const provider = browser.location(await browser.ask('/sign-in?as=p-pm-1'))
  const kept = new Map(browser.cookies)
  const [once, twice] = [browser.location(await browser.ask(provider)), browser.location(await browser.ask(provider))]
  expect((await browser.ask(once)).statusCode).toBe(303)
  for (const [name, value] of kept) browser.cookies.set(name, value)
  const again = await browser.ask(twice, { headers: json })
  expect([again.statusCode, bodyOf(again).detail]).toEqual([403, expect.stringContaining('has used it already')])
})

test('whoever is known to nobody, or holds no seat, is not signed in', async () => {
  await sql`insert into person (id, name, email, language, created_at)
    select 'p-seatless', name, email, language, created_at from person where id = 'p-pm-1'`.execute(api.parts.db)
  const seatless = await aBrowser(api.app).signIn('p-seatless')
  expect([seatless.statusCode, seatless.body]).toEqual([403, expect.stringContaining('You hold no seat')])
  const url = '/programmes/gasme/people/p-co-3/identities'
  const payload = { issuer: 'http://127.0.0.1:4310/local-provider', subject: 'somebody else' }
  await api.app.inject({ method: 'POST', url, payload, headers: await api.write('p-ad-1') })
  const unnamed = await aBrowser(api.app).signIn('p-co-3')
  expect([unnamed.statusCode, unnamed.body]).toEqual([403, expect.stringContaining('knows nobody by that name')])
  const browser = aBrowser(api.app)
  const page = await browser.ask(browser.location(await browser.ask('/sign-in?as=p-nobody')))
  expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining('p-pm-1')])
})

test('a write by a browser needs the origin and the mark of its sign-in, and a bearer token needs neither', async () => {
  const browser = aBrowser(api.app)
  await browser.signIn('p-pm-1')
  const { id, mark } = (await browser.ask('/sign-ins/current', { headers: json })).json()
  const end = (headers: object) =>
    browser.ask(`/sign-ins/${id}`, { method: 'DELETE', headers: { ...json, ...headers } })
  const other = aBrowser(api.app)
  await other.signIn('p-pm-1')
  const { mark: another } = (await other.ask('/sign-ins/current', { headers: json })).json()
  for (const bad of [
    {},
    { 'x-csrf-token': another },
    { 'x-csrf-token': mark, origin: 'https://evil.example' },
    { 'x-csrf-token': mark, origin: 'null' },
    { 'x-csrf-token': mark, 'sec-fetch-site': 'cross-site' },
  ]) {
    const refused = await end(bad)
    expect([refused.statusCode, bodyOf(refused).code]).toEqual([403, 'not_from_our_page'])
  }
  expect((await end({ 'x-csrf-token': mark })).statusCode).toBe(204)
  expect((await browser.ask('/inbox', { headers: json })).statusCode).toBe(401)
})

test('one sees where one is signed in and ends one of them, and nobody else’s', async () => {
  const [here, there] = [aBrowser(api.app), aBrowser(api.app)]
  await here.signIn('p-co-1')
  await there.signIn('p-co-1')
  const bearer = await api.as('p-co-1')
  const { items } = bodyOf(await here.ask('/sign-ins', { headers: json }))
  expect(items.map(({ isThis }) => isThis)).toContain(true)
  expect(items).toHaveLength(2)
  const [far] = items.filter(({ isThis }) => isThis === false)
  const url = `/sign-ins/${String(far?.['id'])}`
  expect((await api.app.inject({ method: 'DELETE', url, headers: await api.as('p-co-2') })).statusCode).toBe(404)
  expect((await api.app.inject({ method: 'DELETE', url, headers: bearer })).statusCode).toBe(204)
  expect((await there.ask('/inbox', { headers: json })).statusCode).toBe(401)
  expect((await here.ask('/inbox', { headers: json })).statusCode).toBe(200)
})

test('an administrator ends those of a person, and nobody else does', async () => {
  const browser = aBrowser(api.app)
  await browser.signIn('p-lc-1')
  const end = async (as: string, person = 'p-lc-1') =>
    await api.app.inject({
      method: 'POST',
      url: `/programmes/gasme/people/${person}/sign-ins/endings`,
      headers: await api.write(as),
      payload: {},
    })
  expect((await end('p-pm-1')).statusCode).toBe(403)
  expect((await end('p-ad-1', 'p-seatless')).statusCode).toBe(404)
  expect((await end('p-ad-1')).json()).toEqual({ person: 'p-lc-1', ended: 1 })
  expect((await browser.ask('/inbox', { headers: json })).statusCode).toBe(401)
})

test('a sign-in ends after twelve hours, after two unseen, and with the last seat of its person', async () => {
  const is = async (browser: ReturnType<typeof aBrowser>) => (await browser.ask('/inbox', { headers: json })).statusCode
  const [busy, idle, leaving] = [aBrowser(api.app), aBrowser(api.app), aBrowser(api.app)]
  await busy.signIn('p-so-1')
  await idle.signIn('p-so-1')
  await leaving.signIn('p-so-2')
  for (const _ of [1, 2, 3, 4, 5, 6]) {
    minutes(119)
    expect(await is(busy)).toBe(200)
  }
  expect(await is(idle)).toBe(401)
  minutes(7)
  expect(await is(busy)).toBe(401)
  now = new Date(dayOfTheApi)
  expect(await is(leaving)).toBe(200)
  await sql`update mandate set revoked_at = ${dayOfTheApi}::timestamptz where person = 'p-so-2'`.execute(api.parts.db)
  expect(await is(leaving)).toBe(401)
})

test('the page that signs out says who is signed in, and its button ends it', async () => {
  const browser = aBrowser(api.app)
  expect((await browser.ask('/sign-out')).body).toContain('Nobody is signed in')
  await browser.signIn('p-pd-1')
  const { body, headers } = await browser.ask('/sign-out?lang=zh-CN')
  expect([body.includes('p-pd-1'), headers['referrer-policy']]).toEqual([true, 'same-origin'])
  const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } } as const
  expect((await browser.ask('/sign-out', { ...form, payload: 'mark=none' })).statusCode).toBe(403)
  const [, mark = ''] = /name="mark" value="([^"]+)"/.exec(body) ?? []
  const left = await browser.ask('/sign-out', { ...form, payload: `mark=${mark}` })
  expect([left.statusCode, browser.cookies.size]).toEqual([200, 0])
  expect((await browser.ask('/inbox', { headers: json })).statusCode).toBe(401)
})

test('whoever only reaches the database signs nobody in, and finds no word that would', async () => {
  const { db } = api.parts
  const browser = aBrowser(api.app)
  await browser.signIn('p-pm-2')
  await browser.ask('/sign-in')
  const [kept, begun] = await Promise.all([
    db.selectFrom('sign_in').selectAll().execute(),
    db.selectFrom('sign_in_begun').selectAll().execute(),
  ])
  for (const word of browser.cookies.values()) expect(JSON.stringify([kept, begun])).not.toContain(word)
  const [row] = kept.filter(({ person }) => person === 'p-pm-2')
  if (row === undefined) throw new Error('Somebody is signed in.')
  const forged = 'f'.repeat(43)
  await db.updateTable('sign_in').set({ ended_at: dayOfTheApi }).where('id', '=', row.id).execute()
  const copy = {
    ...row,
    id: '00000000-0000-4000-8000-000000000001',
    person: 'p-pd-1',
    token_hash: tokenHash(forged),
    ended_at: null,
  }
  await db.insertInto('sign_in').values(copy).execute()
  browser.cookies.set('cornerstone-signed-in', forged)
  expect((await browser.ask('/inbox', { headers: json })).statusCode).toBe(401)
  const made = {
    id: copy.id,
    tokenHash: copy.token_hash,
    person: copy.person,
    means: copy.means,
    askedAt: copy.asked_at,
    endsAt: copy.ends_at,
  }
  await db.deleteFrom('sign_in').where('id', '=', copy.id).execute()
  await db
    .insertInto('sign_in')
    .values({ ...copy, seal: signInSeal(made) })
    .execute()
  expect((await browser.ask('/inbox', { headers: json })).statusCode).toBe(200)
})

test('what has ended is taken away a day later, and neither what stands nor what ended just now', async () => {
  const { db } = api.parts
  const signedIn = async () => {
    const browser = aBrowser(api.app)
    await browser.signIn('p-pm-1')
    const { id, mark } = (await browser.ask('/sign-ins/current', { headers: json })).json()
    const end = () => browser.ask(`/sign-ins/${id}`, { method: 'DELETE', headers: { ...json, 'x-csrf-token': mark } })
    return { id: String(id), end }
  }
  const [ended, expired] = [await signedIn(), await signedIn()]
  await ended.end()
  const begun = aBrowser(api.app)
  await begun.ask('/sign-in')
  minutes(13 * 60)
  const [standing, justEnded] = [await signedIn(), await signedIn()]
  await justEnded.end()
  const left = async () => {
    const rows = await db.selectFrom('sign_in').select('id').execute()
    return [ended, expired, justEnded, standing].map(({ id }) => rows.some((row) => row.id === id))
  }
  const aDayAgo = () => new Date(now.getTime() - 24 * 60 * 60_000).toISOString()
  await dropEndedSignIns(db, { before: aDayAgo() })
  expect(await left()).toEqual([true, true, true, true])
  minutes(11 * 60 + 1)
  await dropEndedSignIns(db, { before: aDayAgo() })
  expect(await left()).toEqual([false, true, true, true])
  expect(await db.selectFrom('sign_in_begun').select('begun_at').execute()).toEqual([])
  minutes(12 * 60)
  await dropEndedSignIns(db, { before: aDayAgo() })
  expect(await left()).toEqual([false, false, true, true])
})

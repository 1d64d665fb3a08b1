import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { z } from 'zod'
import { buildApi } from '../../api/app.js'
import type { ApiApp } from '../../api/parts.js'
import { mostPasskeys } from '../../db/reads/passkeys.js'
import { applyChanges } from '../../db/record/change.js'
import { recordsProjectors } from '../../db/record/project-records.js'
import { anAuthenticator } from '../support/an-authenticator.js'
import { aBrowser } from './a-browser.js'
import { fieldsOf, posted } from './a-page.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'
import { asForm } from './signed-in.js'

const here = 'http://localhost:4310'
let api: AnApi
let app: ApiApp
let now = new Date(dayOfTheApi)
beforeAll(async () => {
  api = await anApi('passkeys', { API_PUBLIC_URL: here })
  app = await buildApi({ ...api.parts, clock: () => now })
}, 60_000)
beforeEach(() => {
  now = new Date(dayOfTheApi)
  api.door.sent.splice(0)
})
afterEach(async () => {
  await api.parts.db.deleteFrom('passkey').execute()
  await api.parts.db.deleteFrom('passkey_challenge').execute()
})
afterAll(async () => {
  await app.close()
  await api.close()
})

const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const Options = z.object({ options: z.looseObject({ challenge: z.string() }) })
const Marked = z.object({ mark: z.string() })
const Kept = z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), usedAt: z.string().nullable() })) })

/** Somebody who is signed in on a browser, and sends JSON from a page of ours. */
const somebody = async (person: string) => {
  const browser = aBrowser(app, here)
  await browser.signIn(person)
  const json = { accept: 'application/json' }
  const { mark } = Marked.parse((await browser.ask('/sign-ins/current', { headers: json })).json())
  const headers = { ...json, 'x-csrf-token': mark, 'content-type': 'application/json' }
  const send = (url: string, payload: object, more: object = {}) =>
    browser.ask(url, { method: 'POST', payload, headers: { ...headers, ...more } })
  const asked = async (url: string, payload: object) => Options.parse((await send(url, payload)).json()).options
  return {
    browser,
    send,
    asked,
    kept: async () => Kept.parse((await browser.ask('/passkeys', { headers: json })).json()).items,
    remove: (id: string) =>
      browser.ask(`/passkeys/${id}`, { method: 'DELETE', headers: { ...json, 'x-csrf-token': mark } }),
  }
}
type Somebody = Awaited<ReturnType<typeof somebody>>
type Authenticator = ReturnType<typeof anAuthenticator>

/** Has an authenticator make a key for somebody, and brings it. */
const brought = async (
  who: Somebody,
  authenticator: Authenticator,
  otherwise: Parameters<Authenticator['make']>[1] = {},
) =>
  await who.send('/passkeys', {
    name: 'Laptop',
    credential: authenticator.make(await who.asked('/passkeys/registrations', {}), otherwise),
  })

/** Somebody with a passkey, who signed in an hour ago. */
const withKey = async (person: string, authenticator = anAuthenticator({ origin: here })) => {
  const who = await somebody(person)
  expect((await brought(who, authenticator)).statusCode).toBe(201)
  later(60)
  return { who, authenticator }
}

interface AnAct {
  readonly path: string
  readonly key: string
  readonly body: object
}

const path = '/programmes/gasme/calls'
const anAct = (): AnAct => ({ path, key: randomUUID(), body: { call: `call-${randomUUID().slice(0, 8)}` } })
const act = (who: Somebody, { path: url, key, body }: AnAct, said?: object) =>
  who.send(url, body, {
    'idempotency-key': key,
    ...(said === undefined ? {} : { 'passkey-assertion': Buffer.from(JSON.stringify(said)).toString('base64url') }),
  })
const factor = () => api.door.sent.at(-1)?.actor.factor
const why = (answer: { statusCode: number; json: () => unknown }) => [answer.statusCode, bodyOf(answer).code]

test('a passkey vouches for one act, which says so, long after its person signed in; the act alone says nothing of the kind', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const one = anAct()
  const said = authenticator.say(await who.asked('/passkeys/challenges', one))
  expect((await act(who, one, said)).statusCode).toBe(200)
  expect(factor()).toBe('passkey')
  await act(who, anAct())
  expect(factor()).toBeUndefined()
  expect(await who.kept()).toEqual([expect.objectContaining({ name: 'Laptop', usedAt: now.toISOString() })])
  // What was sent already is sent again without it, as what it was.
  expect((await act(who, one)).statusCode).toBe(200)
})

test('what a passkey says is good once, and for nobody else, no other act, body, id or address, and not for ever', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const asked = (one: AnAct) => who.asked('/passkeys/challenges', one)
  const refused: readonly (readonly [string, () => Promise<{ statusCode: number; json: () => unknown }>])[] = [
    [
      'again',
      async () => {
        const one = anAct()
        const said = authenticator.say(await asked(one))
        expect((await act(who, one, said)).statusCode).toBe(200)
        return await act(who, { ...one, key: randomUUID() }, said)
      },
    ],
    [
      'another body',
      async () => {
        const one = anAct()
        return await act(who, { ...one, body: anAct().body }, authenticator.say(await asked(one)))
      },
    ],
    [
      'another id',
      async () => {
        const one = anAct()
        return await act(who, { ...one, key: randomUUID() }, authenticator.say(await asked(one)))
      },
    ],
    [
      'another address',
      async () => {
        const one = anAct()
        return await act(who, one, authenticator.say(await asked({ ...one, path: '/programmes/gasme/sessions' })))
      },
    ],
    [
      'too late',
      async () => {
        const one = anAct()
        const said = authenticator.say(await asked(one))
        later(6)
        return await act(who, one, said)
      },
    ],
    [
      'a key that was to be made',
      async () => {
        const fresh = await somebody('p-pm-1')
        return await act(who, anAct(), authenticator.say(await fresh.asked('/passkeys/registrations', {})))
      },
    ],
    ['nonsense', async () => await act(who, anAct(), { id: 'x' })],
  ]
  for (const [what, sent] of refused) expect([what, ...why(await sent())]).toEqual([what, 403, 'passkey_refused'])
  const one = anAct()
  const other = await withKey('p-pm-2')
  const hers = authenticator.say(await who.asked('/passkeys/challenges', one))
  expect(why(await act(other.who, one, hers))).toEqual([403, 'passkey_refused'])
  // Nobody else uses it up.
  expect((await act(who, one, hers)).statusCode).toBe(200)
})

test('an assertion of another origin or party, without its person verified, of another key, or for a challenge of nobody is refused', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ways = [
    { origin: 'https://localhost.example' },
    { rpID: 'localhost.example' },
    { isVerified: false },
    { by: privateKey },
    { challenge: 'A'.repeat(43) },
  ]
  for (const otherwise of ways) {
    const one = anAct()
    const said = authenticator.say(await who.asked('/passkeys/challenges', one), otherwise)
    expect([otherwise, ...why(await act(who, one, said))]).toEqual([otherwise, 403, 'passkey_refused'])
  }
  const one = anAct()
  const foreign = anAuthenticator({ origin: here }).say(await who.asked('/passkeys/challenges', one))
  expect(why(await act(who, one, foreign))).toEqual([403, 'passkey_refused'])
  const another = anAct()
  expect(
    (await act(who, another, authenticator.say(await who.asked('/passkeys/challenges', another)))).statusCode,
  ).toBe(200)
})

test('a count that goes back is refused, as of a copied key; an authenticator that never counts is taken', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const used = async (of: Authenticator, otherwise: Parameters<Authenticator['say']>[1] = {}) => {
    const one = anAct()
    return await act(who, one, of.say(await who.asked('/passkeys/challenges', one), otherwise))
  }
  expect((await used(authenticator, { counter: 9 })).statusCode).toBe(200)
  for (const counter of [9, 8, 0]) {
    const no = await used(authenticator, { counter })
    expect([...why(no), bodyOf(no).detail.includes('counted no further')]).toEqual([403, 'passkey_refused', true])
  }
  expect((await used(authenticator, { counter: 10 })).statusCode).toBe(200)
  const silent = anAuthenticator({ origin: here, counts: false })
  expect((await brought(await somebody('p-pm-1'), silent)).statusCode).toBe(201)
  expect([(await used(silent)).statusCode, (await used(silent)).statusCode]).toEqual([200, 200])
})

test('passkeys are made and removed by whoever has just signed in, and by nobody who shows a passkey instead; a removed one is good no more', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const [key] = await who.kept()
  expect(why(await who.send('/passkeys/registrations', {}))).toEqual([403, 'second_factor'])
  expect(why(await who.remove(key?.id ?? ''))).toEqual([403, 'second_factor'])
  const announced = { path: '/passkeys/registrations', key: randomUUID(), body: {} }
  const said = authenticator.say(await who.asked('/passkeys/challenges', announced))
  expect(why(await act(who, announced, said))).toEqual([403, 'second_factor'])
  const other = await somebody('p-so-1')
  expect([(await other.kept()).length, (await other.remove(key?.id ?? '')).statusCode]).toEqual([0, 404])
  const fresh = await somebody('p-pm-1')
  expect((await fresh.remove(key?.id ?? '')).statusCode).toBe(204)
  const one = anAct()
  expect(why(await who.send('/passkeys/challenges', one))).toEqual([403, 'passkey_refused'])
  expect((await brought(fresh, anAuthenticator({ origin: here }))).statusCode).toBe(201)
  const removed = authenticator.say(await who.asked('/passkeys/challenges', one))
  expect(why(await act(who, one, removed))).toEqual([403, 'passkey_refused'])
  const log = await api.parts.db.selectFrom('access_log').select('kind').where('subject', '=', 'passkey').execute()
  expect(log.length).toBeGreaterThan(2)
})

test('a new key that was made elsewhere, without its person verified, for nothing that was asked, or twice is not kept', async () => {
  const who = await somebody('p-pm-1')
  const ways = [
    { origin: 'https://x.example' },
    { rpID: 'x.example' },
    { isVerified: false },
    { challenge: 'B'.repeat(43) },
  ]
  for (const otherwise of ways)
    expect(why(await brought(who, anAuthenticator({ origin: here }), otherwise))).toEqual([403, 'passkey_refused'])
  expect(await who.kept()).toEqual([])
  const authenticator = anAuthenticator({ origin: here })
  expect((await brought(who, authenticator)).statusCode).toBe(201)
  expect(why(await brought(who, authenticator))).toEqual([403, 'passkey_refused'])
  const another = await somebody('p-pm-2')
  expect(why(await brought(another, authenticator))).toEqual([403, 'passkey_refused'])
  for (let kept = 1; kept < mostPasskeys; kept += 1)
    expect((await brought(who, anAuthenticator({ origin: here }))).statusCode).toBe(201)
  expect(why(await brought(who, anAuthenticator({ origin: here })))).toEqual([403, 'passkey_refused'])
})

test('the form of a page is vouched for as it is sent, line ends and all, and no other form is', async () => {
  const { who, authenticator } = await withKey('p-ad-1')
  const people = '/programmes/gasme/people'
  const shown = await who.browser.ask(`${people}?kept=p-so-1&lang=en`)
  expect(String(shown.headers['content-security-policy'])).toMatch(/script-src 'sha256-[^']+'; connect-src 'self'/)
  expect(shown.body).toContain('data-passkey="/passkeys/challenges"')
  const fields = {
    ...fieldsOf(shown.body.slice(shown.body.indexOf('id="kept"')), people),
    do: 'erase',
    note: 'one\ntwo',
  }
  const send = async (said: object, sent: Readonly<Record<string, string>>) =>
    await who.browser.ask(people, {
      method: 'POST',
      payload: posted({ ...sent, passkey: JSON.stringify(said) }),
      headers: asForm,
    })
  const asked = () => who.asked('/passkeys/challenges', { path: people, form: posted(fields) })
  const other = await send(authenticator.say(await asked()), { ...fields, person: 'p-so-2' })
  expect([other.statusCode, api.door.sent.length]).toEqual([403, 0])
  await send(authenticator.say(await asked()), { ...fields, note: 'one\r\ntwo' })
  expect([api.door.sent.length, factor()]).toEqual([1, 'passkey'])
  later(20)
  const fresh = await somebody('p-ad-1')
  const calm = await fresh.browser.ask(`${people}?kept=p-so-1&lang=en`)
  expect(calm.body).not.toContain('data-passkey')
})

test('the page of one’s passkeys shows when each was used, makes one by its script, and removes one without any', async () => {
  const { who } = await withKey('p-pm-1')
  const old = await who.browser.ask('/passkeys?lang=zh-CN')
  for (const said of ['Laptop', '尚未使用', '/sign-in?fresh=yes']) expect(old.body).toContain(said)
  expect(old.body).not.toContain('data-makes')
  const fresh = await somebody('p-pm-1')
  const page = await fresh.browser.ask('/passkeys?lang=en')
  for (const said of ['data-makes', 'Last used', 'maxLength="60"']) expect(page.body).toContain(said)
  const [key] = await fresh.kept()
  const fields = { ...fieldsOf(page.body, '/passkeys'), id: key?.id ?? '', do: 'drop' }
  const send = (sent: Readonly<Record<string, string>>, of = fresh) =>
    of.browser.ask('/passkeys', { method: 'POST', payload: posted(sent), headers: asForm })
  const { mark: _, ...unmarked } = { mark: undefined, ...fields }
  expect((await send(unmarked)).statusCode).toBe(403)
  const gone = await send(fields)
  expect([gone.statusCode, fresh.browser.location(gone)]).toEqual([303, '/passkeys?told=removed'])
  expect((await send(fields)).statusCode).toBe(404)
  expect(await fresh.kept()).toEqual([])
})

test('no table shows what was asked or how a key is called, a row that somebody else wrote is no key, and an erasure takes all', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const one = anAct()
  const asked = await who.asked('/passkeys/challenges', one)
  const { db } = api.parts
  const rows = [
    await db.selectFrom('passkey').selectAll().execute(),
    await db.selectFrom('passkey_challenge').selectAll().execute(),
  ]
  expect(JSON.stringify(rows)).not.toContain('Laptop')
  expect(JSON.stringify(rows)).not.toContain(asked.challenge)
  // A challenge of another act, as whoever writes rows would have it.
  const said = authenticator.say(asked)
  const [kept] = await db.selectFrom('passkey_challenge').selectAll().execute()
  const elsewhere = anAct()
  const [wanted] = await (async () => {
    await db.deleteFrom('passkey_challenge').execute()
    await who.asked('/passkeys/challenges', elsewhere)
    return await db.selectFrom('passkey_challenge').selectAll().execute()
  })()
  if (kept === undefined || wanted === undefined) throw new Error('Two were asked.')
  await db
    .insertInto('passkey_challenge')
    .values({ ...kept, act: wanted.act })
    .execute()
  expect(why(await act(who, elsewhere, said))).toEqual([403, 'passkey_refused'])
  // A key of another person, given to this one.
  const { who: other, authenticator: hers } = await withKey('p-pm-2')
  await db.deleteFrom('passkey').where('person', '=', 'p-pm-1').execute()
  const [stolen] = await db.selectFrom('passkey').selectAll().execute()
  if (stolen === undefined) throw new Error('She keeps one.')
  await db.deleteFrom('passkey').execute()
  await db
    .insertInto('passkey')
    .values({ ...stolen, id: randomUUID(), person: 'p-pm-1' })
    .execute()
  expect(await who.kept()).toEqual([])
  await db.deleteFrom('passkey').execute()
  expect((await brought(await somebody('p-pm-2'), hers)).statusCode).toBe(201)
  expect(await other.kept()).toHaveLength(1)
  const by = { person: 'p-pd-1', role: 'PD', mandate: 'm-1', onBehalfOf: 'o-office' } as const
  const event = { type: 'person_erased', person: 'p-pm-2', requestedBy: 'p-ad-1', mandates: [], by } as const
  const at = { stream: 'gasme', programme: 'gasme', seq: 1, at: dayOfTheApi, base: undefined, stageNo: undefined }
  await db.transaction().execute(async (trx) => {
    const changes = recordsProjectors.person_erased(trx, { ...at, event })
    await applyChanges(
      trx,
      changes.filter(({ row }) => row.startsWith('passkeys')),
    )
  })
  expect(await db.selectFrom('passkey').select('id').execute()).toEqual([])
})

test('where the address of the installation is a number there are no passkeys, and their page says why', async () => {
  const numbered = { ...api.parts, config: { ...api.parts.config, API_PUBLIC_URL: 'http://127.0.0.1:4310' } }
  const other = await buildApi(numbered)
  const browser = aBrowser(other)
  await browser.signIn('p-pm-1')
  const page = await browser.ask('/passkeys?lang=en')
  expect([page.body.includes('is a number'), page.body.includes('data-makes')]).toEqual([true, false])
  await other.close()
})

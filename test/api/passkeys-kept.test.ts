import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { buildApi } from '../../api/app.js'
import { mostPasskeys } from '../../db/reads/passkeys.js'
import { applyChanges } from '../../db/record/change.js'
import { recordsProjectors } from '../../db/record/project-records.js'
import { anAuthenticator } from '../support/an-authenticator.js'
import { aBrowser } from './a-browser.js'
import { fieldsOf, posted } from './a-page.js'
import { dayOfTheApi } from './an-api.js'
import { asForm } from './signed-in.js'
import { act, anAct, brought, here, why, withPasskeys } from './with-passkeys.js'

const { api, somebody, withKey } = withPasskeys('passkeys that are kept')

test('passkeys are made and removed by whoever has just signed in, and by nobody who shows a passkey instead; a removed one is good no more', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const [key] = await who.kept()
  expect(why(await who.send('/passkeys/registrations', {}))).toEqual([403, 'second_factor'])
  expect(why(await who.remove(key?.id ?? ''))).toEqual([403, 'second_factor'])
  const announced = { path: '/passkeys/registrations', key: randomUUID(), body: {} }
  const said = authenticator.say(await who.asked('/passkeys/challenges', announced))
  expect(why(await act(who, { ...announced, said }))).toEqual([403, 'second_factor'])
  const other = await somebody('p-so-1')
  expect([(await other.kept()).length, (await other.remove(key?.id ?? '')).statusCode]).toEqual([0, 404])
  const fresh = await somebody('p-pm-1')
  expect((await fresh.remove(key?.id ?? '')).statusCode).toBe(204)
  const one = anAct()
  expect(why(await who.send('/passkeys/challenges', one))).toEqual([403, 'passkey_refused'])
  expect((await brought(fresh, anAuthenticator({ origin: here }))).statusCode).toBe(201)
  const removed = authenticator.say(await who.asked('/passkeys/challenges', one))
  expect(why(await act(who, { ...one, said: removed }))).toEqual([403, 'passkey_refused'])
  const log = await api().parts.db.selectFrom('access_log').select('kind').where('subject', '=', 'passkey').execute()
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
    expect(
      why(await brought(who, { make: (options) => anAuthenticator({ origin: here }).make(options, otherwise) })),
    ).toEqual([403, 'passkey_refused'])
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

test('no table shows what was asked or how a key is called, and a row that somebody else wrote is no key and asks nothing', async () => {
  const { who, authenticator } = await withKey('p-pm-1')
  const one = anAct()
  const asked = await who.asked('/passkeys/challenges', one)
  const { db } = api().parts
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
  expect(why(await act(who, { ...elsewhere, said }))).toEqual([403, 'passkey_refused'])
  // A key of another person, given to this one.
  await withKey('p-pm-2')
  await db.deleteFrom('passkey').where('person', '=', 'p-pm-1').execute()
  const [stolen] = await db.selectFrom('passkey').selectAll().execute()
  if (stolen === undefined) throw new Error('She keeps one.')
  await db.deleteFrom('passkey').execute()
  await db
    .insertInto('passkey')
    .values({ ...stolen, id: randomUUID(), person: 'p-pm-1' })
    .execute()
  expect(await who.kept()).toEqual([])
})

test('an erasure takes all passkeys of its person, and what was asked of them', async () => {
  await withKey('p-pm-1')
  const { who } = await withKey('p-pm-2')
  await who.asked('/passkeys/challenges', anAct())
  const { db } = api().parts
  const by = { person: 'p-pd-1', role: 'PD', mandate: 'm-1', onBehalfOf: 'o-office' } as const
  const event = { type: 'person_erased', person: 'p-pm-2', requestedBy: 'p-ad-1', mandates: [], by } as const
  const at = { stream: 'gasme', programme: 'gasme', seq: 1, at: dayOfTheApi, base: undefined, stageNo: undefined }
  await db.transaction().execute(async (trx) => {
    const changes = recordsProjectors.person_erased(trx, { ...at, event })
    await applyChanges(
      trx,
      changes.filter(({ row }) => row.startsWith('passkeys') || row.startsWith('challenges')),
    )
  })
  expect(await db.selectFrom('passkey').select('person').execute()).toEqual([{ person: 'p-pm-1' }])
  expect(await db.selectFrom('passkey_challenge').select('person').execute()).toEqual([])
})

test('where the address of the installation is a number there are no passkeys, and their page says why', async () => {
  const numbered = { ...api().parts, config: { ...api().parts.config, API_PUBLIC_URL: 'http://127.0.0.1:4310' } }
  const other = await buildApi(numbered)
  const browser = aBrowser(other)
  await browser.signIn('p-pm-1')
  const page = await browser.ask('/passkeys?lang=en')
  expect([page.body.includes('is a number'), page.body.includes('data-makes')]).toEqual([true, false])
  await other.close()
})

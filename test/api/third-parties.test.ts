import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { z } from 'zod'
import { withTokensOpen, withTokensSealed } from '../../db/mailbox-tokens.js'
import { tokenHash } from '../../db/seals/link-seal.js'
import { readBase } from '../../db/reads/bases.js'
import { confirmedActivities } from '../../api/follow-up/confirmed-activities.js'
import { readPinned } from '../../api/views/pinned-procedure.js'
import { thirdPartiesOn } from '../../db/reads/third-parties.js'
import type { AddressedLetter } from '../../mail/postman.js'
import { mailQuestions } from '../../workers/letters/third-party-letters.js'
import type { ABase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'
import { fieldsOf } from './a-page.js'
import { handsInSheet } from './a-noted-sheet.js'
import { ours, recording, sendForm, type FormSent } from './by-link.js'
import { activity, clusterBody, notedActivities } from './noted-activities.js'

let api: AnApi
let base: ABase
const mailed: AddressedLetter[] = []
const address = 'buyer@outside.example'

beforeAll(async () => {
  api = await anApi('asking third parties')
  base = await notedActivities(api)
  api.door.answer = recording(api)
}, 60_000)
afterAll(() => api.close())
beforeEach(() => {
  mailed.length = 0
})

const log = pino({ enabled: false })
const postman = {
  send: async (letter: AddressedLetter) => {
    mailed.push(letter)
    return { accepted: true, response: '250 taken' } as const
  },
  close: () => undefined,
}
const parts = () => ({ db: api.parts.db, postman, log, publicUrl: 'http://127.0.0.1:4310', sendsRehearsals: false })
const mail = (after = 0) => mailQuestions(parts(), new Date(Date.parse(dayOfTheApi) + after))

const ask = async (of: string, { as = 'p-C09-yueqing-clo', key = randomUUID() } = {}) =>
  api.app.inject({
    method: 'POST',
    url: `/bases/${exampleBase}/third-parties`,
    headers: { ...(await api.as(as)), 'idempotency-key': key },
    payload: { activity: of, email: address, language: 'en' },
  })
const tokenMailed = () => /\/confirm#([\w-]{43})/.exec(mailed.at(-1)?.text ?? '')?.[1] ?? ''
const post = (url: string, fields: Readonly<Record<string, string>>) => postFrom(ours, { url, fields })
const postFrom = (headers: Readonly<Record<string, string>>, sent: FormSent) => sendForm(api, { ...sent, headers })
const Followed = z.object({ items: z.array(z.looseObject({ id: z.string(), thirdParty: z.unknown().optional() })) })
const standingFor = async (as: string, of: string) => {
  const url = `/bases/${exampleBase}/follow-up?kind=activity`
  const { items } = Followed.parse((await api.app.inject({ url, headers: await api.as(as) })).json())
  return items.find(({ id }) => id === of)?.thirdParty
}
const stored = async () => JSON.stringify(await api.parts.db.selectFrom('third_party').selectAll().execute())
const entries = async () =>
  (await api.parts.db.selectFrom('ledger_entry').select('seq').where('stream', '=', exampleBase).execute()).length

/** Takes an activity back on another sheet. */
const takeBack = async (row: string) => {
  const read = { withdrawn: [{ id: 'w1', cells: { activity: [activity(row)], because: 'mistaken' } }] }
  await handsInSheet(api, { base, after: await entries(), by: clusterBody, step: '5.14a.2', answers: {}, read })
}

test('from the letter to the answer: one line is asked of somebody outside, and is answered once', async () => {
  const asked = await ask(activity('r1'))
  expect(asked.statusCode).toBe(200)
  const before = await entries()
  expect(await stored()).not.toContain(address)
  expect(await mail()).toBe(1)
  expect(mailed[0]?.to.address).toBe(address)
  for (const said of [
    'Hanover fair',
    '12',
    'Hanover fair（中文）',
    '乐清',
    '1 June 2026 to 3 June 2026',
    'Buyer & Sons',
  ])
    expect(mailed[0]?.text).toContain(said)
  const token = tokenMailed()
  expect([token.length, (await stored()).includes(token), (await stored()).includes('"address":"s1.')]).toEqual([
    43,
    false,
    false,
  ])
  expect(await standingFor('p-pm-1', activity('r1'))).toMatchObject({ state: 'waits' })

  const opened = await api.app.inject({ method: 'GET', url: '/confirm' })
  expect([opened.statusCode, opened.body.includes('Hanover')]).toEqual([200, false])
  const [en, zh] = [await post('/confirm', { token, lang: 'en' }), await post('/confirm', { token, lang: 'zh-CN' })]
  expect(en.body).toContain('Hanover fair')
  expect(zh.body).toContain('属实')
  for (const secret of [exampleBase, 'Osaka', '5.14a']) expect(en.body).not.toContain(secret)
  const fields = {
    ...fieldsOf(en.body, '/confirm/answers'),
    answer: 'differs',
    ownNumber: '9',
    capacity: 'Buyer at the fair',
  }
  const done = await post('/confirm/answers', fields)
  expect([done.statusCode, done.body.includes('Your answer was kept')]).toEqual([200, true])
  expect((await post('/confirm/answers', { ...fields, answer: 'confirmed' })).statusCode).toBe(409)
  expect((await post('/confirm', { token, lang: 'en' })).statusCode).toBe(409)

  // Whoever has no seat writes nothing into the ledger, and what was typed lies sealed.
  expect(await entries()).toBe(before)
  expect(await stored()).not.toContain('Buyer at the fair')
})

test('the mailbox of a trial keeps the token of such a letter sealed, and shows the mail as it came', () => {
  const text = `Answer here: http://127.0.0.1:4310/confirm#${'t'.repeat(43)}\n`
  const kept = withTokensSealed(text)
  expect([kept.includes('t'.repeat(43)), withTokensOpen(kept)]).toEqual([false, text])
})

test('what was answered is shown to the cluster body and the programme, and counted with the work of the year', async () => {
  const whole = { state: 'differs', ownNumber: 9, capacity: 'Buyer at the fair' }
  expect(await standingFor('p-pm-1', activity('r1'))).toMatchObject(whole)
  expect(await standingFor('p-C09-yueqing-clo', activity('r1'))).toMatchObject(whole)
  expect(await standingFor('p-pm-1', activity('r2'))).toBeUndefined()
  const since = await api.app.inject({ url: `/bases/${exampleBase}/since-the-report`, headers: await api.as('p-pm-1') })
  expect(since.json()).toMatchObject({ thirdParties: { asked: 1, confirmed: 0, differ: 1, notKnown: 0 } })
})

test('who was answered about an activity is not asked for another answer, and the same request is answered as it was', async () => {
  expect(bodyOf(await ask(activity('r1'))).code).toBe('third_party_answered')
  const key = randomUUID()
  const first = await ask(activity('r2'), { key })
  const again = await ask(activity('r2'), { key })
  expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 200, first.body])
  expect(bodyOf(await ask(activity('r2'))).code).toBe('third_party_waits')
})

test('nothing but the button of the page that was shown answers, and what does not fit is asked again', async () => {
  await mail()
  const token = tokenMailed()
  for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) await api.app.inject({ method, url: '/confirm' })
  const page = await post('/confirm', { token, lang: 'en' })
  const { mark = '', ...unmarked } = {
    ...fieldsOf(page.body, '/confirm/answers'),
    answer: 'confirmed',
    capacity: 'host',
  }
  const fields = { ...unmarked, mark }
  for (const headers of [
    { ...ours, origin: 'https://mail.example' },
    { ...ours, 'sec-fetch-site': 'cross-site' },
  ])
    expect((await postFrom(headers, { url: '/confirm/answers', fields })).statusCode).toBe(403)
  expect((await post('/confirm/answers', unmarked)).statusCode).toBe(403)
  expect((await post('/confirm/answers', { ...fields, mark: 'x' })).statusCode).toBe(403)
  for (const wrong of [
    { answer: 'so' },
    { answer: 'differs', ownNumber: 'many' },
    { capacity: ' ' },
    { capacity: 'x'.repeat(61) },
  ]) {
    const told = await post('/confirm/answers', { ...fields, ...wrong })
    expect([told.statusCode, told.body.includes('role="alert"')]).toEqual([422, true])
  }
  expect(await standingFor('p-pm-1', activity('r2'))).toMatchObject({ state: 'waits' })
  // Of two who send at once one is taken: the twin that shows the others were refused for what they lacked.
  const both = await Promise.all([post('/confirm/answers', fields), post('/confirm/answers', fields)])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
})

test('whoever reports a figure may cite what was confirmed and stands, and nothing else that was asked (8.6)', async () => {
  const confirmedFor = async (person: string) => {
    const found = await readBase(api.parts.db, { id: exampleBase })
    if (found === undefined) throw new Error('there is no base')
    const looking = { base: found, person, procedure: await readPinned(api.parts, found) }
    return (await confirmedActivities(api.parts, looking)).map(({ code, label }) => [code, label.en])
  }
  const osaka = [[activity('r2'), expect.stringMatching(/Osaka fair.*\(Confirmed by a third party\)$/)]]
  expect(await confirmedFor('p-C09-yueqing-clo')).toEqual(osaka)
  expect(await confirmedFor('p-pm-1')).toEqual(osaka)
  expect(await confirmedFor('p-C01-dali-clo')).toEqual([])
})

test('a link dies with its time and with what was noted, beside one that works, and one that never was is answered in the same words', async () => {
  const never = await post('/confirm', { token: 'a'.repeat(43), lang: 'en' })
  expect([never.statusCode, never.body.includes('asks nothing')]).toEqual([410, true])
  const { db } = api.parts
  await db.updateTable('third_party').set({ answer: null, own_number: null, answered_at: null, seal: null }).execute()
  const tokens = { r1: 'b'.repeat(43), r2: 'c'.repeat(43) } as const
  const later = new Date(Date.parse(dayOfTheApi) + 864e5).toISOString()
  const set = (row: 'r1' | 'r2', until: string) =>
    db
      .updateTable('third_party')
      .set({ state: 'sent', token_hash: tokenHash(tokens[row]), until })
      .where('activity', '=', activity(row))
      .where('asked_at', 'is not', null)
      .execute()
  const shown = async () =>
    await Promise.all(
      [tokens.r1, tokens.r2].map(async (token) => (await post('/confirm', { token, lang: 'en' })).statusCode),
    )
  await set('r1', later)
  await set('r2', later)
  expect(await shown()).toEqual([200, 200])
  await set('r2', dayOfTheApi)
  expect(await shown()).toEqual([200, 410])
  await set('r2', later)
  await takeBack('r1')
  expect(await shown()).toEqual([410, 200])
  // One whose address was changed holds up none of the others.
  for (const [row, kept] of [
    ['r1', 's1.changed'],
    ['r2', 'host@outside.example'],
  ] as const)
    await db
      .updateTable('third_party')
      .set({ state: 'queued', address: kept, attempts: 0, next_attempt_at: dayOfTheApi })
      .where('activity', '=', activity(row))
      .where('asked_at', 'is not', null)
      .execute()
  expect([await mail(), mailed.map(({ to }) => to.address)]).toEqual([1, ['host@outside.example']])
  const question = { state: 'queued', address: null, attempts: 0, next_attempt_at: dayOfTheApi } as const
  await db
    .updateTable('third_party')
    .set({ ...question, until: dayOfTheApi })
    .where('asked_at', 'is not', null)
    .execute()
  expect(await mail()).toBe(0)
  const outside = await thirdPartiesOn(db, { base: exampleBase, now: dayOfTheApi })
  expect([...outside.values()].map(({ state }) => state)).toEqual(['not_delivered', 'not_delivered'])
})

test('an answer that no process of ours wrote is none: the twin of the seal', async () => {
  const { db } = api.parts
  const forged = { answer: 'confirmed', answered_at: dayOfTheApi, seal: '00000000.'.padEnd(73, '0') } as const
  await db
    .updateTable('third_party')
    .set({ ...forged, state: 'sent' })
    .where('asked_at', 'is not', null)
    .execute()
  const outside = await thirdPartiesOn(db, { base: exampleBase, now: '2020-01-01T00:00:00.000Z' })
  expect([...outside.values()].map(({ state }) => state)).toEqual(['waits', 'waits'])
})

test('whoever does not note the work asks nobody, and nobody is asked about what no sheet has noted', async () => {
  const { code } = bodyOf(await ask(activity('r2'), { as: 'p-pm-1' }))
  expect(code).toBe('not_your_role')
  const { db } = api.parts
  const refused = await db.selectFrom('third_party').select('address').where('state', '=', 'prepared').execute()
  expect([refused.length > 0, refused.every((row) => row.address === null)]).toEqual([true, true])
  expect(bodyOf(await ask(activity('r9'))).code).toBe('activity_not_noted')
})

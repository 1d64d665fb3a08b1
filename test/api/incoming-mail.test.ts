import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { makeApiToken } from '../../db/writes/api-tokens.js'
import { answerTo, reportOf } from './mails-that-come-in.js'
import { anApi, bodyOf, type AnApi } from './an-api.js'
import { standingBase } from './standing-rows.js'

let api: AnApi
let base: string
let machine: string
const recipient = 'p-C09-yueqing-lg'
beforeAll(async () => {
  api = await anApi('mail that comes in')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  const { token } = await makeApiToken(api.parts.db, {
    programme: 'gasme',
    person: 'p-ad-1',
    name: 'mail-server',
    scopes: ['mail'],
    endsAt: '2098-01-01T00:00:00.000Z',
    by: 'p-pd-1',
    at,
  })
  machine = `Bearer ${token}`
})
afterAll(() => api.close())

const at = '2026-12-01T09:00:00.000Z'

/** A letter that left, as the relay notes it. */
const sentLetter = async ({ seq = 2, state = 'sent' as const } = {}): Promise<string> => {
  const id = randomUUID()
  const row = { id, programme: 'gasme', base, seq, kind: 'step_opened', step: '1.2a.1', recipient } as const
  const facts = JSON.stringify({ head: 'b'.repeat(64), seq })
  await api.parts.db
    .insertInto('letter')
    .values({ ...row, language: 'zh-CN', facts, state, queued_at: at, next_attempt_at: at, sent_at: at, sent_with: id })
    .execute()
  return id
}

const bring = async (payload: Buffer, authorization = machine) =>
  await api.app.inject({
    method: 'POST',
    url: '/programmes/gasme/mail',
    headers: { authorization, 'content-type': 'message/rfc822' },
    payload,
  })
const read = async (url: string, person = 'p-pm-1') => await api.app.inject({ url, headers: await api.as(person) })
const stuckLetters = async (): Promise<readonly unknown[]> =>
  bodyOf(await read('/stuck?programme=gasme')).items.filter(({ kind }) => kind === 'letter_undelivered')

test('a letter that came back is marked with its code, counts as not delivered, and is stuck until it is sent once more', async () => {
  const letter = await sentLetter()
  expect(await stuckLetters()).toEqual([])
  expect((await bring(reportOf({ letter, action: 'delayed', status: '4.4.1' }))).json()).toMatchObject({
    kind: 'delayed',
  })
  expect((await read(`/bases/${base}/letters/${letter}`)).json()).toMatchObject({ state: 'sent', bouncedAt: null })
  for (const action of ['delivered', 'relayed'] as const)
    expect((await bring(reportOf({ letter, action, status: '2.0.0' }))).json()).toMatchObject({ kind: 'passed_on' })
  const taken = await bring(reportOf({ letter }))
  expect(taken.json()).toEqual({ kind: 'bounced', base, letters: [letter] })
  const shown = (await read(`/bases/${base}/letters/${letter}`)).json()
  expect(shown).toMatchObject({
    state: 'bounced',
    stateLabel: { en: 'came back, not delivered' },
    bouncedAt: expect.any(String),
    response: '5.1.1 550 5.1.1 …: Recipient address rejected: User unknown',
    mayResend: true,
  })
  expect(await stuckLetters()).toMatchObject([
    { stream: base, subject: letter, got: expect.stringMatching(/^5\.1\.1 /) },
  ])
  const { statusCode } = await resend(letter, { reason: 'The box works again.' })
  expect(statusCode).toBe(200)
  expect(await stuckLetters()).toEqual([])
})

const resend = async (
  letter: string,
  { as = 'p-pm-1', ...payload }: { as?: string; reason: string; address?: string },
) =>
  await api.app.inject({
    method: 'POST',
    url: `/bases/${base}/letters/${letter}/resends`,
    headers: await api.write(as),
    payload,
  })
const Resent = z.object({ letter: z.string() })

test('it goes to another address under the key of its reader, and what is noted names the address nowhere', async () => {
  const { db } = api.parts
  const letter = await sentLetter({ seq: 3 })
  await bring(reportOf({ letter }))
  const payload = { reason: 'The office gave another box.', address: 'office-box@yueqing.example' }
  expect((await resend(letter, { ...payload, as: recipient })).statusCode).toBe(403)
  expect((await resend(letter, { ...payload, address: 'a@b.example, c@d.example' })).statusCode).toBe(400)
  const made = Resent.parse((await resend(letter, payload)).json()).letter
  expect(Resent.parse((await resend(letter, payload)).json()).letter).toBe(made)
  expect((await read(`/bases/${base}/letters/${made}`)).json()).toMatchObject({ isElsewhere: true, state: 'queued' })
  const other = await resend(letter, { ...payload, address: 'another-box@yueqing.example' })
  expect([other.statusCode, bodyOf(other).code]).toEqual([409, 'letter_not_needed'])
  expect(other.body).toContain(made)
  const onRecord = Resent.parse((await resend(letter, { reason: 'The box works again.' })).json()).letter
  expect(onRecord).not.toBe(made)
  const rows = [
    ...(await db.selectFrom('letter').selectAll().execute()),
    ...(await db.selectFrom('command').selectAll().execute()),
  ]
  expect(JSON.stringify(rows)).not.toContain('office-box')
  const noted = await db.selectFrom('command').select(['actor', 'body']).where('route', 'like', `%${letter}%`).execute()
  expect(noted).toContainEqual({
    actor: 'p-pm-1',
    body: {
      act: 'resend',
      about: letter,
      elsewhere: true,
      reason: expect.objectContaining({ id: expect.any(String) }),
    },
  })
})

test('an answer is filed once with its base, read by whoever may see the letter, and is no act', async () => {
  const letter = await sentLetter({ seq: 4 })
  const before = api.door.sent.length
  const raw = answerTo({ letter, base })
  expect((await bring(raw)).json()).toEqual({ kind: 'filed', base, letters: [letter] })
  await bring(raw)
  const url = `/bases/${base}/correspondence`
  const one = {
    letter,
    person: recipient,
    from: 'clerk@yueqing.example',
    subject: '答复 Re: draft',
    isAutomatic: false,
  }
  for (const person of ['p-pm-1', recipient])
    expect(bodyOf(await read(url, person)).items).toMatchObject([{ ...one, text: expect.stringContaining('同意草案') }])
  expect((await read(url, 'p-C01-dali-lg')).statusCode).toBe(404)
  expect(api.door.sent).toHaveLength(before)
  expect(JSON.stringify(await api.parts.db.selectFrom('correspondence').selectAll().execute())).not.toMatch(
    /clerk|草案/,
  )
  const headers = { ...(await api.as('p-pm-1')), accept: 'text/html' }
  const page = await api.app.inject({ url: `/bases/${base}/letters`, headers })
  expect(page.body).toContain('同意草案')
})

test('what answers no letter that is known lies with the base, for those who see all letters', async () => {
  const unknown = '99999999-9999-4999-8999-999999999999'
  expect((await bring(answerTo({ letter: unknown, base, id: 'stray' }))).json()).toEqual({
    kind: 'filed',
    base,
    letters: [],
  })
  const url = `/bases/${base}/correspondence`
  expect(bodyOf(await read(url)).items).toContainEqual(expect.objectContaining({ letter: null, person: null }))
  expect(bodyOf(await read(url, recipient)).items).not.toContainEqual(expect.objectContaining({ letter: null }))
})

test('a mail of no letter and no base of the programme is kept nowhere', async () => {
  const count = async () => (await api.parts.db.selectFrom('correspondence').select('id').execute()).length
  const before = await count()
  const letter = randomUUID()
  expect((await bring(reportOf({ letter }))).json()).toEqual({ kind: 'not_ours', base: null, letters: [] })
  expect((await bring(answerTo({ letter, base: 'gasme-C99-nowhere-1' }))).json()).toMatchObject({ kind: 'not_ours' })
  expect(await count()).toBe(before)
})

test('mail is brought by an administrator or a token of its own scope, and by nobody else', async () => {
  const raw = reportOf({ letter: randomUUID() })
  const heard = async (person: string) => {
    const { authorization = '' } = await api.as(person)
    const answer = await bring(raw, authorization)
    return [answer.statusCode, bodyOf(answer).code]
  }
  expect(await heard('p-ad-1')).toEqual([200, ''])
  expect(await heard('p-pm-1')).toEqual([403, 'not_permitted'])
  expect(await heard(recipient)).toEqual([403, 'not_permitted'])
  expect((await api.app.inject({ url: '/bases', headers: { authorization: machine } })).statusCode).toBe(403)
})

test('a letter that was given up is stuck as well, whatever the mail server said last', async () => {
  const letter = await sentLetter({ seq: 5 })
  const given = { state: 'failed', response: '450 4.2.1 try again later' } as const
  await api.parts.db.updateTable('letter').set(given).where('id', '=', letter).execute()
  const own = expect.objectContaining({ stream: base, subject: letter, got: given.response })
  expect(await stuckLetters()).toContainEqual(own)
  await api.parts.db.updateTable('letter').set({ state: 'unknown' }).where('id', '=', letter).execute()
  expect(await stuckLetters()).not.toContainEqual(own)
})

test('an answer to somebody who was erased since is kept nowhere, and that is said', async () => {
  const { db } = api.parts
  const letter = await sentLetter({ seq: 6 })
  const count = async () => (await db.selectFrom('correspondence').select('id').execute()).length
  const before = await count()
  await db.updateTable('person').set({ erased_at: at }).where('id', '=', recipient).execute()
  await db.deleteFrom('person_key').where('person', '=', recipient).execute()
  expect((await bring(answerTo({ letter, base, id: 'late' }))).json()).toEqual({
    kind: 'reader_erased',
    base,
    letters: [letter],
  })
  expect(await count()).toBe(before)
})

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { keepLetterCopy } from '../../db/writes/letter-copies.js'
import { saveBootstrapMandates } from '../../db/writes/people.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { accepted, anApi, bodyOf, type AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
beforeAll(async () => {
  api = await anApi('what is kept of people, over HTTP')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
})
afterAll(() => api.close())
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
})

const gasme = '/programmes/gasme'
const post = async (url: string, { as, payload = {} }: { as: string; payload?: object }) =>
  await api.app.inject({ method: 'POST', url: `${gasme}/${url}`, headers: await api.write(as), payload })
const get = async (url: string, person: string) =>
  await api.app.inject({ url: `${gasme}/${url}`, headers: await api.as(person) })
const commandSent = () => api.door.sent[0]?.parcel.command

const mira = { name: { en: 'Mira Quillfeather', local: '羽米拉' }, email: 'mira@quill.example', language: 'en' }

test('a person is registered by who keeps the people, and what is kept of the write names nobody', async () => {
  expect((await post('people/p-mira', { as: 'p-ad-1', payload: mira })).statusCode).toBe(201)
  expect((await get('people/p-mira/records', 'p-pd-1')).json()).toMatchObject({
    label: { en: 'Mira Quillfeather', 'zh-CN': '羽米拉' },
    state: 'kept',
  })
  const again = await post('people/p-mira', { as: 'p-ad-2', payload: { ...mira, email: 'other@quill.example' } })
  expect([again.statusCode, bodyOf(again).code]).toEqual([409, 'person_registered'])
  const kept = await api.parts.db.selectFrom('command').selectAll().execute()
  expect(JSON.stringify(kept)).not.toMatch(/Quill|quill|羽米拉/)
})

test('others neither register people nor see what is kept of them', async () => {
  expect((await post('people/p-other', { as: 'p-pm-1', payload: mira })).statusCode).toBe(403)
  expect((await get('people/p-mira/records', 'p-so-1')).statusCode).toBe(403)
  expect((await get('holds', 'p-so-1')).statusCode).toBe(403)
  expect((await get('retention', 'p-so-1')).statusCode).toBe(403)
})

test('an erasure is confirmed with the seats that fall vacant and the bases that wait for them, in every programme', async () => {
  const programme = 'rh0003'
  await createProgramme(api.parts.db, {
    id: programme,
    namespace: 'cornerstone',
    rehearsal: true,
    label: { en: programme, 'zh-CN': programme },
    procedure: 'full',
  })
  const elsewhere = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64), programme })
  await openStep(api, { base: elsewhere, key: '1.4a', role: 'EX' })
  const mandate = { id: 'm-elsewhere', person: 'p-so-1', organisation: 'o-office', role: 'EX' } as const
  await saveBootstrapMandates(api.parts.db, { programme, mandates: [{ ...mandate, from: '2026-01-01T00:00:00.000Z' }] })
  expect((await post('people/p-so-1/erasures', { as: 'p-pd-1' })).statusCode).toBe(200)
  expect(commandSent()).toEqual({ type: 'request_erasure', person: 'p-so-1' })
  api.door.sent.length = 0
  await post('people/p-so-1/erasures/confirmations', { as: 'p-ad-1', payload: { seq: 2 } })
  expect(commandSent()).toMatchObject({
    type: 'confirm_erasure',
    of: { person: 'p-so-1', mandates: [{ role: 'SO' }, { role: 'EX' }] },
    bases: [base, elsewhere],
    seq: 2,
  })
})

test('a hold is on one known person or one base of the programme, and gets an id of its own', async () => {
  await post('holds', { as: 'p-co-1', payload: { base, code: 'INT' } })
  expect(commandSent()).toEqual({
    type: 'hold_records',
    hold: expect.stringMatching(/^[0-9a-f-]{36}$/),
    of: { base },
    code: 'INT',
  })
  api.door.sent.length = 0
  const wrong = [
    { code: 'INT' },
    { person: 'p-so-1', base, code: 'INT' },
    { person: 'p-nobody', code: 'INT' },
    { base: 'gasme-C99-1', code: 'INT' },
  ]
  const answers = await Promise.all(wrong.map((payload) => post('holds', { as: 'p-co-1', payload })))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400, 404, 404])
  expect(api.door.sent).toEqual([])
})

/** Seats somebody at the base, as the programme's workflow would. */
const seatOf = (person: string) =>
  saveBootstrapMandates(api.parts.db, {
    programme: 'gasme',
    mandates: [
      { id: `m-${person}`, person, organisation: 'o-office', role: 'CLO', from: '2026-01-01T00:00:00.000Z', base },
    ],
  })

test('somebody erased is not registered again under the same id, nor are words of that person kept, nor is a seat given', async () => {
  await post('people/p-gone', { as: 'p-ad-1', payload: mira })
  await seatOf('p-gone')
  await sql`delete from person_key where person = 'p-gone'`.execute(api.parts.db)
  await sql`update person set name = null, email = null, erased_at = '2026-12-01' where id = 'p-gone'`.execute(
    api.parts.db,
  )
  const again = await post('people/p-gone', { as: 'p-ad-1', payload: mira })
  expect([again.statusCode, bodyOf(again).code]).toEqual([409, 'person_erased'])
  expect((await get('people/p-gone/records', 'p-ad-1')).json()).toMatchObject({
    label: { en: 'erased person', 'zh-CN': '已删除人员' },
    state: 'erased',
  })
  const headers = await api.write('p-gone')
  const payload = { text: 'And another thing.' }
  const said = await api.app.inject({ method: 'POST', url: `/bases/${base}/comments`, headers, payload })
  expect([said.statusCode, bodyOf(said).code]).toEqual([409, 'person_erased'])
  expect(await api.parts.db.selectFrom('text').selectAll().where('author', '=', 'p-gone').execute()).toEqual([])
  const seat = { person: 'p-gone', organisation: 'o-office', role: 'SO', from: '2027-01-01T00:00:00.000Z' }
  const url = '/programmes/gasme/mandates'
  const granted = await api.app.inject({
    method: 'POST',
    url,
    headers: await api.write('p-ad-1'),
    payload: { mandates: [seat] },
  })
  expect([granted.statusCode, bodyOf(granted).code]).toEqual([409, 'person_erased'])
})

const read = async (url: string, person = 'p-pm-1') => await api.app.inject({ url, headers: await api.as(person) })

test('somebody is told who he or she is, by which seats, in which language and by which clock', async () => {
  expect((await read('/me', 'p-C09-yueqing-lg')).json()).toMatchObject({
    person: 'p-C09-yueqing-lg',
    name: { en: expect.any(String), local: expect.any(String) },
    language: 'zh-CN',
    seats: [{ role: 'LG', label: { 'zh-CN': '地方政府' }, base, baseName: { en: expect.any(String) } }],
    programmes: [{ id: 'gasme', staff: false }],
  })
  expect((await read('/me')).json()).toMatchObject({ zone: 'America/New_York', programmes: [{ staff: true }] })
  expect((await read('/me', 'p-nobody')).json()).toMatchObject({ name: null, seats: [], programmes: [] })
})

test('letters are read as they were sent, by whom they are for, and sent once more for a reason', async () => {
  const { db } = api.parts
  const recipient = 'p-C09-yueqing-lg'
  const id = '11111111-1111-4111-8111-111111111111'
  const at = '2027-01-05T09:00:00.000Z'
  await db
    .insertInto('letter')
    .values({
      id,
      programme: 'gasme',
      base,
      seq: 2,
      kind: 'step_opened',
      step: '1.2a.1',
      recipient,
      language: 'zh-CN',
      facts: JSON.stringify({ head: 'b'.repeat(64), seq: 3 }),
      state: 'sent',
      queued_at: at,
      next_attempt_at: at,
      sent_at: at,
      response: '250 OK',
      sent_with: id,
    })
    .execute()
  await keepLetterCopy(db, { letter: id, person: recipient, at, subject: '请办理', text: '您好' })
  const url = `/bases/${base}/letters`
  const row = { id, subject: '请办理', stateLabel: { en: 'sent' }, recipientName: { en: expect.any(String) } }
  expect(bodyOf(await read(url, recipient)).items).toMatchObject([row])
  expect((await read(`${url}/${id}`)).json()).toMatchObject({ ...row, text: '您好', mayResend: true })
  expect((await read(`${url}/${id}`, recipient)).json()).toMatchObject({ text: '您好', mayResend: false })
  expect((await read(`${url}/${id}`, 'p-C01-dali-lg')).statusCode).toBe(404)
  const resend = async (person: string) =>
    await api.app.inject({
      method: 'POST',
      url: `${url}/${id}/resends`,
      headers: await api.write(person),
      payload: { reason: 'The office changed its mail server.' },
    })
  expect((await resend(recipient)).statusCode).toBe(403)
  const [first, again] = [await resend('p-pm-1'), await resend('p-pm-1')]
  expect([first.statusCode, bodyOf(again)['letter']]).toEqual([200, bodyOf(first)['letter']])
  const { items } = bodyOf(await read(`${url}?state=queued`))
  expect(items).toMatchObject([{ id: bodyOf(first)['letter'], again: 1, subject: null }])
  const noted = await db.selectFrom('command').select(['actor', 'body']).where('route', 'like', '%resends').execute()
  expect(noted[0]).toMatchObject({
    actor: 'p-pm-1',
    body: { act: 'resend', about: id, reason: { id: expect.any(String) } },
  })
})

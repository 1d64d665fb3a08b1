import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { linkOfToken } from '../../db/reads/links.js'
import { askForCode, tryCode } from '../../db/writes/act-codes.js'
import { savePeople, saveBootstrapMandates } from '../../db/writes/people.js'
import { keepVersion } from '../../db/writes/negotiated-texts.js'
import { currentVersion } from '../../domain/negotiation/version.js'
import { memorandumModel } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import { fingerprint } from '../../documents/document-store.js'
import { recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { lettersWritten } from '../workers/seated-readers.js'
import type { AddressedLetter, Postman } from '../../mail/postman.js'
import { mailCodes } from '../../workers/letters/code-letters.js'
import { anApi, dayOfTheApi, type AnApi } from './an-api.js'
import { fieldsOf } from './a-page.js'
import { recording, sendForm } from './by-link.js'

let api: AnApi
let base: ABase
let token: string

beforeAll(async () => {
  api = await anApi('acting on a text')
  const { db } = api.parts
  const office = {
    id: 'p-lx-link',
    name: { en: 'Mr Xu', local: '徐先生' },
    email: 'lx@link.example',
    language: 'en',
  } as const
  await savePeople(db, { organisations: [], people: [office] })
  const seat = { id: 'm-lx-link', person: office.id, organisation: 'o-office', role: 'LX', base: exampleBase } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [{ ...seat, from: '2026-01-01T00:00:00.000Z' }] })
  base = playTo(aNominatedBase(), { key: '3.9c' })
  await recordLife(db, base)
  for (const text of base.state().texts['mou_text'] ?? []) await api.parts.documents.put(Buffer.from(text))
  const written = (await lettersWritten(db)).of('step_opened')
  const asking = written.find(({ letter }) => letter.recipient === office.id && letter.step === '3.9c.1')
  const text = asking?.rendered?.text ?? ''
  token = /\/act#([\w-]{43})/.exec(text)?.[1] ?? ''
  api.door.answer = recording(api, base.now())
}, 120_000)
afterAll(() => api.close())

const post = (url: string, fields: Readonly<Record<string, string>>) =>
  sendForm(api, { url, fields: { token, lang: 'en', ...fields } })

test('a link is for the text that its step shows, and gives that text and no other', async () => {
  const link = await linkOfToken(api.parts.db, token)
  expect(link).toMatchObject({ step: '3.9c.1', seat: 'm-lx-link' })
  expect(link?.documents.length).toBeGreaterThan(0)
  const page = await post('/act', {})
  for (const hash of link?.documents ?? []) expect(page.body).toContain(hash.slice(0, 12))
  expect((await post('/act/documents', { sha256: 'a'.repeat(64) })).statusCode).toBe(404)
  const given = await post('/act/documents', { sha256: link?.documents[0] ?? '' })
  expect([given.statusCode, given.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(given.headers['content-disposition']).toMatch(/^attachment; /)
  expect(fingerprint(given.rawPayload)).toBe(link?.documents[0])
})

test('the text that both sides make is read whole by the same link, in both languages', async () => {
  const hash = currentVersion(base.state().negotiation)?.hash ?? ''
  const paragraph = { id: 'purpose.1', text: { en: 'A strong Base.', 'zh-CN': '有竞争力的基地。' } }
  const clause = { id: 'purpose', heading: { en: 'Purpose', 'zh-CN': '宗旨' }, paragraphs: [paragraph] }
  const { id, version } = memorandumModel
  const body = JSON.stringify({ model: { id, version }, languages: ['zh-CN', 'en'], clauses: [clause] })
  for (const one of base.state().negotiation?.versions ?? [])
    await keepVersion(api.parts.db, { base: exampleBase, hash: one.hash, body, at: base.now() })
  expect((await post('/act', {})).body).toContain(`value="${hash}"`)
  const read = await post('/act/documents', { sha256: hash })
  expect([read.statusCode, read.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  for (const said of ['A strong Base.', '有竞争力的基地。', hash, token]) expect(read.body).toContain(said)
})

test('the text is taken along by the same link, for a word processor and as papers, and nothing else is', async () => {
  const hash = currentVersion(base.state().negotiation)?.hash ?? ''
  const read = (await post('/act/documents', { sha256: hash })).body
  for (const said of ['for a word processor (DOCX)', 'name="as" value="word"']) expect(read).toContain(said)
  const word = await post('/act/documents', { sha256: hash, as: 'word' })
  expect([word.statusCode, String(word.headers['content-type']).endsWith('wordprocessingml.document')]).toEqual([
    200,
    true,
  ])
  expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect((await post('/act/documents', { sha256: 'a'.repeat(64), as: 'word' })).statusCode).toBe(404)
})

const log = pino({ level: 'silent' })
const mailed: AddressedLetter[] = []
const postman: Postman = {
  send: async (letter) => {
    mailed.push(letter)
    return { accepted: true, response: '250 taken' }
  },
  close: () => undefined,
}
const mail = () => mailCodes({ db: api.parts.db, postman, log }, api.parts.clock())

test('a text is approved by a link with the code that came to the mailbox on record: the decision names what was seen', async () => {
  const page = await post('/act', { option: 'approve' })
  const fields = fieldsOf(page.body, '/act/drafts')
  const act = (code: string) => post('/act/decisions', { ...fields, mailed: code })
  expect((await act('')).statusCode).toBe(422)
  expect((await act('12345678')).body).toContain('There is no code that is good')
  expect((await post('/act/codes', { ...fields, mark: 'x' })).statusCode).toBe(403)
  expect((await post('/act/codes', fields)).body).toContain('A code is on its way')
  // Once more, and sooner than it may be asked for: it is one letter.
  await post('/act/codes', fields)
  expect([await mail(), await mail()]).toEqual([1, 0])
  const [letter] = mailed
  const code = /^\d{8}$/m.exec(letter?.text ?? '')?.[0] ?? ''
  expect([letter?.to.address, code.length]).toEqual(['lx@link.example', 8])
  const wrong = code === '00000000' ? '00000001' : '00000000'
  expect((await act(wrong)).body).toContain('The code is another one')
  expect(api.door.sent).toEqual([])
  const kept = await api.parts.db.selectFrom('act_code').selectAll().execute()
  expect([JSON.stringify(kept).includes(code), kept[0]?.tries]).toEqual([false, 1])
  const done = await act(` ${code.slice(0, 4)} ${code.slice(4)} `)
  expect(done.statusCode).toBe(200)
  const [sent] = api.door.sent
  const again = await post('/act', {})
  const [acted] = await api.parts.db
    .selectFrom('ledger_entry')
    .select('seq')
    .where('type', '=', 'step_acted')
    .where('command_id', '=', sent?.id ?? '')
    .execute()
  const told = ['3.9c', 'What you decided', 'in Beijing', `<dd>${acted?.seq}</dd>`, 'What follows', sent?.id ?? '']
  for (const receipt of [done, again]) expect(told.filter((said) => !receipt.body.includes(said))).toEqual([])
  expect([again.statusCode, again.body.includes('You have acted already')]).toEqual([409, true])
  expect(sent?.actor).toMatchObject({ channel: 'link', factor: 'code' })
  const entries = await api.parts.db
    .selectFrom('ledger_entry')
    .select('payload')
    .where('channel', '=', 'link')
    .orderBy('seq')
    .execute()
  expect(entries[0]).toMatchObject({ payload: { by: { person: 'p-lx-link', factor: 'code' } } })
  const link = await linkOfToken(api.parts.db, token)
  expect(sent?.parcel.command).toMatchObject({
    type: 'decide',
    step: '3.9c.1',
    option: 'approve',
    seen: link?.documents,
    link: link?.id,
  })
  expect(link?.usedBy).toBe(sent?.id)
})

test('after five wrong tries, ten minutes, or a new one that was sent, a code is none; those at once count too', async () => {
  const { db } = api.parts
  const link = (await linkOfToken(db, token))?.id ?? ''
  const minute = (no: number) => new Date(Date.parse(dayOfTheApi) + no * 60_000)
  const sentAt = async (no: number): Promise<string> => {
    await askForCode(db, { link, at: minute(no).toISOString() })
    await mailCodes({ db, postman, log }, minute(no))
    return /^\d{8}$/m.exec(mailed.at(-1)?.text ?? '')?.[0] ?? ''
  }
  const at = (code: string, no: number) => tryCode(db, { link, code, at: minute(no).toISOString() })
  const first = await sentAt(10)
  expect([await at(first, 19), await at(first, 20)]).toEqual(['good', 'none'])
  const second = await sentAt(30)
  expect([await at(first, 31), await at(second, 31)]).toEqual(['wrong', 'good'])
  const tried = await Promise.all(Array.from({ length: 12 }, () => at('no code', 32)))
  expect(tried.filter((one) => one === 'wrong')).toHaveLength(4)
  expect(await at(second, 32)).toBe('none')
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { linkOfToken } from '../../db/reads/links.js'
import { savePeople, saveBootstrapMandates } from '../../db/writes/people.js'
import { fingerprint } from '../../documents/document-store.js'
import { recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { lettersWritten } from '../workers/seated-readers.js'
import { anApi, type AnApi } from './an-api.js'
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

test('a text is approved by a link: the decision names what was seen', async () => {
  const page = await post('/act', { option: 'approve' })
  const done = await post('/act/decisions', fieldsOf(page.body, '/act/decisions'))
  expect(done.statusCode).toBe(200)
  const [sent] = api.door.sent
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

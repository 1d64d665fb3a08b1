import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { readText } from '../../db/reads/texts.js'
import { readFile } from '../../db/writes/exhibit-files.js'
import { aForm } from '../exhibits/a-form.js'
import { aPdf } from '../exhibits/files.js'
import { accepted, anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
beforeAll(async () => {
  api = await anApi('what is brought as proof, over HTTP')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
}, 60_000)
afterAll(() => api.close())
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
})

const bytes = aPdf({ pages: 2 })
const handIn = async (): Promise<string> => {
  const { payload, headers } = aForm({ name: '审计.pdf', bytes })
  const url = `/bases/${base}/files`
  const answer = await api.app.inject({
    method: 'POST',
    url,
    headers: { ...(await api.as('p-so-1')), ...headers },
    payload,
  })
  return answer.json<{ upload: string }>().upload
}
const says = {
  title: { en: 'Marker of a title' },
  kind: 'audit_report',
  readers: 'PAR',
  seal: 'signed',
  languages: ['zh-CN'],
  issuer: 'Marker of an issuer',
  issuedOn: '2026-01-01',
  holdsNothingForbidden: true,
}
const post = async (rest: string, { as = 'p-so-1', payload }: { as?: string; payload: object }) =>
  api.app.inject({ method: 'POST', url: `/bases/${base}/exhibits${rest}`, headers: await api.write(as), payload })

test('an exhibit travels as codes, dates and hashes; its words and its file stay behind, sealed', async () => {
  const upload = await handIn()
  expect((await post('', { payload: { ...says, upload } })).statusCode).toBe(200)
  const [sent] = api.door.sent
  expect(sent?.parcel.command).toMatchObject({
    type: 'bring_exhibit',
    exhibit: upload,
    says: { kind: 'audit_report', classProposed: 2, readers: 'PAR', issuedOn: '2026-01-01' },
    file: { size: bytes.byteLength, media: 'application/pdf', pages: 2, scan: 'unscanned' },
    words: { id: expect.any(String), hash: expect.any(String) },
  })
  expect(JSON.stringify(sent)).not.toMatch(/Marker|审计/)
  const { rows } = await api.parts.db
    .selectFrom('text')
    .selectAll()
    .execute()
    .then((all) => ({ rows: JSON.stringify(all) }))
  expect(rows).not.toContain('Marker')
})

test('the key of a file lies under that of the base, and with personal data under that of whoever brought it', async () => {
  const [plain, personal] = [await handIn(), await handIn()]
  await post('', { payload: { ...says, upload: plain } })
  await post('', { payload: { ...says, upload: personal, personal: 'consent' } })
  const { db } = api.parts
  expect([(await readFile(db, plain))?.key_of, (await readFile(db, personal))?.key_of]).toEqual(['base', 'person'])
  await db.deleteFrom('person_key').where('person', '=', 'p-so-1').execute()
  expect((await readFile(db, personal))?.key).toBeUndefined()
  expect((await readFile(db, plain))?.key).toBeInstanceOf(Buffer)
})

test('the officer checks, accepts and rejects by its id, with a code and words', async () => {
  await post('/00000000-0000-4000-8000-000000000001/checks', { as: 'p-lc-1', payload: { class: 3 } })
  await post('/00000000-0000-4000-8000-000000000001/acceptances', { as: 'p-lc-1', payload: {} })
  const payload = { code: 'unsigned', reason: 'no seal 无签章' }
  await post('/00000000-0000-4000-8000-000000000001/rejections', { as: 'p-lc-1', payload })
  const commands = api.door.sent.map(({ parcel }) => parcel.command)
  expect(commands).toMatchObject([
    { type: 'check_exhibit', class: 3 },
    { type: 'accept_exhibit' },
    { type: 'return_exhibit', code: 'unsigned', reason: { id: expect.any(String) } },
  ])
  const [, , rejected] = commands
  const id = typeof rejected === 'object' && 'reason' in rejected ? (rejected.reason?.id ?? '') : ''
  expect((await readText(api.parts.db, { id }))?.body).toBe('no seal 无签章')
})

test.each([
  ['an upload that is nobody’s', { upload: '00000000-0000-4000-8000-000000000000' }, 404],
  ['no title', { title: {} }, 400],
  ['no word on what must not be held', { holdsNothingForbidden: undefined }, 400],
  ['a class that is none', { class: 6 }, 400],
])('%s is sent nowhere', async (_, change, status) => {
  const answer = await post('', {
    as: 'p-so-2',
    payload: { ...says, upload: '00000000-0000-4000-8000-000000000000', ...change },
  })
  expect([answer.statusCode, bodyOf(answer).code !== '', api.door.sent]).toEqual([status, true, []])
})

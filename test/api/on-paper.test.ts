import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { fingerprint } from '../../documents/document-store.js'
import { scanLimitBytes } from '../../api/limits.js'
import { eicar } from '../../exhibits/inspect/needles.js'
import { ScannerAway, type Scanned } from '../../exhibits/scanner.js'
import { aJpeg, aPdf, aPng, text } from '../exhibits/files.js'
import { accepted, anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
beforeAll(async () => {
  api = await anApi('acts on paper, over HTTP')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
}, 60_000)
afterAll(() => api.close())
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
})

const letter = Buffer.from('%PDF-1.7 a sealed letter\n%%EOF\n')
const scan = fingerprint(letter)

interface HandedIn {
  readonly bytes: Buffer
  readonly type?: string
  readonly as?: string
  readonly key?: string
}
const handIn = async ({ bytes, type = 'application/pdf', as = 'p-cs-1', key = randomUUID() }: HandedIn) =>
  api.app.inject({
    method: 'POST',
    url: `/bases/${base}/scans`,
    headers: { ...(await api.write(as, key)), 'content-type': type },
    payload: bytes,
  })
const post = async (rest: string, { as, payload }: { as: string; payload: object }) =>
  api.app.inject({
    method: 'POST',
    url: `/bases/${base}/steps/1.4a.1/papers${rest}`,
    headers: await api.write(as),
    payload,
  })

test('a scan is kept under its fingerprint and read again byte for byte, by the programme’s own people alone', async () => {
  const key = randomUUID()
  const first = await handIn({ bytes: letter, key })
  expect([first.statusCode, first.json()]).toEqual([
    201,
    { sha256: scan, size: letter.length, media: 'application/pdf' },
  ])
  expect((await handIn({ bytes: letter, key })).body).toBe(first.body)
  expect(bodyOf(await handIn({ bytes: Buffer.from('%PDF-1.7 another\n%%EOF\n'), key })).code).toBe(
    'idempotency_conflict',
  )
  const read = await api.app.inject({ url: `/bases/${base}/scans/${scan}`, headers: await api.as('p-pd-1') })
  expect([read.statusCode, read.headers['content-type'], read.rawPayload.equals(letter)]).toEqual([
    200,
    'application/pdf',
    true,
  ])
  const partner = await api.app.inject({
    url: `/bases/${base}/scans/${scan}`,
    headers: await api.as('p-C09-yueqing-lg'),
  })
  expect(partner.statusCode).toBe(403)
})

test.each([
  ['a page of text called PDF', { bytes: text('<html>') }, 415, 'file_not_taken', 'By its content'],
  ['a table', { bytes: text('firm,staff', 'A,12', 'B,9') }, 415, 'unsupported_media', 'image/png'],
  ['nothing', { bytes: Buffer.alloc(0) }, 422, 'file_refused', 'empty'],
  ['a word file', { bytes: letter, type: 'application/msword' }, 415, 'unsupported_media', 'image/jpeg'],
  ['JSON', { bytes: Buffer.from('{}'), type: 'application/json' }, 415, 'unsupported_media', 'image/jpeg'],
  ['more than fits', { bytes: Buffer.alloc(scanLimitBytes + 1) }, 413, 'too_large', String(scanLimitBytes)],
  ['half a PDF', { bytes: Buffer.from('%PDF-1.7 half') }, 422, 'file_refused', 'damaged'],
  ['a PDF with the test virus', { bytes: aPdf({ streams: [eicar] }) }, 422, 'file_refused', 'malicious'],
  [
    'a PDF that starts a script',
    { bytes: aPdf({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }) },
    422,
    'file_refused',
    'scripts',
  ],
  ['a photo that is a PDF too', { bytes: aJpeg(text('%PDF-1.4')) }, 422, 'file_refused', 'two kinds'],
])('%s is no scan, and the answer says what is', async (_, asked, status, code, says) => {
  const answer = await handIn(asked)
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([status, code])
  expect(bodyOf(answer).detail).toContain(says)
})

test.each([
  ['away', 503, 'unavailable'],
  ['infected', 422, 'file_refused'],
  ['clean', 201, ''],
] as const)('a scan is given to the virus scanner: %s', async (says, status, code) => {
  const before = api.parts.exhibits
  const scan = async (): Promise<Scanned> => {
    if (says === 'away') throw new ScannerAway('it is away')
    return says === 'infected' ? { kind: says, found: 'a virus' } : { kind: says }
  }
  Object.assign(api.parts, { exhibits: { ...before, scanner: { ...before.scanner, scan } } })
  const answer = await handIn({ bytes: aPdf({ pages: 2 }) })
  Object.assign(api.parts, { exhibits: before })
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([status, code])
})

test.each([
  ['image/png', aPng()],
  ['image/jpeg', aJpeg()],
])('the bytes say what a scan is: %s', async (media, bytes) => {
  // Sent under another of the allowed names, it is kept as what it is.
  expect((await handIn({ bytes, type: 'application/pdf' })).json()).toMatchObject({ media })
})

const entry = { signatory: 'p-so-1', option: 'complete', number: 'Yue [2027] 15', signedOn: '2027-03-01', scan }

test('an act on paper travels with its signatory’s mandates and without a word of the document, on its own channel', async () => {
  expect((await post('', { as: 'p-cs-1', payload: entry })).statusCode).toBe(200)
  const [sent] = api.door.sent
  expect(sent?.actor).toMatchObject({ person: 'p-cs-1', channel: 'paper' })
  expect(sent?.parcel.command).toMatchObject({
    type: 'enter_paper',
    step: '1.4a.1',
    option: 'complete',
    signedOn: '2027-03-01',
    scan,
    signatory: { person: 'p-so-1', mandates: [{ role: 'SO' }] },
    number: { id: expect.any(String), hash: expect.any(String) },
  })
  expect(JSON.stringify(sent)).not.toContain('Yue')
})

test('it is confirmed by name of signatory, scan and entry, and refused by name of signatory', async () => {
  await post('/confirmations', { as: 'p-pd-1', payload: { signatory: 'p-so-1', scan, seq: 3 } })
  await post('/refusals', { as: 'p-pd-1', payload: { signatory: 'p-so-1', code: 'DAT', reason: 'no seal' } })
  expect(api.door.sent.map(({ parcel }) => parcel.command)).toMatchObject([
    { type: 'confirm_paper', step: '1.4a.1', signatory: { person: 'p-so-1' }, scan, seq: 3 },
    { type: 'refuse_paper', signatory: 'p-so-1', code: 'DAT', reason: { id: expect.any(String) } },
  ])
})

test.each([
  ['a scan nobody handed in', { scan: '0'.repeat(64) }, 404, 'not_found'],
  ['a signatory nobody knows', { signatory: 'p-nobody' }, 404, 'not_found'],
  ['a day that does not exist', { signedOn: '2027-02-30' }, 400, 'invalid_request'],
  ['no number', { number: undefined }, 400, 'invalid_request'],
])('%s is sent nowhere', async (_, change, status, code) => {
  const answer = await post('', { as: 'p-cs-1', payload: { ...entry, ...change } })
  expect([answer.statusCode, bodyOf(answer).code, api.door.sent]).toEqual([status, code, []])
})

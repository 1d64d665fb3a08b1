import { readdir, readFile, stat } from 'node:fs/promises'
import { request as send } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { defined } from '../../domain/values/defined.js'
import { fingerprint } from '../../documents/document-store.js'
import { createClamdScanner } from '../../exhibits/clamd.js'
import { aClamd, type AClamd } from '../exhibits/a-clamd.js'
import { corpus } from '../exhibits/corpus.js'
import { aPdf } from '../exhibits/files.js'
import { aForm } from '../exhibits/a-form.js'
import { accepted, anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
let address: string
beforeAll(async () => {
  api = await anApi('files brought as proof, over HTTP')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
  address = await api.app.listen({ port: 0, host: '127.0.0.1' })
}, 60_000)
afterAll(() => api.close())
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
})

const officer = 'p-so-1'
const handIn = async (bytes: Buffer, { name = 'letter.pdf', as = officer } = {}) => {
  const { payload, headers } = aForm({ name, bytes })
  return api.app.inject({
    method: 'POST',
    url: `/bases/${base}/files`,
    headers: { ...(await api.as(as)), ...headers },
    payload,
  })
}
interface Asked {
  readonly path: string
  readonly more?: Readonly<Record<string, string>>
  readonly body?: Buffer
}
const tus = async (method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE', { path, more = {}, body }: Asked) =>
  fetch(new URL(path, address), {
    method,
    headers: { ...(await api.as(officer)), 'tus-resumable': '1.0.0', ...more },
    ...defined({ body: body && new Uint8Array(body) }),
  })
const named = (name: string) => ({ 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` })
const patching = (offset: number) => ({
  'content-type': 'application/offset+octet-stream',
  'upload-offset': String(offset),
})

test('a file of a form is taken, and known by what the server found in it', async () => {
  const bytes = aPdf({ pages: 2 })
  const answer = await handIn(bytes)
  expect([answer.statusCode, answer.json()]).toEqual([
    201,
    {
      upload: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sha256: fingerprint(bytes),
      size: bytes.byteLength,
      media: 'application/pdf',
      pages: 2,
      scan: 'unscanned',
      existing: null,
    },
  ])
})

test('each of 84 files gets its verdict at the door, in words that say what to do', async () => {
  const status = { wrong_type: 415, archive: 415, executable: 415 }
  const wrong: unknown[] = []
  // A form writes line ends in a name as %0D%0A, so that none arrives.
  for (const [says, name, bytes, right] of corpus.filter(([, one]) => !one.includes('\n'))) {
    const answer = await handIn(bytes, { name })
    const is = answer.statusCode === 201 ? answer.json<{ media: string }>().media : bodyOf(answer).code
    const isRight = right.includes('/')
      ? is === right
      : is.startsWith('file_') &&
        answer.statusCode === (Object.entries(status).find(([one]) => one === right)?.[1] ?? 422)
    if (!isRight) wrong.push([says, right, is, answer.statusCode])
  }
  expect(wrong).toEqual([])
}, 120_000)

test('an upload that breaks off is resumed from where it came, and nothing of it lies open on the disk', async () => {
  const bytes = aPdf({ pages: 40_000 })
  const begun = await tus('POST', {
    path: `/bases/${base}/uploads`,
    more: {
      'upload-length': String(bytes.byteLength),
      ...named('龘.pdf'),
    },
  })
  expect([begun.status, begun.headers.get('location')]).toEqual([
    201,
    expect.stringContaining(`/bases/${base}/uploads/`),
  ])
  const path = begun.headers.get('location') ?? ''
  await brokenOff(path, bytes.subarray(0, 700_000))
  const came = await arrived(path)
  expect(came).toBeGreaterThan(0)
  expect(came).toBeLessThan(bytes.byteLength)
  const stale = await tus('PATCH', { path, more: patching(came + 1), body: bytes.subarray(came + 1) })
  expect([stale.status, await stale.json()]).toEqual([409, expect.objectContaining({ code: 'upload_offset' })])
  const rest = await tus('PATCH', { path, more: patching(came), body: bytes.subarray(came) })
  expect([rest.status, rest.headers.get('upload-offset'), await rest.json()]).toEqual([
    200,
    String(bytes.byteLength),
    expect.objectContaining({ sha256: fingerprint(bytes), size: bytes.byteLength, pages: 40_000 }),
  ])
  const lies = await Promise.all((await filesOf(path)).map((file) => readFile(file)))
  expect([lies.length, lies.some((part) => part.includes('/Type /Page'))]).toEqual([2, false])
})

/** Sends a part of what it announces, and hangs up once the server has written some of it. */
const brokenOff = async (path: string, bytes: Buffer): Promise<void> => {
  const headers = { ...(await api.as(officer)), 'tus-resumable': '1.0.0', ...patching(0), 'content-length': '1500000' }
  const gone = new Promise<void>((resolve) => {
    const sending = send(new URL(path, address), { method: 'PATCH', headers })
    sending.on('error', () => resolve())
    sending.write(bytes)
    written(path)
      .then(() => sending.destroy(new Error('the line broke')))
      .catch(() => resolve())
  })
  await gone
}

const folder = () => api.parts.config.EXHIBIT_STORE.folder
const filesOf = async (path: string): Promise<readonly string[]> => {
  const id = path.slice(path.lastIndexOf('/') + 1)
  const place = join(folder(), id.slice(0, 2))
  return (await readdir(place).catch(() => [])).filter((name) => name.startsWith(id)).map((name) => join(place, name))
}

const written = async (path: string): Promise<void> => {
  for (;;) {
    const [part] = await filesOf(path)
    if (part !== undefined && (await stat(part)).size > 100_000) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** How far an upload has come, once the server has noticed that the line broke. */
const arrived = async (path: string): Promise<number> => {
  for (let asked = 0; asked < 200; asked += 1) {
    const offset = Number((await tus('HEAD', { path })).headers.get('upload-offset'))
    if (offset > 0) return offset
  }
  return 0
}

test('an upload is refused before a byte of it comes where its name, its size or its sender will not do', async () => {
  const begin = async (more: Readonly<Record<string, string>>) =>
    (await tus('POST', { path: `/bases/${base}/uploads`, more: more })).json()
  expect(await begin({ 'upload-length': '10', ...named('../x.pdf') })).toMatchObject({ code: 'file_refused' })
  expect(await begin({ 'upload-length': '0', ...named('x.pdf') })).toMatchObject({ code: 'file_refused' })
  expect(await begin({ 'upload-length': String(2 ** 40), ...named('x.pdf') })).toMatchObject({ code: 'file_too_large' })
  expect(await begin({ ...named('x.pdf') })).toMatchObject({ code: 'upload_malformed' })
  const stranger = await handIn(aPdf(), { as: 'p-ex-1' })
  expect([stranger.statusCode, bodyOf(stranger).code]).toEqual([403, 'exhibit_not_yours'])
  expect((await handIn(aPdf(), { as: 'p-C12-prato-lg' })).statusCode).toBe(404)
})

test('an upload is nobody else’s: neither to go on with nor to ask about', async () => {
  const begun = await tus('POST', {
    path: `/bases/${base}/uploads`,
    more: { 'upload-length': '10', ...named('x.pdf') },
  })
  const path = begun.headers.get('location') ?? ''
  const other = await fetch(new URL(path, address), {
    method: 'HEAD',
    headers: { ...(await api.as('p-so-2')), 'tus-resumable': '1.0.0' },
  })
  expect(other.status).toBe(404)
  expect((await tus('DELETE', { path })).status).toBe(204)
  expect((await tus('HEAD', { path })).status).toBe(404)
})

let clamd: AClamd
test('while the scanner is away nothing is taken, and what waits is looked at when it is back', async () => {
  clamd = await aClamd()
  const scanner = createClamdScanner({ at: { host: '127.0.0.1', port: clamd.port }, patienceMs: 300 })
  const before = api.parts.exhibits
  Object.assign(api.parts, { exhibits: { ...before, scanner } })
  try {
    const path = (
      await tus('POST', { path: `/bases/${base}/uploads`, more: { 'upload-length': '64', ...named('x.csv') } })
    ).headers.get('location')
    clamd.behaves = 'silent'
    const away = await handIn(aPdf())
    expect([away.statusCode, bodyOf(away).code, away.headers['retry-after']]).toEqual([503, 'unavailable', '5'])
    const table = Buffer.from('a,b\n'.repeat(16))
    const waits = await tus('PATCH', { path: path ?? '', more: patching(0), body: table })
    expect(waits.status).toBe(503)
    clamd.behaves = 'as it should'
    expect((await handIn(aPdf({ catalogue: '/X (malice)' }))).statusCode).toBe(422)
    expect((await handIn(aPdf())).json()).toMatchObject({ scan: 'clean' })
  } finally {
    Object.assign(api.parts, { exhibits: before })
    await clamd.close()
  }
})

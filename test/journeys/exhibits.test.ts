import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request as send } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { AsOfResponse } from '../../api/contract/asking.js'
import { ExhibitView, UploadResponse } from '../../api/contract/exhibits.js'
import { measureUpload } from '../../bench/upload-memory.js'
import { fingerprint } from '../../documents/document-store.js'
import { openZip } from '../../verify/zip.js'
import { aPdf } from '../exhibits/files.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { parsed } from '../support/an-asker.js'
import { readEntries } from './a-played-base.js'
import { nominate } from './a-standing-base.js'

const [place, officer] = ['p-C09-yueqing-lg', 'p-so-1']
const [large, small] = [aPdf({ pages: 40_000 }), aPdf({ pages: 3 })]
let stack: Stack
let folder: string
let base: string
/** What was sent in parts and accepted, and what was sent whole and turned away. */
let [kept, returned] = ['', '']

beforeAll(async () => {
  stack = await aStack()
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-exhibits-'))
  base = await nominate(stack, 'C09-yueqing')
}, 200_000)
afterAll(async () => {
  await stack.remove()
  await rm(folder, { recursive: true, force: true })
})

const inParts = async (method: string, more: Readonly<Record<string, string>> = {}) => ({
  method,
  headers: { authorization: `Bearer ${await stack.tokenOf(place)}`, 'tus-resumable': '1.0.0', ...more },
})
const goingOn = (offset: number) => ({
  'content-type': 'application/offset+octet-stream',
  'upload-offset': String(offset),
})

/** Sends the beginning of a file under the length of all of it, and hangs up once a part of it has come. */
const breakOff = async (url: URL, bytes: Buffer): Promise<number> => {
  const asked = await inParts('PATCH', { ...goingOn(0), 'content-length': String(large.byteLength) })
  const sending = send(url, asked)
  sending.on('error', () => undefined)
  await new Promise((sent) => sending.write(bytes, sent))
  sending.destroy()
  for (;;) {
    const came = Number((await fetch(url, await inParts('HEAD'))).headers.get('upload-offset'))
    if (came > 0) return came
    await pause(50)
  }
}

test('a file that breaks off on its way is gone on with, and brought as an exhibit (8.6)', async () => {
  const name = `filename ${Buffer.from('审计报告.pdf').toString('base64')}`
  const announced = { 'upload-length': String(large.byteLength), 'upload-metadata': name }
  const begun = await fetch(new URL(`/bases/${base}/uploads`, stack.url), await inParts('POST', announced))
  const url = new URL(begun.headers.get('location') ?? '', stack.url)
  const came = await breakOff(url, large.subarray(0, 900_000))
  expect(came).toBeLessThan(large.byteLength)
  const asked = await inParts('PATCH', goingOn(came))
  const rest = await fetch(url, { ...asked, body: new Uint8Array(large.subarray(came)) })
  const taken = UploadResponse.parse(await rest.json())
  expect(taken).toMatchObject({ sha256: fingerprint(large), size: large.byteLength, pages: 40_000 })
  const says = { kind: 'audit_report', readers: 'PAR', seal: 'stamped', languages: ['zh-CN'], issuedOn: '2026-01-15' }
  const words = { title: { 'zh-CN': '二〇二五年度审计报告' }, issuer: '某会计师事务所' }
  const body = { upload: taken.upload, ...says, ...words, holdsNothingForbidden: true }
  const sent = await stack.ask(`/bases/${base}/exhibits`, { as: place, body })
  expect(parsed(sent, AcceptedResponse)).toMatchObject({ entries: [{ type: 'exhibit_received' }] })
  kept = taken.upload
}, 60_000)

test('one that is sent whole is brought by one command', async () => {
  const file = join(folder, 'list.pdf')
  await writeFile(file, small)
  const words = ['--kind', 'own_record', '--title', 'A list of members', '--readers', 'PAR', '--json', '--as', place]
  expect(await stack.cli('add-exhibit', base, file, ...words)).toMatchObject({ code: 0 })
  const own = (await stack.all(`/bases/${base}/exhibits`, { schema: ExhibitView, as: place })).find(
    ({ id }) => id !== kept,
  )
  expect(own).toMatchObject({ kind: 'own_record', status: 'received', own: true, sha256: fingerprint(small) })
  returned = own?.id ?? ''
}, 60_000)

test('the officer checks and accepts the one, and sends the other back as doubtful (8.6)', async () => {
  for (const [rest, body] of [
    [`${kept}/checks`, { class: 3, territories: ['CN-33'] }],
    [`${kept}/acceptances`, {}],
    [`${returned}/rejections`, { code: 'doubtful', reason: 'two stamps of two offices 印章不一致' }],
  ] as const)
    parsed(await stack.ask(`/bases/${base}/exhibits/${rest}`, { as: officer, body }), AcceptedResponse)
  const entries = (await readEntries(stack, base)).filter(({ type }) => type.startsWith('exhibit_'))
  expect(entries.map(({ type, actor, payload }) => [type, actor, payload['exhibit']])).toEqual([
    ['exhibit_received', place, kept],
    ['exhibit_received', place, returned],
    ['exhibit_checked', officer, kept],
    ['exhibit_accepted', officer, kept],
    ['exhibit_returned', officer, returned],
  ])
  expect(JSON.stringify(entries.map(({ payload }) => payload))).not.toMatch(/审计|事务所|members|stamps/)
  const shown = await stack.all(`/bases/${base}/exhibits`, { schema: ExhibitView, as: place })
  expect(shown).toMatchObject([
    {
      id: kept,
      status: 'accepted',
      class: 3,
      classProposed: 2,
      territories: ['CN-33'],
      words: { issuer: '某会计师事务所' },
    },
    { id: returned, status: 'returned', code: 'doubtful', reason: 'two stamps of two offices 印章不一致' },
  ])
}, 60_000)

test('as of a moment each stands with the class and the state it had then, for whoever may see it (14.25)', async () => {
  const entries = await readEntries(stack, base)
  const at = async (type: string, as = place) => {
    const moment = entries.find((entry) => entry.type === type)?.occurredAt ?? ''
    const answer = await stack.ask(`/bases/${base}/as-of?on=${encodeURIComponent(moment)}`, { as })
    return parsed(answer, AsOfResponse).exhibits.map(({ id, status, class: counts }) => [id, status, counts])
  }
  expect(await at('exhibit_received')).toEqual([[kept, 'received', 2]])
  expect(await at('exhibit_checked')).toEqual([
    [kept, 'checked', 3],
    [returned, 'received', 5],
  ])
  expect(await at('exhibit_returned')).toEqual([
    [kept, 'accepted', 3],
    [returned, 'returned', 5],
  ])
  expect(await at('exhibit_returned', 'p-C09-yueqing-al')).toEqual([])
}, 60_000)

test('the file comes back byte for byte to whoever may read it, and to others there is none (8.12)', async () => {
  const content = (exhibit: string) => `/bases/${base}/exhibits/${exhibit}/content`
  const fetched = join(folder, 'fetched.pdf')
  expect(await stack.cli('get-exhibit', base, kept, fetched, '--as', 'p-lc-1')).toMatchObject({ code: 0 })
  expect((await readFile(fetched)).equals(large)).toBe(true)
  const stranger = 'p-C10-hangji-lg'
  const answers = [
    await stack.ask(content(kept), { as: stranger }),
    await stack.ask(content(kept), { as: 'p-ex-1' }),
    await stack.ask(content(kept)),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 401])
}, 60_000)

test('the evidence of the base holds what was brought with hash, class and state, and verifies', async () => {
  const file = join(folder, 'evidence.zip')
  expect(await stack.cli('evidence', base, '--out', file, '--as', 'p-au-1')).toMatchObject({ code: 0 })
  const zip = openZip(await readFile(file))
  const rows = (zip.bytes('exhibits.ndjson')?.toString('utf8') ?? '').trim().split('\n')
  expect(rows.map((row) => z.looseObject({}).parse(JSON.parse(row)))).toMatchObject([
    { exhibit: kept, sha256: fingerprint(large), class: 3, status: 'accepted' },
    { exhibit: returned, sha256: fingerprint(small), class: null, status: 'returned', code: 'doubtful' },
  ])
  expect(zip.names.some((name) => name.includes(kept))).toBe(false)
  expect(await stack.cli('verify', file)).toMatchObject({ code: 0, out: expect.stringContaining('exhibits 2') })
}, 60_000)

// Only Linux tells the memory of a process without more ado.
const onLinux = existsSync('/proc/self/status') ? test : test.skip
onLinux(
  '60 MiB are taken in less memory than they have; bench:upload takes 200',
  async () => {
    const own = { api: stack.url, pid: await stack.pidOf('api'), token: await stack.tokenOf(place), base }
    const { rss, sha256 } = await measureUpload({ ...own, mebibytes: 60, seed: 20_270_301 })
    expect(rss.most - rss.before).toBeLessThan(60)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  },
  60_000,
)

test('ledger, histories and what is shown agree', async () => {
  const reconciled = await stack.cli('reconcile', '--whole', '--as', 'p-au-1', '--json')
  const said = z.looseObject({ divergences: z.array(z.unknown()) }).parse(JSON.parse(reconciled.out))
  expect([reconciled.code, said.divergences]).toEqual([0, []])
}, 60_000)

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { entriesCsv } from '../../api/evidence/csv.js'
import { verifyEvidence } from '../../verify/verdict.js'
import { openZip } from '../../verify/zip.js'
import { checkpointChannel } from '../../db/log/covering-checkpoint.js'
import { startSequencer } from '../../workers/checkpoints/sequencer.js'
import { aNominatedBase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { exampleBase } from '../support/an-example.js'
import { recordSigned } from '../verify/a-ledger.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
let sequencer: { readonly stop: () => Promise<void> }
const history = { bytes: Buffer.from('a history'), events: 7, ended: false, continues: undefined }

beforeAll(async () => {
  api = await anApi('evidence over the API')
  const base = aNominatedBase()
  act(base, { key: '1.2a', option: 'sent' })
  await recordSigned(api.parts.db, base)
  api.door.historyOf = async ({ run = `run-of-${exampleBase}` }) => ({ ...history, run })
  sequencer = startSequencer({
    ...{ db: api.parts.db, databaseUrl: api.parts.config.DATABASE_URL, log: pino({ level: 'silent' }) },
    signers: [readSigner(makeSignerKey('example.org/gasme'))],
  })
})
afterAll(async () => {
  await sequencer.stop()
  await api.close()
})

const get = async (url: string, person: string) => api.app.inject({ url, headers: await api.as(person) })
const trust = { kept: [], keys: [] }

test.each([`/bases/${exampleBase}/evidence`, '/programmes/gasme/evidence'])(
  'an auditor takes home a file that proves itself: %s',
  async (url) => {
    const answer = await get(url, 'p-au-1')
    expect({ status: answer.statusCode, type: answer.headers['content-type'] }).toEqual({
      status: 200,
      type: 'application/zip',
    })
    const files = openZip(answer.rawPayload)
    const { faults, figures } = verifyEvidence(files, trust)
    expect(faults).toEqual([])
    expect(figures).toMatchObject({ open: 1, acts: 1 })
    expect(files.names).toEqual(expect.arrayContaining(['verify-evidence.mjs', 'report.en.pdf', 'report.zh-CN.pdf']))
    expect(files.bytes('report.zh-CN.pdf')?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(files.bytes('README.txt')?.toString('utf8')).toContain('node verify-evidence.mjs')
  },
)

test('one digit changed anywhere in the packed entries is found, or the zip is no longer one', async () => {
  const { rawPayload } = await get(`/bases/${exampleBase}/evidence`, 'p-au-1')
  const at = rawPayload.indexOf('entries.ndjson') + 40
  const changed = Buffer.from(rawPayload)
  changed[at] = (changed[at] ?? 0) ^ 4
  const isSound = (): boolean => {
    try {
      return verifyEvidence(openZip(changed), trust).sound
    } catch (error) {
      expect(String(error)).toContain('NotAZip')
      return false
    }
  }
  expect(isSound()).toBe(false)
})

test.each(['p-ex-1', 'p-C09-yueqing-lg'])(
  'whoever neither answers for the record nor examines it gets none: %s',
  async (person) => {
    const answer = await get('/programmes/gasme/evidence', person)
    expect({ status: answer.statusCode, code: bodyOf(answer).code }).toEqual({ status: 403, code: 'not_permitted' })
  },
)

test('a base that does not exist has no evidence', async () => {
  expect((await get('/bases/gasme-C01-dali-9/evidence', 'p-au-1')).statusCode).toBe(404)
})

test('a lost history is told in the file, and the verifier refuses it', async () => {
  api.door.historyOf = async () => undefined
  const { rawPayload } = await get(`/bases/${exampleBase}/evidence`, 'p-au-1')
  api.door.historyOf = async ({ run = `run-of-${exampleBase}` }) => ({ ...history, run })
  expect(verifyEvidence(openZip(rawPayload), trust).first?.says.en).toContain('was never sealed and could not be read')
})

test('an ended run is sealed into the document store once, and the next file takes it from there', async () => {
  api.door.historyOf = async ({ run = `run-of-${exampleBase}` }) => ({ ...history, run, ended: true })
  await get(`/bases/${exampleBase}/evidence`, 'p-au-1')
  api.door.historyOf = async () => undefined
  const { rawPayload } = await get(`/bases/${exampleBase}/evidence`, 'p-au-1')
  const files = openZip(rawPayload)
  expect(verifyEvidence(files, trust).faults).toEqual([])
  expect(files.bytes('histories.ndjson')?.toString('utf8')).toContain('"sealed":true')
})

test('checkpoints and keys are public, the newest first, and outsiders add to them once', async () => {
  const list = await api.app.inject({ url: '/checkpoints' })
  const [newest] = bodyOf(list).items
  expect(newest).toMatchObject({ note: expect.stringContaining('example.org/gasme\n'), attestations: [] })
  expect((await api.app.inject({ url: '/checkpoints/latest' })).json()).toEqual(newest)
  expect((await api.app.inject({ url: '/checkpoints/keys' })).json()).toEqual({
    keys: [expect.stringMatching(/^example\.org\/gasme\+[0-9a-f]{8}\+/)],
  })
  const add = async (body: object, person = 'p-au-1') =>
    api.app.inject({
      ...{ method: 'POST', url: `/checkpoints/${String(newest?.['size'])}/attestations`, payload: body },
      headers: await api.write(person),
    })
  const stamp = { kind: 'rfc3161', name: 'tsa.example.org', body: 'MIIB' }
  expect((await add(stamp)).statusCode).toBe(201)
  expect((await add(stamp)).statusCode).toBe(201)
  expect((await add({ ...stamp, body: 'MIIC' })).statusCode).toBe(409)
  expect((await add(stamp, 'p-pm-1')).statusCode).toBe(403)
  expect((await api.app.inject({ url: '/checkpoints/latest' })).json()).toMatchObject({
    attestations: [{ kind: 'rfc3161', name: 'tsa.example.org' }],
  })
  expect(checkpointChannel).toBe('checkpoint')
})

test('a cell that begins like a formula is text in the table, and a line break stays in its cell', () => {
  const entry = {
    ...{ index: 1, stream: '=HYPERLINK("x")', seq: 1, type: 'commented' as const, schema_version: 1, canonical: '' },
    payload: { type: 'cancel_refused' as const },
    ...{ actor: '@sum', on_behalf_of: 'a "b"\nc', role: null, channel: 'api' as const, effective_on: null },
    ...{ occurred_at: '-1', recorded_at: '+1', command_id: '\tx', workflow_run: '', rules_version: '' },
    ...{ prev_hash: '', hash: '' },
  }
  const [, row] = entriesCsv([entry]).split('\r\n')
  expect(row).toBe(`1,"'=HYPERLINK(""x"")",1,'-1,'+1,,commented,,,,'@sum,,"a ""b""\nc",api,,'\tx,`)
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import type { Database } from '../../db/schema.js'
import { verifyEvidence } from '../../verify/verdict.js'
import { openZip } from '../../verify/zip.js'
import { makeCosignerKey, readCosigner } from '../../db/cosigning/keys.js'
import { textOf } from '../../db/cosigning/notes.js'
import { coveringCheckpoint } from '../../db/log/covering-checkpoint.js'
import { readNote } from '../../db/reads/checkpoints.js'
import { startSequencer } from '../../workers/checkpoints/sequencer.js'
import { aNominatedBase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { exampleBase } from '../support/an-example.js'
import { anAuthority, stampBy } from '../stamps/an-authority.js'
import { recordSigned } from '../verify/a-ledger.js'
import { anApi, apiOver, bodyOf, dayOfTheApi } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
let db: Kysely<Database>
let sequencer: { readonly stop: () => Promise<void> }
const history = { bytes: Buffer.from('a history'), events: 7, ended: false, isWhole: true, continues: undefined }

beforeAll(async () => {
  api = await anApi('evidence over the API')
  const base = aNominatedBase()
  act(base, { key: '1.2a', option: 'sent' })
  await recordSigned(api.parts.db, base)
  api.door.historyOf = async ({ run = `run-of-${exampleBase}` }) => ({ ...history, run })
  db = connect(api.sequencerUrl, { max: 2 })
  sequencer = startSequencer({
    db,
    databaseUrl: api.sequencerUrl,
    log: pino({ level: 'silent' }),
    signers: [readSigner(makeSignerKey('example.org/gasme'))],
  })
})
afterAll(async () => {
  await sequencer.stop()
  await db.destroy()
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
  await aCheckpoint()
  const list = await api.app.inject({ url: '/checkpoints' })
  const [newest] = bodyOf(list).items
  expect(newest).toMatchObject({ note: expect.stringContaining('example.org/gasme\n'), attestations: [] })
  expect((await api.app.inject({ url: '/checkpoints/latest' })).json()).toEqual(newest)
  expect((await api.app.inject({ url: '/checkpoints/keys' })).json()).toEqual({
    keys: [expect.stringMatching(/^example\.org\/gasme\+[0-9a-f]{8}\+/)],
  })
  const add = async (body: object, person = 'p-au-1') =>
    api.app.inject({
      method: 'POST',
      url: `/checkpoints/${String(newest?.['size'])}/attestations`,
      payload: body,
      headers: await api.write(person),
    })
  const authority = await anAuthority({ name: 'Time of the land' })
  const text = textOf(String(newest?.['note']))
  const stampOf = async (wanted: Parameters<typeof stampBy>[1]) => ({
    kind: 'rfc3161',
    name: 'tsa.example.org',
    body: (await stampBy(authority, wanted)).toString('base64'),
  })
  const stamp = await stampOf({ text, at: '2027-03-01T09:00:00Z' })
  expect((await add(stamp)).statusCode).toBe(201)
  expect((await add(stamp)).statusCode).toBe(201)
  expect((await add(stamp, 'p-pm-1')).statusCode).toBe(403)
  // Whose stamp it is nobody here knows; that it is none, or of another checkpoint, is seen without that.
  for (const [body, why] of [
    [
      await stampOf({ text: `${text}more\n`, at: '2027-03-01T09:00:00Z' }),
      'is over other bytes than the text of this checkpoint',
    ],
    [{ ...stamp, body: 'MIIB' }, 'cannot be read as one (RFC 3161, DER)'],
    [{ ...stamp, body: stamp.body.slice(0, 400) }, 'cannot be read as one (RFC 3161, DER)'],
    [{ ...stamp, body: turned(stamp.body) }, 'bears a signature that is not that of its certificate'],
    [await stampOf({ text, at: '2027-03-01T09:00:00Z', along: [] }), 'does not hold the certificate of its signer'],
  ] as const) {
    const refused = await add(body)
    expect([refused.statusCode, bodyOf(refused).code]).toEqual([422, 'attestation_refused'])
    expect(bodyOf(refused).detail).toContain(why)
  }
  expect((await api.app.inject({ url: '/checkpoints/latest' })).json()).toMatchObject({
    attestations: [{ kind: 'rfc3161', name: 'tsa.example.org' }],
  })
})

test('another stamp under one name is told to come under another, and is kept under that', async () => {
  await aCheckpoint()
  const [newest] = bodyOf(await api.app.inject({ url: '/checkpoints' })).items
  const authority = await anAuthority({ name: 'Time of the sea' })
  const text = textOf(String(newest?.['note']))
  const add = async (name: string, at: string) =>
    api.app.inject({
      method: 'POST',
      url: `/checkpoints/${String(newest?.['size'])}/attestations`,
      payload: { kind: 'rfc3161', name, body: (await stampBy(authority, { text, at })).toString('base64') },
      headers: await api.write('p-au-1'),
    })
  expect((await add('sea.example.org', '2027-03-01T09:00:00Z')).statusCode).toBe(201)
  const taken = await add('sea.example.org', '2027-03-01T10:00:00Z')
  expect([taken.statusCode, bodyOf(taken).code]).toEqual([409, 'attestation_taken'])
  expect(bodyOf(taken).detail).toContain('already bears another time stamp under that name')
  expect(bodyOf(taken).next).toContain('under another name')
  expect((await add('sea.example.org/second', '2027-03-01T10:00:00Z')).statusCode).toBe(201)
})

/** A stamp with its last bit turned: the signature is false. */
const turned = (stamp: string): string => {
  const bytes = Buffer.from(stamp, 'base64')
  bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)
  return bytes.toString('base64')
}

/** The API with a witness of ours, who is told of and for whom cosignatures are handed in. */
const overWitness = async () => {
  const cosigner = readCosigner(makeCosignerKey('witness.example.org'))
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-api-'))
  const { app, write } = await apiOver({
    databaseUrl: api.parts.config.DATABASE_URL,
    temporal: api.door,
    folder,
    clock: api.parts.clock,
    settings: { WITNESSES: `${cosigner.verifierKey} http://127.0.0.1:1` },
  })
  const size = await aCheckpoint()
  const text = textOf((await readNote(db, size)) ?? '')
  const add = async (name: string, body: string) => {
    const url = `/checkpoints/${size}/attestations`
    const payload = { kind: 'cosignature', name, body }
    return await app.inject({ method: 'POST', url, payload, headers: await write('p-au-1') })
  }
  const told = async (): Promise<unknown> => (await app.inject({ url: '/checkpoints/witnesses' })).json()
  const close = async (): Promise<void> => {
    await app.close()
    await rm(folder, { recursive: true })
  }
  return { cosigner, size, text, add, told, close }
}

test('our witnesses are told to everybody, with how far they have truly cosigned', async () => {
  const { cosigner, size, text, add, told, close } = await overWitness()
  const witness = { name: cosigner.name, key: cosigner.verifierKey }
  const none = { witnesses: [{ ...witness, size: null, cosignedAt: null, waitingSince: expect.any(String) }] }
  expect(await told()).toEqual(none)
  // Of whom nobody here knows the key, nobody here can say whether it is true.
  const stranger = readCosigner(makeCosignerKey('stranger.example.org'))
  expect((await add(stranger.name, stranger.cosign(text, 1_800_000_000))).statusCode).toBe(201)
  expect(await told()).toEqual(none)
  const line = cosigner.cosign(text, 1_800_000_000)
  for (const _ of [1, 2]) expect((await add(cosigner.name, line)).statusCode).toBe(201)
  expect(await told()).toEqual({
    witnesses: [{ ...witness, size, cosignedAt: expect.any(String), waitingSince: null }],
  })
  await close()
})

test('nobody hands in a false cosignature in the name of our witness, in whichever place the name stands', async () => {
  const { cosigner, text, add, close } = await overWitness()
  const untrue = cosigner.cosign(`${text}more\n`, 1_800_000_000)
  const other = (name: string) => readCosigner(makeCosignerKey(name)).cosign(text, 1_800_000_000)
  const [somebody, theirs, others] = [
    'somebody.example.org',
    'is not that of the witness it names',
    'names another witness',
  ]
  for (const [name, body, why] of [
    [cosigner.name, untrue, theirs],
    [cosigner.name, untrue.trimEnd().split(' ').at(-1) ?? '', theirs],
    [cosigner.name, other(cosigner.name), theirs],
    [cosigner.name, cosigner.cosign(text, 0), theirs],
    [cosigner.name, cosigner.cosign(text, 253_402_300_800), theirs],
    // Whoever reads a line reads whose it says it is, under whatever name it was handed in.
    [somebody, untrue, others],
    [somebody, cosigner.cosign(text, 1_800_000_000), others],
    [cosigner.name, other(somebody), others],
    [somebody, 'AAAA', 'cannot be read as one'],
  ] as const) {
    const { code, detail } = bodyOf(await add(name, body))
    expect({ name, body, code, detail }).toMatchObject({
      code: 'attestation_refused',
      detail: expect.stringContaining(why),
    })
  }
  await close()
})

/** The size of a checkpoint that covers the base, made for who asks where there is none. */
const aCheckpoint = async (): Promise<number> => {
  const size = await coveringCheckpoint(api.parts.db, { streams: [exampleBase], patienceMs: 60_000 })
  if (size === undefined) throw new Error('The sequencer gave no checkpoint.')
  return size
}

test('whoever holds a seat says whether the checkpoint of the day comes to him; an auditor gets it who said nothing', async () => {
  const url = '/checkpoints/subscription'
  const of = async (person: string): Promise<unknown> => (await get(url, person)).json()
  const say = async (person: string, wanted: boolean) =>
    api.app.inject({ method: 'POST', url, payload: { wanted }, headers: await api.write(person) })
  expect(await of('p-au-1')).toEqual({ wanted: true, saidAt: null })
  expect(await of('p-pm-1')).toEqual({ wanted: false, saidAt: null })
  expect((await say('p-au-1', false)).json()).toEqual({ wanted: false, saidAt: dayOfTheApi })
  expect((await say('p-pm-1', true)).json()).toEqual({ wanted: true, saidAt: dayOfTheApi })
  expect((await say('p-au-1', true)).json()).toEqual({ wanted: true, saidAt: dayOfTheApi })
  expect((await say('p-nobody', true)).statusCode).toBe(403)
  expect((await get(url, 'p-nobody')).statusCode).toBe(403)
})

test('where the sequencer signs nothing, the answer promises nothing: it is asked once more, and then the operator', async () => {
  await sequencer.stop()
  const answer = await get(`/bases/${exampleBase}/evidence`, 'p-au-1')
  const { code, detail, next } = bodyOf(answer)
  expect([answer.statusCode, code]).toEqual([503, 'not_checkpointed'])
  expect(detail).toContain('it is busy or away, or it refuses. Which of these cannot be seen from here')
  expect(next).toContain('a refusal does not mend itself')
}, 60_000)

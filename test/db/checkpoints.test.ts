import { createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { deadlineIn } from '../../clock/machine-clock.js'
import { connect } from '../../db/connect.js'
import { checkpointLimits, makeCheckpoint } from '../../db/log/checkpoint.js'
import { coveringCheckpoint } from '../../db/log/covering-checkpoint.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { sequence } from '../../db/log/sequence.js'
import { stateAt } from '../../db/log/state-records.js'
import { attested } from '../../db/reads/evidence.js'
import { growingTree, leafHash, rootOfRecords } from '../../db/log/tree.js'
import { oldestUncovered } from '../../db/reads/checkpoints.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { forgeEntry } from '../support/forging.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { foundProgramme, handInDossier, nominate, requestOf, yueqing } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>
let sequencer: Kysely<Database>
const signer = readSigner(makeSignerKey('example.org/gasme'))
const chenghai = 'gasme-C13-chenghai-1'
const later = (ms: number) => () => new Date(deadlineIn(ms))

beforeAll(async () => {
  database = await cloneDatabase('checkpoints')
  db = connect(database.appUrl)
  sequencer = connect(database.sequencerUrl)
  await foundProgramme(db)
  await nominate(db)
})
afterAll(async () => {
  await Promise.all([db.destroy(), sequencer.destroy()])
  await database.drop()
})

const order = () => db.selectFrom('ledger_leaf').selectAll().orderBy('index').execute()
const latest = () => db.selectFrom('checkpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirstOrThrow()

test('nothing is signed before an entry is five minutes old or 256 wait, unless somebody asks', async () => {
  expect(checkpointLimits).toEqual({ entries: 256, ageMs: 300_000 })
  expect(await makeCheckpoint(sequencer, { signers: [signer] })).toBeUndefined()
  expect(await makeCheckpoint(sequencer, { signers: [signer], now: later(299_000) })).toBeUndefined()
  expect(await makeCheckpoint(sequencer, { signers: [signer], now: later(301_000) })).toMatchObject({ size: 3 })
  expect(await makeCheckpoint(sequencer, { signers: [signer], now: later(900_000) })).toBeUndefined()
  expect(await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })).toBeUndefined()
})

test('two sequencers at once give one dense order, in which every stream keeps its own', async () => {
  await nominate(db, { base: chenghai })
  await recordEntries(db, handInDossier())
  await Promise.all([sequence(sequencer), sequence(sequencer), sequence(sequencer)])
  const leaves = await order()
  expect(leaves.map(({ index }) => index)).toEqual(leaves.map((_, at) => at))
  expect(leaves).toHaveLength(10)
  for (const stream of [yueqing, chenghai]) {
    const own = leaves.filter((leaf) => leaf.stream === stream).map(({ seq }) => seq)
    expect(own).toEqual(own.map((_, at) => at + 1))
  }
})

test('256 entries are signed for at once, and every checkpoint has the root of the first entries', async () => {
  const many = Array.from({ length: 246 }, (_, number) => number)
  for (const number of many)
    await recordEntries(
      db,
      requestOf({
        name: `comment ${number}`,
        after: 7 + number,
        as: 'PM',
        events: [{ type: 'cancel_refused' }],
      }),
    )
  expect(await makeCheckpoint(sequencer, { signers: [signer] })).toBeUndefined()
  const [one, two, three] = [0, 1, 2].map((number) =>
    requestOf({ name: `the last ${number}`, after: 253 + number, events: [{ type: 'cancel_refused' }] }),
  )
  for (const request of [one, two, three]) if (request !== undefined) await recordEntries(db, request)
  const made = await makeCheckpoint(sequencer, { signers: [signer] })
  expect(made?.size).toBe(259)
  const rows = await db
    .selectFrom('ledger_leaf as leaf')
    .innerJoin('ledger_entry as entry', (join) =>
      join.onRef('entry.stream', '=', 'leaf.stream').onRef('entry.seq', '=', 'leaf.seq'),
    )
    .select('entry.hash')
    .orderBy('index')
    .execute()
  const tree = growingTree(0, [])
  for (const { hash } of rows) tree.append(leafHash(Buffer.from(hash, 'hex')))
  expect(made?.root).toBe(tree.root())
})

test('a checkpoint is a signed note whose signature is that of its text, and of no other', async () => {
  const { note, size, root, state_root } = await latest()
  const text = note.slice(0, note.indexOf('\n\n') + 1)
  expect(text.split('\n').slice(0, 4)).toEqual([
    'example.org/gasme',
    String(size),
    Buffer.from(root, 'hex').toString('base64'),
    `state ${Buffer.from(state_root, 'hex').toString('base64')}`,
  ])
  const [, name, line = ''] = note.slice(text.length + 1).split(' ')
  expect(name).toBe('example.org/gasme')
  const bytes = Buffer.from(line.trim(), 'base64')
  expect(bytes.subarray(0, 4).toString('hex')).toBe(signer.id)
  const raw = Buffer.from(signer.verifierKey.split('+').slice(2).join('+'), 'base64').subarray(1)
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw])
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  expect(verify(null, Buffer.from(text), key, bytes.subarray(4))).toBe(true)
  expect(verify(null, Buffer.from(text.replace('259', '260')), key, bytes.subarray(4))).toBe(false)
})

test('the state under a checkpoint can be told again later, as it was then', async () => {
  const { size, state_root } = await latest()
  const then = (await stateAt(db, size)).map(({ record }) => record)
  expect(then.filter((record) => record.startsWith('stream '))).toHaveLength(2)
  expect(then).toContainEqual(expect.stringMatching(new RegExp(`^stream ${yueqing} 256 [0-9a-f]{64}$`)))
  const more = requestOf({ name: 'one more', after: 256, events: [{ type: 'cancel_refused' }] })
  await recordEntries(db, more)
  await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })
  expect((await stateAt(db, size)).map(({ record }) => record)).toEqual(then)
  expect(rootOfRecords(then)).toBe(state_root)
  expect(rootOfRecords(then.slice(1))).not.toBe(state_root)
})

test('while a key is replaced both sign, and both public keys are kept', async () => {
  const next = readSigner(makeSignerKey('example.org/gasme'))
  await recordEntries(db, requestOf({ name: 'under two keys', after: 257, events: [{ type: 'cancel_refused' }] }))
  const made = await makeCheckpoint(sequencer, { signers: [next, signer], atOnce: true })
  expect(made?.note.match(/^\u2014 /gm)).toHaveLength(2)
  const keys = await db.selectFrom('checkpoint_key').select('id').orderBy('first_size').execute()
  expect(keys.map(({ id }) => id)).toEqual([signer.id, next.id])
})

test('who waits for a checkpoint hears of one that covers all, or of none', async () => {
  const covered = { streams: [yueqing, chenghai], patienceMs: 0 }
  expect(await coveringCheckpoint(db, covered)).toBe(261)
  await recordEntries(db, requestOf({ name: 'not covered', after: 258, events: [{ type: 'cancel_refused' }] }))
  expect(await coveringCheckpoint(db, covered)).toBeUndefined()
  expect(await coveringCheckpoint(db, { streams: [chenghai], patienceMs: 0 })).toBe(261)
})

test('the oldest entry that is under no checkpoint is known by when it was recorded', async () => {
  const [waiting] = await db
    .selectFrom('ledger_entry')
    .select('recorded_at')
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .execute()
  expect(await oldestUncovered(db)).toBe(waiting?.recorded_at)
  await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })
  expect(await oldestUncovered(db)).toBeUndefined()
})

test('an entry that no worker sealed is put in no order and under no checkpoint, nor is what stands behind it; others are', async () => {
  const forgedAt = 'gasme-C14-yongkang-1'
  await nominate(db, { base: forgedAt })
  await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })
  const size = (await latest()).size
  await forgeEntry(db, { stream: forgedAt, command_id: 'forged' })
  await forgeEntry(db, { stream: forgedAt, command_id: 'forged behind it' })
  expect(await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })).toBeUndefined()
  const sound = requestOf({ base: chenghai, name: 'sound', after: 3, events: [{ type: 'cancel_refused' }] })
  await recordEntries(db, sound)
  expect(await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })).toMatchObject({ size: size + 1 })
  expect((await order()).filter(({ stream }) => stream === forgedAt)).toHaveLength(3)
  expect(await coveringCheckpoint(db, { streams: [forgedAt], patienceMs: 0 })).toBeUndefined()
})

test('a private key that was changed by one sign is refused, and none of it is shown', () => {
  const key = makeSignerKey('example.org/gasme')
  const other = key.replace(/\+([0-9a-f])([0-9a-f]{7})\+/, (_, first: string, rest: string) =>
    first === 'a' ? `+b${rest}+` : `+a${rest}+`,
  )
  expect(() => readSigner(other)).toThrow('does not fit its id')
  expect(() => readSigner(key.slice(0, -8))).toThrow(/^A checkpoint key is one line/)
})

test('ninety thousand checkpoints find what outsiders added to each, in the time of one look', () => {
  const checkpoints = Array.from({ length: 90_000 }, (_, index) => ({ size: index + 1 }))
  const added = checkpoints.map(({ size }) => ({ size, name: `witness of ${size}` }))
  const begun = performance.now()
  const all = attested(checkpoints, added.slice(1))
  expect(performance.now() - begun).toBeLessThan(2_000)
  expect([all[0], all.at(-1)]).toEqual([
    { size: 1, attestations: [] },
    { size: 90_000, attestations: [{ size: 90_000, name: 'witness of 90000' }] },
  ])
})

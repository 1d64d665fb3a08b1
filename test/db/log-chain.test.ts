import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CompiledQuery, sql } from 'kysely'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { rememberedLooks } from '../../activities/remembered-looks.js'
import { connect } from '../../db/connect.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { brokenLogs } from '../../db/log/log-chain.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { stateAt } from '../../db/log/state-records.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { logAccess } from '../../db/writes/access-log.js'
import { logRefusedAttempt } from '../../db/writes/refused-attempts.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { foundProgramme, handInDossier, nominate, requestOf } from './an-example.js'

/** The logs of looks and refusals under the checkpoints of the ledger; the owner lifts guards, as only the owner can. */
let database: TestDatabase
let app: Kysely<Database>
let sequencer: Kysely<Database>
let owner: Kysely<Database>
const signers = [readSigner(makeSignerKey('example.org/gasme'))]
const at = '2027-01-05T09:00:00.000Z'
/** Entries of the base so far. */
let after = 7

beforeAll(async () => {
  database = await cloneDatabase('logs in a chain')
  app = connect(database.appUrl)
  sequencer = connect(database.sequencerUrl)
  owner = connect(database.ownerUrl)
  await foundProgramme(app)
  for (const object of ['a', 'b', 'c'])
    await logAccess(app, { at, person: 'p-AU-1', kind: 'read', subject: 'document', stream: null, object })
  await logRefusedAttempt(app, { at, route: 'POST /bases', code: 'not_your_role', detail: { needs: 'PM' } })
  await nominate(app)
  await makeCheckpoint(sequencer, { signers, atOnce: true })
  await logRefusedAttempt(app, { at, route: 'POST /bases', code: 'not_your_role', detail: {} })
  await recordEntries(app, handInDossier())
  await makeCheckpoint(sequencer, { signers, atOnce: true })
})
afterAll(async () => {
  await Promise.all([app.destroy(), sequencer.destroy(), owner.destroy()])
  await database.drop()
})

const run = (db: Kysely<Database>, text: string) => db.executeQuery(CompiledQuery.raw(text))

/** What is broken after some statements of the owner with the guards of a log lifted; everything is put back. */
const brokenBy = async (log: string, ...statements: readonly string[]) => {
  const back = new Error('put back')
  let broken: Awaited<ReturnType<typeof brokenLogs>> = []
  await owner
    .transaction()
    .execute(async (trx) => {
      for (const table of [log, 'log_place'])
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(trx)
      for (const statement of statements) await trx.executeQuery(CompiledQuery.raw(statement))
      broken = await brokenLogs(trx)
      throw back
    })
    .catch((error: unknown) => {
      if (error !== back) throw error
    })
  return broken
}

test('a checkpoint vouches for the end of each log, and logs nobody touched are as they were signed', async () => {
  const state = await stateAt(app, 1_000)
  expect(state.filter(({ kind }) => kind === 'log').map(({ record }) => record.replace(/ [0-9a-f]{64}$/, ''))).toEqual([
    'log access_log 3',
    'log refused_attempt 2',
  ])
  expect(await brokenLogs(app)).toEqual([])
})

test.each([
  ['a look that was changed', 'access_log', [`update access_log set person = 'p-AU-2' where object = 'b'`], 3],
  ['a look that was taken away', 'access_log', [`delete from access_log where object = 'a'`], 3],
  [
    'the last look taken away with its place',
    'access_log',
    [`delete from access_log where object = 'c'`, `delete from log_place where log = 'access_log' and place = 3`],
    3,
  ],
  [
    'two looks that changed places',
    'access_log',
    [
      `update log_place set place = 100 where log = 'access_log' and place = 1`,
      `update log_place set place = 1 where log = 'access_log' and place = 2`,
      `update log_place set place = 2 where log = 'access_log' and place = 100`,
    ],
    3,
  ],
  [
    'a refusal whose reason was changed',
    'refused_attempt',
    [`update refused_attempt set detail = '{}' where id = 1`],
    1,
  ],
  [
    'a refusal of the second checkpoint',
    'refused_attempt',
    [`update refused_attempt set code = 'other' where id = 2`],
    2,
  ],
])('%s is found, with the first end that no longer holds', async (_, log, statements, places) => {
  expect(await brokenBy(log, ...statements)).toEqual([{ log, places }])
})

test('a look that was numbered before a checkpoint and kept after it has its place behind it, and breaks nothing', async () => {
  const slow = new pg.Client(database.appUrl)
  await slow.connect()
  await slow.query('begin')
  const look = `insert into access_log (at, person, kind, subject) values ('${at}', 'p-AU-1', 'read', 'figures')`
  await slow.query(look)
  await run(app, look)
  await recordEntries(app, requestOf({ name: 'one more', after: after++, events: [{ type: 'cancel_refused' }] }))
  await makeCheckpoint(sequencer, { signers, atOnce: true })
  await slow.query('commit')
  await slow.end()
  await recordEntries(app, requestOf({ name: 'and one', after: after++, events: [{ type: 'cancel_refused' }] }))
  await makeCheckpoint(sequencer, { signers, atOnce: true })
  const places = await app
    .selectFrom('log_place')
    .select(['place', 'id'])
    .where('log', '=', 'access_log')
    .orderBy('place')
    .execute()
  expect(places.map(({ id }) => id)).toEqual([1, 2, 3, 5, 4])
  expect(await brokenLogs(app)).toEqual([])
})

test('each log is read once, however many ends of it were signed, and once for all programmes', async () => {
  for (const name of ['d', 'e', 'f', 'g', 'h']) {
    await logAccess(app, { at, person: 'p-AU-1', kind: 'read', subject: 'document', stream: null, object: name })
    await recordEntries(app, requestOf({ name, after: after++, events: [{ type: 'cancel_refused' }] }))
    await makeCheckpoint(sequencer, { signers, atOnce: true })
  }
  const asked: string[] = []
  const listening = connect(database.appUrl).withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (result.rows.some((one) => 'row' in one)) asked.push(String(result.rows.length))
      return result
    },
  })
  expect(await brokenLogs(listening)).toEqual([])
  expect(asked).toEqual(['10', '2'])
  await listening.destroy()
  let [walks, broken, now] = [0, ['access_log 3'], 0]
  const looks = {
    ofStream: async () => [],
    ofProgramme: async () => [],
    ofLogs: async () => ((walks += 1), broken),
  }
  const remembered = rememberedLooks(looks, { db: app, clock: () => new Date(now) })
  for (const one of ['gasme', 'other']) expect([one, await remembered.ofLogs()]).toEqual([one, ['access_log 3']])
  expect(walks).toBe(1)
  ;[broken, now] = [[], 60 * 60_000]
  for (const one of ['gasme', 'other']) expect([one, await remembered.ofLogs()]).toEqual([one, []])
  expect(walks).toBe(2)
})

test('nobody chooses the number of a look, so that none can go without a trace', async () => {
  const taken = `insert into access_log (id, at, person, kind, subject) overriding system value
    values (900, '${at}', 'p-AU-1', 'read', 'document')`
  await expect(run(app, taken)).rejects.toThrow('permission denied')
  await expect(run(app, taken.replace('access_log', 'refused_attempt'))).rejects.toThrow()
})

test('the sequencer gives no place to a row that is not there, and leaves no gap; the application gives none at all', async () => {
  for (const [place, id] of [
    [4, 9_999],
    [40, 1],
  ]) {
    const text = `insert into log_place values ('access_log', ${place}, ${id})`
    await expect(run(sequencer, text)).rejects.toThrow('leaves a gap')
    await expect(run(app, text)).rejects.toThrow('permission denied')
  }
})

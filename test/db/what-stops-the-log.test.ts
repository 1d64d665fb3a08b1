import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CompiledQuery } from 'kysely'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { verifyStream } from '../../db/ledger.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { sequence } from '../../db/log/sequence.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { entry, on } from './acts/act.js'
import { noLog, wellMadeLog } from './acts/on-the-log.js'
import { foundProgramme, nominate, requestOf, yueqing } from './an-example.js'

let database: TestDatabase
let app: Kysely<Database>
let sequencer: Kysely<Database>
let owner: Kysely<Database>
const signer = readSigner(makeSignerKey('example.org/gasme'))

/** Three entries under a checkpoint, and a fourth that has no place yet. */
beforeAll(async () => {
  database = await cloneDatabase('what stops the log')
  app = connect(database.appUrl, { max: 1 })
  sequencer = connect(database.sequencerUrl, { max: 1 })
  owner = connect(database.ownerUrl, { max: 1 })
  await foundProgramme(app)
  await nominate(app)
  await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })
  await recordEntries(app, requestOf({ name: 'a fourth', after: 3, events: [{ type: 'cancel_refused' }] }))
})
afterAll(async () => {
  await Promise.all([app.destroy(), sequencer.destroy(), owner.destroy()])
  await database.drop()
})

const run = (db: Kysely<Database>, text: string) => db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text))

/** Everything at once and nothing of it kept, so that each act meets the log as it was. */
const tried = (db: Kysely<Database>, text: string) =>
  run(db, `begin; ${on(text, { stream: yueqing, honest: yueqing })}; set constraints all immediate; rollback`)

test.each(noLog)('not even the sequencer may write $title', async ({ text }) => {
  await expect(tried(sequencer, text)).rejects.toMatchObject({
    code: expect.stringMatching(/^(42501|23514)$/),
    message: expect.not.stringContaining('permission denied'),
  })
  await run(sequencer, 'rollback')
})

test.each(wellMadeLog)('the sequencer alone may write $title', async ({ text }) => {
  await expect(tried(sequencer, text)).resolves.toBeDefined()
  await expect(tried(app, text)).rejects.toThrow('permission denied')
  await run(app, 'rollback')
})

test('a table of its own does not stand in the place of one of ours for the guards', async () => {
  const behind = entry({}).replace('insert into ledger_entry', 'insert into public.ledger_entry')
  const shadow = `create temporary table ledger_entry (like ledger_entry including all) on commit drop;
    insert into pg_temp.ledger_entry select * from public.ledger_entry`
  const text = `begin; ${shadow}; update pg_temp.ledger_entry set hash = repeat('b', 64) where seq = 4;
    ${behind.replace('from ledger_entry', 'from pg_temp.ledger_entry')}; commit`
  await expect(run(app, on(text, { stream: yueqing, honest: yueqing }))).rejects.toMatchObject({ code: '42501' })
  await run(app, 'rollback')
})

test('every guard looks for temporary tables last, and nobody but the owner may make one where the program is set up', async () => {
  const { rows: open } = await run(
    app,
    `select oid::regprocedure::text from pg_proc
    where pronamespace = 'public'::regnamespace and prorettype = 'trigger'::regtype
      and proconfig is distinct from array['search_path=pg_catalog, public, pg_temp']`,
  )
  expect(open).toEqual([])
  const { rows } = await run(
    app,
    `select has_database_privilege('cornerstone_app', 'cornerstone', 'TEMP') as app,
    has_database_privilege('cornerstone_sequencer', 'cornerstone', 'TEMP') as sequencer,
    has_database_privilege('cornerstone_reader', 'cornerstone', 'TEMP') as reader`,
  )
  expect(rows).toEqual([{ app: false, sequencer: false, reader: false }])
})

test('after all of this the log goes on: entries, order, tree and checkpoints', async () => {
  const more = requestOf({ name: 'a fifth', after: 4, events: [{ type: 'cancel_refused' }] })
  expect(await recordEntries(app, more)).toMatchObject({ kind: 'recorded', head: 5 })
  expect(await sequence(sequencer)).toBe(2)
  expect(await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })).toMatchObject({ size: 5 })
  expect(await verifyStream(app, { stream: yueqing })).toMatchObject({ sound: true, head: { seq: 5 } })
})

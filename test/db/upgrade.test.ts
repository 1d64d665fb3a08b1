import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import process from 'node:process'
import pg from 'pg'
import { connect } from '../../db/connect.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner, signedNote } from '../../db/log/note.js'
import { entryRecord, growingTree, leafHash, rootOfRecords } from '../../db/log/tree.js'
import { stateAt } from '../../db/log/state-records.js'
import { migrate } from '../../db/migrate.js'
import { sealedHistories } from '../../db/reads/sealed-histories.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { testPostgres } from '../support/services.js'
import { foundProgramme, morning, nominate, requestOf, yueqing } from './an-example.js'

/** A database in which the role of the program still sequenced, as a former version left it. */
const name = `t_upgrade_${process.pid}`
const signer = readSigner(makeSignerKey('example.org/gasme'))
let admin: pg.Client
let ownerUrl: string
let app: Kysely<Database>
let sequencer: Kysely<Database>
const sha256 = 'c'.repeat(64)

beforeAll(async () => {
  const urls = await testPostgres()
  const inside = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
  admin = new pg.Client({ connectionString: urls.adminUrl })
  await admin.connect()
  await admin.query(['create database', name, 'owner cornerstone_owner'].join(' '))
  ownerUrl = inside(urls.ownerUrl)
  await migrate(ownerUrl, { upTo: '0025-seats-and-rules-are-sealed' })
  await asOwner('alter table command add column accepted_seal text')
  await asOwner(registerOfToday)
  ;[app, sequencer] = [connect(inside(urls.appUrl)), connect(inside(urls.sequencerUrl))]
  await foundProgramme(app)
  await nominate(app)
  await sequenceAsBefore(app)
})
/** Entries are recorded here by the program of today, which writes a column and reads a table that came later. */
const registerOfToday = `create table register_entry (programme text, kind text, id text, entry jsonb, asked jsonb,
  asked_by text, added_at timestamptz(3), changed_at timestamptz(3), primary key (programme, kind, id));
  grant all on register_entry to cornerstone_app`
const organisationsAsBefore = `insert into organisation select id, entry->'name', entry->>'country' from register_entry;
  drop table register_entry`

const asOwner = async (statement: string): Promise<void> => {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  await owner.query(statement)
  await owner.end()
}
afterAll(async () => {
  await Promise.all([app.destroy(), sequencer.destroy()])
  await admin.query(['drop database', name, 'with (force)'].join(' '))
  await admin.end()
})

/** Three entries, their order and tree, a history without a seal, and the checkpoint over all of it. */
const sequenceAsBefore = (db: Kysely<Database>): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const entries = await trx.selectFrom('ledger_entry').selectAll().orderBy('seq').execute()
    const tree = growingTree(0, [])
    const nodes = entries.flatMap(({ hash }) => tree.append(leafHash(entryRecord(hash))))
    await trx
      .insertInto('ledger_leaf')
      .values(entries.map(({ stream, seq }) => ({ index: seq - 1, stream, seq })))
      .execute()
    await trx.insertInto('ledger_node').values(nodes).execute()
    const history = { stream: yueqing, run: 'run-1', sha256, size: 1, events: 1, sealed_at: morning }
    await trx.insertInto('sealed_history').values(history).execute()
    const [size, root, last] = [entries.length, tree.root(), entries.at(-1)]
    const records = [
      { kind: 'history' as const, subject: `${yueqing} run-1`, record: `history ${yueqing} run-1 ${sha256}` },
      { kind: 'stream' as const, subject: yueqing, record: `stream ${yueqing} ${last?.seq} ${last?.hash}` },
    ]
    const state_root = rootOfRecords(records.map(({ record }) => record))
    const [one, other] = [root, state_root].map((hash) => Buffer.from(hash, 'hex').toString('base64'))
    const text = `example.org/gasme\n${size}\n${one}\nstate ${other}\ntime ${morning}\n`
    const note = signedNote(text, [signer])
    await trx
      .insertInto('checkpoint_record')
      .values(records.map((record) => ({ ...record, first_size: size })))
      .execute()
    const { id, verifierKey: verifier_key } = signer
    await trx.insertInto('checkpoint_key').values({ id, verifier_key, first_size: size }).execute()
    await trx.insertInto('checkpoint').values({ size, root, state_root, signed_at: morning, note }).execute()
  })

test('a log that the program itself had sequenced goes on under the role of the sequencer, and under no other', async () => {
  const more = requestOf({ name: 'a fourth', after: 3, events: [{ type: 'cancel_refused' }] })
  await recordEntries(app, more)
  await expect(makeCheckpoint(sequencer, { signers: [signer], atOnce: true })).rejects.toThrow()
  await asOwner('alter table command drop column accepted_seal')
  await asOwner(organisationsAsBefore)
  expect(await migrate(ownerUrl)).toContain('0026-the-sequencer-alone')
  expect(await app.selectFrom('register_entry').select(['programme', 'entry']).execute()).toEqual([
    {
      programme: 'gasme',
      entry: { kind: 'organisation', id: 'o-programme', name: { en: 'The programme', local: '项目' }, country: 'US' },
    },
  ])
  expect(await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })).toMatchObject({ size: 4 })
  expect((await stateAt(app, 4)).map(({ record }) => record)).toEqual([
    `history ${yueqing} run-1 ${sha256}`,
    expect.stringMatching(new RegExp(`^stream ${yueqing} 4 `)),
  ])
  expect(await sealedHistories(app)).toMatchObject([{ run: 'run-1', sha256, seal: '' }])
  await recordEntries(app, requestOf({ name: 'a fifth', after: 4, events: [{ type: 'cancel_refused' }] }))
  await expect(makeCheckpoint(app, { signers: [signer], atOnce: true })).rejects.toThrow('permission denied')
  expect(await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })).toMatchObject({ size: 5 })
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import { connect } from '../../db/connect.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { verifyStream } from '../../db/ledger.js'
import type { Head } from '../../db/ledger.js'
import { logRefusedAttempt } from '../../db/writes/refused-attempts.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { on } from './acts/act.js'
import { overThePast } from './acts/on-the-server.js'
import { foundProgramme, handInDossier, nominate, yueqing } from './an-example.js'
import { defined } from '../../domain/values/defined.js'

let database: TestDatabase
let app: Kysely<Database>
let sequencer: Kysely<Database>
let owner: Kysely<Database>
let reader: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('append only')
  app = connect(database.appUrl)
  sequencer = connect(database.sequencerUrl)
  owner = connect(database.ownerUrl)
  reader = connect(database.readerUrl)
  await foundProgramme(app)
  await nominate(app)
  await recordEntries(app, handInDossier())
  const at = '2027-01-05T09:00:00.000Z'
  await logRefusedAttempt(app, { at, route: 'POST /bases', code: 'not_your_role', detail: {} })
  await makeCheckpoint(sequencer, { signers: [readSigner(makeSignerKey('example.org/gasme'))], atOnce: true })
})

afterAll(async () => {
  await Promise.all([app.destroy(), sequencer.destroy(), owner.destroy(), reader.destroy()])
  await database.drop()
})

const run = (db: Kysely<Database>, text: string) => db.executeQuery(CompiledQuery.raw(text))

test('what is refused is refused for being tried, not for being wrongly written: the owner, with triggers off, could', async () => {
  const tables = ['ledger_entry', 'ledger_head', 'ledger_leaf', 'checkpoint']
  for (const { text } of overThePast) {
    const undone = owner.transaction().execute(async (trx) => {
      for (const table of tables) await run(trx, `alter table ${table} disable trigger all`)
      const { numAffectedRows } = await run(trx, on(text, { stream: yueqing, honest: yueqing }))
      throw new Error(`undo ${numAffectedRows}`)
    })
    await expect(undone).rejects.toThrow(/^undo [1-9]/)
  }
})

test.each([`insert into slot values ('gasme', 1, null)`, `update person set email = null`, `delete from letter`])(
  'a reader may not: %s',
  async (text) => {
    await expect(run(reader, text)).rejects.toThrow('permission denied')
  },
)

test('a reader may read the ledger', async () => {
  expect(await verifyStream(reader, { stream: yueqing })).toMatchObject({ sound: true, head: { seq: 7 } })
})

test.each([
  `update ledger_entry set actor = 'x'`,
  `delete from ledger_entry`,
  `truncate ledger_entry`,
  `update checkpoint set note = ''`,
  `delete from ledger_leaf`,
  `truncate ledger_node`,
  `delete from ledger_head`,
  `truncate access_log`,
  `truncate refused_attempt`,
  `truncate scan`,
  `delete from refused_attempt`,
])('the owner is stopped as well while the triggers are on: %s', async (text) => {
  await expect(run(owner, text)).rejects.toThrow('append-only')
})

/** Does something as the owner with the triggers off, and undoes it after the check. */
const tampered = async (text: string, head?: Head) => {
  let verdict: unknown
  const undone = owner.transaction().execute(async (trx) => {
    await run(trx, 'alter table ledger_entry disable trigger all; alter table ledger_head disable trigger all')
    await run(trx, text)
    verdict = await verifyStream(trx, { stream: yueqing, ...defined({ head: head ? head : undefined }) })
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  return verdict
}

test.each([
  ['another actor', `update ledger_entry set actor = 'p-PD' where seq = 4`, { seq: 4, fault: 'changed_entry' }],
  [
    'another time',
    `update ledger_entry set occurred_at = occurred_at + interval '1 hour' where seq = 2`,
    { seq: 2, fault: 'changed_entry' },
  ],
  [
    'another payload',
    `update ledger_entry set payload = payload || '{"option":"no"}' where seq = 4`,
    { seq: 4, fault: 'changed_text' },
  ],
  ['an entry taken out', `delete from ledger_entry where seq = 3`, { seq: 3, fault: 'missing_entry' }],
  ['the tail cut', `delete from ledger_entry where seq = 7`, { seq: 7, fault: 'missing_entry' }],
  ['all of it gone', `delete from ledger_entry`, { seq: 1, fault: 'missing_entry' }],
])(
  'an owner who switches the triggers off can change the ledger, and the check names where: %s',
  async (_, text, found) => {
    expect(await tampered(text)).toEqual({ sound: false, ...found })
  },
)

test('a tail cut together with the head row shows only against a head that was kept elsewhere', async () => {
  const printed = await app
    .selectFrom('ledger_head')
    .select(['seq', 'hash'])
    .where('stream', '=', yueqing)
    .executeTakeFirstOrThrow()
  const cut = `delete from ledger_entry where seq = 7;
    update ledger_head set seq = 6, hash = (select hash from ledger_entry where seq = 6) where stream = '${yueqing}'`
  expect(await tampered(cut)).toMatchObject({ sound: true, head: { seq: 6 } })
  expect(await tampered(cut, printed)).toEqual({ sound: false, seq: 7, fault: 'missing_entry' })
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import { connect } from '../../db/connect.js'
import { verifyStream } from '../../db/ledger.js'
import type { Head } from '../../db/ledger.js'
import { recordEntries } from '../../db/record.js'
import type { Database } from '../../db/schema.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { foundProgramme, handInDossier, nominate, yueqing } from './an-example.js'

let database: TestDatabase
let app: Kysely<Database>
let owner: Kysely<Database>
let reader: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('append only')
  app = connect(database.appUrl)
  owner = connect(database.ownerUrl)
  reader = connect(database.readerUrl)
  await foundProgramme(app)
  await nominate(app)
  await recordEntries(app, handInDossier())
})

afterAll(async () => {
  await Promise.all([app.destroy(), owner.destroy(), reader.destroy()])
  await database.drop()
})

const run = (db: Kysely<Database>, text: string) => db.executeQuery(CompiledQuery.raw(text))

const bypasses = [
  `update ledger_entry set actor = 'p-PD' where seq = 4`,
  `delete from ledger_entry where seq = 7`,
  `truncate ledger_entry`,
  `insert into ledger_entry select * from ledger_entry where seq = 1 on conflict (stream, seq) do update set actor = 'x'`,
  `merge into ledger_entry using (select 1) one on seq = 4 when matched then delete`,
  `with cut as (delete from ledger_entry returning seq) select * from cut`,
  `alter table ledger_entry disable trigger all`,
  `alter table ledger_entry disable trigger ledger_entry_rows`,
  `drop trigger ledger_entry_rows on ledger_entry`,
  `create or replace function ledger_is_append_only() returns trigger language plpgsql as $$ begin return old; end $$`,
  `create rule cut as on insert to ledger_entry do instead nothing`,
  `set session_replication_role = replica`,
  `set role cornerstone_owner`,
  `alter table ledger_entry owner to cornerstone_app`,
  `grant delete on ledger_entry to cornerstone_app; delete from ledger_entry`,
  `drop table ledger_entry`,
  `create table inheriting () inherits (ledger_entry)`,
  `delete from ledger_head`,
  `create function public.mine() returns int language sql security definer as 'select 1'`,
  `create schema mine`,
]

test.each(bypasses)('the program may not: %s', async (text) => {
  await expect(run(app, text)).rejects.toThrow(/permission denied|must be owner|append-only/)
  expect(await verifyStream(app, { stream: yueqing })).toMatchObject({ sound: true, head: { seq: 7 } })
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

test.each([`update ledger_entry set actor = 'x'`, `delete from ledger_entry`, `truncate ledger_entry`])(
  'the owner is stopped as well while the triggers are on: %s',
  async (text) => {
    await expect(run(owner, text)).rejects.toThrow('append-only')
  },
)

/** Does something as the owner with the triggers off, and undoes it after the check. */
const tampered = async (text: string, head?: Head) => {
  let verdict: unknown
  const undone = owner.transaction().execute(async (trx) => {
    await run(trx, 'alter table ledger_entry disable trigger all')
    await run(trx, text)
    verdict = await verifyStream(trx, { stream: yueqing, ...(head && { head }) })
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

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import { connect } from '../../db/connect.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { verifyStream } from '../../db/ledger.js'
import type { Head } from '../../db/ledger.js'
import { logRefusedAttempt } from '../../db/writes/refused-attempts.js'
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
  const at = '2027-01-05T09:00:00.000Z'
  await logRefusedAttempt(app, { at, route: 'POST /bases', code: 'not_your_role', detail: {} })
  await makeCheckpoint(app, { signers: [readSigner(makeSignerKey('example.org/gasme'))], atOnce: true })
})

afterAll(async () => {
  await Promise.all([app.destroy(), owner.destroy(), reader.destroy()])
  await database.drop()
})

const run = (db: Kysely<Database>, text: string) => db.executeQuery(CompiledQuery.raw(text))

/** Twenty ways round append-only, and more (reliability.md A1); each is tried as the program's own role. */
const bypasses = [
  `update ledger_entry set actor = 'p-PD' where seq = 4`,
  `delete from ledger_entry where seq = 7`,
  `truncate ledger_entry`,
  `insert into ledger_entry select * from ledger_entry where seq = 1 on conflict (stream, seq) do update set actor = 'x'`,
  `merge into ledger_entry using (select 1) one on seq = 4 when matched then delete`,
  `with cut as (delete from ledger_entry returning seq) select * from cut`,
  `copy ledger_entry from program 'true'`,
  `alter table ledger_entry disable trigger all`,
  `alter table ledger_entry disable trigger ledger_entry_rows`,
  `drop trigger ledger_entry_rows on ledger_entry`,
  `create or replace function ledger_is_append_only() returns trigger language plpgsql as $$ begin return old; end $$`,
  `create rule cut as on insert to ledger_entry do instead nothing`,
  `create trigger mine before insert on ledger_entry for each row execute function slot_is_held()`,
  `set session_replication_role = replica`,
  `set role cornerstone_owner`,
  `alter table ledger_entry owner to cornerstone_app`,
  `grant delete on ledger_entry to cornerstone_app; delete from ledger_entry`,
  `drop table ledger_entry`,
  `create table inheriting () inherits (ledger_entry)`,
  `alter table ledger_entry add foreign key (stream) references ledger_head on delete cascade`,
  `create function public.mine() returns int language sql security definer as 'select 1'`,
  `create schema mine`,
  `select lo_import('/etc/hostname')`,
  `alter table ledger_entry rename to ledger_entry_old`,
  // Another past beside the chain, or a hole in it.
  `insert into ledger_entry select stream, 8, type, schema_version, payload, canonical, actor, on_behalf_of, role, channel,
    effective_on, occurred_at, recorded_at, 'forged', workflow_run, rules_version, prev_hash, hash
    from ledger_entry where stream = '${yueqing}' and seq = 4`,
  `insert into ledger_entry select stream, 9, type, schema_version, payload, canonical, actor, on_behalf_of, role, channel,
    effective_on, occurred_at, recorded_at, 'forged', workflow_run, rules_version, hash, hash
    from ledger_entry where stream = '${yueqing}' and seq = 7`,
  // The head, the order, the tree and the checkpoints.
  `update ledger_head set seq = 6, hash = (select hash from ledger_entry where seq = 6)`,
  `delete from ledger_head`,
  `truncate ledger_head`,
  `insert into ledger_head values ('another', 3, repeat('a', 64))`,
  `update ledger_leaf set index = 99 where index = 0`,
  `delete from ledger_leaf`,
  `insert into ledger_leaf values (99, 'another', 1)`,
  `update ledger_node set hash = repeat('a', 64)`,
  `truncate ledger_node`,
  `update checkpoint set note = ''`,
  `delete from checkpoint`,
  `insert into checkpoint values (99, repeat('a', 64), repeat('a', 64), now(), 'a tree that is larger than the order')`,
  `insert into checkpoint values (2, repeat('a', 64), repeat('a', 64), now(), 'a tree that is smaller than the last')`,
  `delete from checkpoint_key`,
  `update checkpoint_record set record = ''`,
  `delete from sealed_history`,
  // What was refused, who saw what, and the scans acts on paper rest on.
  `update access_log set person = 'x'`,
  `delete from access_log`,
  `truncate access_log`,
  `alter table access_log disable trigger all`,
  `update refused_attempt set actor = null`,
  `delete from refused_attempt`,
  `truncate refused_attempt`,
  `update scan set media = 'image/png'`,
  `delete from scan`,
]

test.each(bypasses)('the program may not: %s', async (text) => {
  await expect(run(app, text)).rejects.toMatchObject({ code: '42501' })
  expect(await verifyStream(app, { stream: yueqing })).toMatchObject({ sound: true, head: { seq: 7 } })
})

test('what is refused is refused for being tried, not for being wrongly written: the owner, with triggers off, could', async () => {
  const could = [bypasses[0], bypasses[1], bypasses[24], bypasses[26], bypasses[30], bypasses[35], bypasses[38]]
  const tables = ['ledger_entry', 'ledger_head', 'ledger_leaf', 'checkpoint']
  for (const text of could) {
    const undone = owner.transaction().execute(async (trx) => {
      for (const table of tables) await run(trx, `alter table ${table} disable trigger all`)
      const { numAffectedRows } = await run(trx, text ?? '')
      throw new Error(`undo ${numAffectedRows}`)
    })
    await expect(undone).rejects.toThrow(/^undo [1-9]/)
  }
})

test('twenty ways and more were tried', () => {
  expect(new Set(bypasses).size).toBeGreaterThanOrEqual(20)
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
  ...[`update ledger_entry set actor = 'x'`, `delete from ledger_entry`, `truncate ledger_entry`],
  ...[`update checkpoint set note = ''`, `delete from ledger_leaf`, `truncate ledger_node`, `delete from ledger_head`],
  ...[`truncate access_log`, `truncate refused_attempt`, `truncate scan`, `delete from refused_attempt`],
])('the owner is stopped as well while the triggers are on: %s', async (text) => {
  await expect(run(owner, text)).rejects.toThrow('append-only')
})

/** Does something as the owner with the triggers off, and undoes it after the check. */
const tampered = async (text: string, head?: Head) => {
  let verdict: unknown
  const undone = owner.transaction().execute(async (trx) => {
    await run(trx, 'alter table ledger_entry disable trigger all; alter table ledger_head disable trigger all')
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

import { acts } from './act.js'
import type { Act } from './act.js'

/** What the owner, with the guards lifted, could do to the past; nobody else. */
export const overThePast = acts([
  ['another actor of an entry', `update ledger_entry set actor = 'p-PD' where seq = 4`],
  ['an entry taken out', `delete from ledger_entry where seq = 4`],
  [
    'a head set back',
    `update ledger_head set seq = 3, hash = (select hash from ledger_entry where stream = '$stream' and seq = 3) where stream = '$stream'`,
  ],
  ['all heads gone', `delete from ledger_head`],
  ['another order', `update ledger_leaf set index = 99999 where index = 0`],
  ['a checkpoint that says nothing', `update checkpoint set note = ''`],
  ['no checkpoint', `delete from checkpoint`],
])

const record = [
  'ledger_entry',
  'ledger_head',
  'ledger_leaf',
  'ledger_node',
  'checkpoint',
  'checkpoint_record',
  'checkpoint_key',
  'checkpoint_key_note',
  'checkpoint_attestation',
  'log_place',
  'access_log',
  'refused_attempt',
  'sealed_history',
  'row_seal',
  'procedure',
  'evidence_statement',
  'scan',
]
const first: Readonly<Record<string, string>> = {
  ledger_leaf: 'index',
  ledger_node: 'level',
  checkpoint: 'size',
  checkpoint_record: 'kind',
  checkpoint_key: 'id',
  checkpoint_key_note: 'note',
  checkpoint_attestation: 'size',
  log_place: 'place',
  access_log: 'person',
  refused_attempt: 'code',
  row_seal: 'kind',
  procedure: 'id',
  evidence_statement: 'size',
  scan: 'base',
}

/** The same ways round append-only for every table of the record. */
export const roundTables: readonly Act[] = record.flatMap((table) => {
  const column = first[table] ?? 'stream'
  return acts([
    [`${table}, changed`, `update ${table} set ${column} = ${column}`],
    [`${table}, emptied`, `delete from ${table}`],
    [`${table}, cut off`, `truncate ${table} cascade`],
    [`${table}, without its guards`, `alter table ${table} disable trigger all`],
    [`${table}, gone`, `drop table ${table} cascade`],
    [`${table}, locked for all`, `lock table ${table} in access exclusive mode`],
    [`${table}, locked for writers`, `lock table ${table} in share row exclusive mode`],
    [`${table}, filled from a program`, `copy ${table} from program 'true'`],
  ])
})

/** Ways round the rights themselves. */
export const roundRights = acts([
  ['an entry taken out by a merge', `merge into ledger_entry using (select 1) one on seq = 4 when matched then delete`],
  ['an entry taken out on the way', `with cut as (delete from ledger_entry returning seq) select * from cut`],
  ['one guard lifted', `alter table ledger_entry disable trigger ledger_entry_rows`],
  ['one guard gone', `drop trigger ledger_entry_rows on ledger_entry`],
  ['another guard', `create trigger mine before insert on ledger_entry for each row execute function slot_is_held()`],
  ['guards silenced', `set session_replication_role = replica`],
  [
    'a guard that lets all pass',
    `create or replace function ledger_is_append_only() returns trigger language plpgsql as $$ begin return old; end $$`,
  ],
  [
    'a tree that is always true',
    `create or replace function ledger_root(size bigint) returns text language sql as 'select null::text'`,
  ],
  ['a guard that looks elsewhere', `alter function ledger_node_is_true() set search_path = pg_temp, public`],
  ['a guard that is gone', `drop function checkpoint_grows cascade`],
  [
    'JSON that is always plain',
    `create or replace function is_plain_json(value jsonb, octets integer) returns boolean language sql as 'select true'`,
  ],
  [
    'a function that works as its owner',
    `create function public.mine() returns int language sql security definer as 'select 1'`,
  ],
  ['a rule instead of entries', `create rule cut as on insert to ledger_entry do instead nothing`],
  ['a policy over entries', `create policy mine on ledger_entry using (true)`],
  ['policies on entries', `alter table ledger_entry enable row level security`],
  ['a condition that no entry meets', `alter table ledger_entry add check (false) not valid`],
  ['a condition less', `alter table ledger_entry drop constraint ledger_entry_is_sealed`],
  [
    'a key that takes entries along',
    `alter table ledger_entry add foreign key (stream) references ledger_head on delete cascade`,
  ],
  ['a column of one’s own', `alter table ledger_entry add column mine text`],
  ['another name for the ledger', `alter table ledger_entry rename to ledger_entry_old`],
  ['another owner of the ledger', `alter table ledger_entry owner to cornerstone_app`],
  ['a table below the ledger', `create table inheriting () inherits (ledger_entry)`],
  ['a table of one’s own', `create table mine (id int)`],
  ['a schema of one’s own', `create schema mine`],
  ['a view over the ledger', `create view mine as select * from ledger_entry`],
  ['an index on the ledger', `create unique index on ledger_entry (stream)`],
  ['the ledger put in another order', `cluster ledger_entry using ledger_entry_pkey`],
  ['the ledger’s index made anew', `reindex table ledger_entry`],
  ['a word on the ledger', `comment on table ledger_entry is 'mine'`],
  ['the ledger made known to others', `create publication mine for table ledger_entry`],
  ['an extension', `create extension dblink`],
  ['a language', `create language plpython3u`],
  ['the role of the owner', `set role cornerstone_owner`],
  ['the role of the sequencer', `set role cornerstone_sequencer`],
  ['the role of the administrator', `set session authorization postgres`],
  ['the sequencer’s rights for everybody', `grant cornerstone_sequencer to cornerstone_app`],
  ['another password of the sequencer', `alter role cornerstone_sequencer password 'mine'`],
  ['another name of the sequencer', `alter role cornerstone_sequencer rename to mine`],
  ['a sequencer that may not come in', `alter role cornerstone_sequencer nologin`],
  ['a sequencer that gives up', `alter role cornerstone_sequencer set statement_timeout = 1`],
  ['a role of one’s own', `create role mine login superuser`],
  ['all rights', `alter role cornerstone_app superuser`],
  ['what the owner owns', `reassign owned by cornerstone_owner to cornerstone_app`],
  ['all that the owner has gone', `drop owned by cornerstone_owner`],
  [
    'other rights from now on',
    `alter default privileges for role cornerstone_owner grant all on tables to cornerstone_app`,
  ],
  ['another catalogue', `update pg_catalog.pg_trigger set tgenabled = 'D'`],
  ['a file of the server', `select lo_import('/etc/hostname')`],
  ['a file of the server, read', `select pg_read_file('postgresql.conf')`],
  ['the settings read anew', `select pg_reload_conf()`],
  ['damaged pages taken for empty ones', `set zero_damaged_pages = on`],
  [
    'another setting of the database',
    `do $$ begin execute format('alter database %I set search_path = pg_temp', current_database()); end $$`,
  ],
  [
    'the database for nobody',
    `do $$ begin execute format('revoke connect on database %I from cornerstone_sequencer', current_database()); end $$; set role cornerstone_sequencer`,
  ],
  [
    'the database under another name',
    `do $$ begin execute format('alter database %I rename to mine', current_database()); end $$`,
  ],
  ['the migrations that were run', `delete from kysely_migration`],
  ['a migration that was not run', `insert into kysely_migration values ('9999-mine', now()::text)`],
])

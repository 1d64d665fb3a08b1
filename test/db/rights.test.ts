import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CompiledQuery } from 'kysely'
import type { Kysely } from 'kysely'
import { migrationsOf } from '../../db/backup/tables.js'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'

let database: TestDatabase
let owner: Kysely<Database>
beforeAll(async () => {
  database = await cloneDatabase('rights')
  owner = connect(database.ownerUrl, { max: 1 })
})
afterAll(async () => {
  await owner.destroy()
  await database.drop()
})

const run = async (text: string, parameters: readonly string[] = []): Promise<readonly string[]> => {
  const { rows } = await owner.executeQuery<{ may: string }>(CompiledQuery.raw(text, [...parameters]))
  return rows.map(({ may }) => may)
}

/** What a role may do besides reading, itself or with everybody: to tables, and to the columns of those that are not granted whole. */
const rightsOf = (role: string): Promise<readonly string[]> =>
  run(
    `with whole as (
      select table_name, privilege_type from information_schema.role_table_grants
      where grantee in ($1, 'PUBLIC') and privilege_type <> 'SELECT' and table_schema = 'public'
    ), part as (
      select table_name, privilege_type, string_agg(column_name, ', ' order by column_name) as names
      from information_schema.role_column_grants
      where grantee in ($1, 'PUBLIC') and privilege_type <> 'SELECT' and table_schema = 'public'
        and (table_name, privilege_type) not in (select table_name, privilege_type from whole)
      group by table_name, privilege_type
    )
    select table_name || ' ' || string_agg(privilege_type || coalesce(' of ' || names, ''), ', ' order by privilege_type) as may
    from (select *, null as names from whole union select * from part) as granted group by table_name order by table_name`,
    [role],
  )

test('the sequencer writes what it is for and nothing else, and takes its turn where nobody else can', async () => {
  expect(await rightsOf('cornerstone_sequencer')).toEqual([
    'checkpoint INSERT',
    'checkpoint_key INSERT',
    'checkpoint_key_note INSERT',
    'checkpoint_record INSERT',
    'evidence_statement UPDATE of note, refused',
    'ledger_leaf INSERT',
    'ledger_node INSERT',
    'log_place INSERT',
    'sequencer_turn UPDATE',
  ])
})

/** Kept as a list, so that a right that is given is seen where it is given: what it allows has to be tried in `acts/`. */
const ofTheProgram = [
  'access_log INSERT of at, kind, object, person, stream, subject',
  'act_code INSERT, UPDATE',
  'act_link INSERT, UPDATE of revoked_at, used_at, used_by',
  'api_token DELETE, INSERT, UPDATE of revoked_at, revoked_by, used_at',
  'base INSERT, UPDATE',
  'base_stage INSERT, UPDATE',
  'call INSERT, UPDATE',
  'case_key DELETE, INSERT, UPDATE',
  'checkpoint_attestation INSERT',
  'checkpoint_letter DELETE, INSERT, UPDATE',
  'checkpoint_subscription INSERT, UPDATE',
  'cluster INSERT',
  'command INSERT, UPDATE of accepted, accepted_seal, actor, answered_at, body, body_hash, outcome, outcome_seal, received_at, route, seal, sent_at, state, stream',
  'compared_run INSERT',
  'correspondence DELETE, INSERT',
  'document INSERT',
  'document_order INSERT, UPDATE',
  'draft DELETE, INSERT, UPDATE',
  'erasure INSERT, UPDATE',
  'evidence_statement INSERT of asked_at, id, kind, manifest, size, subject',
  'exhibit INSERT, UPDATE',
  'exhibit_file DELETE, INSERT, UPDATE',
  'failing_record DELETE, INSERT, UPDATE',
  'interest INSERT',
  'ledger_entry INSERT',
  'ledger_head INSERT, UPDATE of hash, seq',
  'letter INSERT, UPDATE',
  'letter_copy DELETE, INSERT, UPDATE',
  'mailbox_message DELETE, INSERT',
  'mandate INSERT, UPDATE',
  'paper_count INSERT, UPDATE',
  'paper_number INSERT',
  'passkey DELETE, INSERT, UPDATE of counter, used_at',
  'passkey_challenge DELETE, INSERT',
  'person INSERT, UPDATE',
  'person_identity DELETE, INSERT',
  'person_key DELETE, INSERT, UPDATE',
  'procedure INSERT',
  'programme INSERT, UPDATE of head_hash, head_seq, next_due_at, open_call, updated_at, waiting_list, window_ends',
  'reconciliation INSERT',
  'reconciliation_letter INSERT, UPDATE',
  'record_hold INSERT, UPDATE',
  'refused_attempt INSERT of actor, at, code, command_id, detail, route, stream',
  'register_entry INSERT, UPDATE',
  'role_model INSERT, UPDATE',
  'row_seal INSERT',
  'rules_proposal INSERT, UPDATE',
  'rules_text INSERT',
  'saved_view DELETE, INSERT, UPDATE',
  'scan INSERT',
  'sealed_history INSERT',
  'seat_proposal INSERT, UPDATE',
  'session INSERT',
  'session_rank INSERT',
  'shortlist_place INSERT',
  'sign_in DELETE, INSERT, UPDATE of ended_at, seen_at',
  'sign_in_begun DELETE, INSERT',
  'slot INSERT, UPDATE',
  'slot_offer INSERT, UPDATE',
  'step INSERT, UPDATE',
  'step_act INSERT',
  'text INSERT, UPDATE',
  'text_answer DELETE, INSERT, UPDATE',
  'text_item INSERT',
  'text_version INSERT',
  'third_party INSERT, UPDATE of address, answer, answered_at, asked_at, attempts, capacity, next_attempt_at, own_number, response, seal, state, token_hash, until',
  'webhook INSERT, UPDATE of ended_at, ended_by, seen',
  'webhook_delivery DELETE, INSERT, UPDATE of answered_at, attempts, next_attempt_at, response, state',
  'witnessed_log INSERT, UPDATE',
]

test('the program adds to the record and to its logs, changes what is shown, and takes away what lies on its way', async () => {
  expect(await rightsOf('cornerstone_app')).toEqual(ofTheProgram)
})

test('what only looks writes nothing, and nobody has the rights of another', async () => {
  expect(await rightsOf('cornerstone_reader')).toEqual([])
  const members = `select member::regrole || ' as ' || roleid::regrole as may from pg_auth_members
    where member::regrole::text like 'cornerstone%'`
  expect(await run(members)).toEqual(['cornerstone_sequencer as pg_use_reserved_connections'])
})

test('one column more is seen, whatever its table, and so is what everybody is given', async () => {
  await run('begin')
  await run('grant update (note) on checkpoint to cornerstone_sequencer')
  await run('grant update (body) on procedure to public')
  expect(await rightsOf('cornerstone_sequencer')).toEqual(
    expect.arrayContaining(['checkpoint INSERT, UPDATE of note', 'procedure UPDATE of body']),
  )
  expect(await rightsOf('cornerstone_app')).toContain('procedure INSERT, UPDATE of body')
  await run('rollback')
})

test('every migration that lies here is one that runs', async () => {
  const lying = (await readdir('db/migrations')).map((file) => file.replace('.sql', '')).toSorted()
  expect(await migrationsOf(owner)).toEqual(lying)
})

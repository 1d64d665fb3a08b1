import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { connect } from '../../db/connect.js'
import { letterKinds } from '../../domain/letters/letters.js'
import type { Database } from '../../db/schema.js'
import { accessKinds } from '../../domain/access.js'
import { interestKinds } from '../../domain/values/interest-kind.js'
import { documentKinds } from '../../domain/document-kind.js'
import { offerEnds } from '../../domain/events/waiting-list.js'
import { holdStates } from '../../domain/events/records.js'
import { voidCauses } from '../../domain/events/returning.js'
import { stages, statuses } from '../../domain/lifecycle.js'
import { locales } from '../../domain/locale.js'
import { reasonCodes } from '../../domain/reason-code.js'
import { exhibitReaders, exhibitStatuses, scanResults } from '../../domain/exhibits/exhibit.js'
import { scanMedia } from '../../domain/scan.js'
import { registerKinds } from '../../domain/register.js'
import { roleCodes } from '../../domain/role.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { tablesAsTyped } from './tables-as-typed.js'

let database: TestDatabase
let db: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('drift')
  db = connect(database.ownerUrl)
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const tablesAsMigrated = async () => {
  const tables = await db.introspection.getTables()
  return Object.fromEntries(
    tables.map(({ name, columns }) => [
      name,
      Object.fromEntries(columns.map((column) => [column.name, { nullable: column.isNullable }])),
    ]),
  )
}

test('the tables, columns and nulls of the types are those of the migrated database, both ways', async () => {
  const typed = tablesAsTyped()
  expect(Object.keys(typed)).toHaveLength(59)
  expect(await tablesAsMigrated()).toEqual(typed)
})

test('the comparison notices a column that was added behind the types', async () => {
  await sql`alter table slot add column since date`.execute(db)
  expect(await tablesAsMigrated()).not.toEqual(tablesAsTyped())
  await sql`alter table slot drop column since`.execute(db)
})

/** The words of every check of the form `column in (…)`, by table and column. */
const wordsAsMigrated = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows } = await sql<{ place: string; definition: string }>`
    select conrelid::regclass || '.' || attname as place, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where contype = 'c' and connamespace = 'public'::regnamespace and pg_get_constraintdef(pg_constraint.oid) like '%ARRAY[%'`.execute(
    db,
  )
  return new Map(
    rows.map(({ place, definition }) => [
      place,
      [...definition.matchAll(/'([^']+)'::text/g)].map(([, word = '']) => word),
    ]),
  )
}

const lists: readonly { readonly words: readonly string[]; readonly places: readonly string[] }[] = [
  { words: stages, places: ['base.stage', 'base_stage.stage'] },
  { words: statuses, places: ['base.status', 'base_stage.outcome'] },
  { words: reasonCodes, places: ['base.code', 'base_stage.code', 'step.code', 'step_act.code'] },
  { words: roleCodes, places: ['mandate.role', 'ledger_entry.role', 'step.role', 'step_act.role'] },
  { words: documentKinds, places: ['document_order.kind', 'document.kind'] },
  { words: letterKinds, places: ['letter.kind'] },
  { words: interestKinds, places: ['interest.kind'] },
  { words: ['open', 'accepted', ...offerEnds], places: ['slot_offer.state'] },
  { words: exhibitStatuses, places: ['exhibit.status'] },
  { words: exhibitReaders, places: ['exhibit.readers'] },
  { words: scanResults, places: ['exhibit.scan'] },
  { words: registerKinds, places: ['register_entry.kind'] },
  { words: holdStates, places: ['record_hold.state'] },
  { words: voidCauses, places: ['step.voided'] },
  { words: accessKinds, places: ['access_log.kind'] },
  { words: scanMedia, places: ['scan.media'] },
  { words: locales, places: ['person.language', 'letter.language', 'document.language'] },
]

test.each(lists.flatMap(({ words, places }) => places.map((place) => ({ place, words }))))(
  'the words $place accepts are those of the domain, both ways',
  async ({ place, words }) => {
    const found = (await wordsAsMigrated()).get(place) ?? []
    expect([...found].sort()).toEqual([...words].sort())
  },
)

test('every list of words in the database is one of the domain or one of the few of its own', async () => {
  const own = [
    'programme.procedure',
    'procedure.id',
    'rules_proposal.procedure',
    'call.state',
    'ledger_entry.channel',
    'base.colour',
    'step.side',
    'step.how',
    'command.state',
    'letter.state',
    'checkpoint_attestation.kind',
    'checkpoint_record.kind',
    'log_place.log',
    'evidence_statement.kind',
    'checkpoint_letter.state',
    'reconciliation_letter.state',
    'row_seal.kind',
    'exhibit_file.destroyed_for',
    'exhibit_file.state',
    'exhibit_file.key_of',
  ]
  const known = [...own, ...lists.flatMap(({ places }) => places)]
  expect([...(await wordsAsMigrated()).keys()].sort()).toEqual(known.sort())
})

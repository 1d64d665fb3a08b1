import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { roleCodes, roles } from '../../domain/role.js'
import { acceptWords, programmeWordLists } from '../../db/accepted-words.js'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { accessKinds, signInMeans } from '../../domain/access.js'
import { interestKinds } from '../../domain/values/interest-kind.js'
import { offerEnds } from '../../domain/events/waiting-list.js'
import { holdStates } from '../../domain/events/records.js'
import { voidCauses } from '../../domain/events/returning.js'
import { thirdPartyAnswers } from '../../domain/third-parties.js'
import { locales } from '../../domain/locale.js'
import { exhibitReaders, exhibitStatuses, scanResults } from '../../domain/exhibits/exhibit.js'
import { scanMedia } from '../../domain/scan.js'
import { registerKinds } from '../../domain/register.js'
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
  expect(Object.keys(typed)).toHaveLength(77)
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
    where contype = 'c' and array_length(conkey, 1) = 1 and connamespace = 'public'::regnamespace
      and pg_get_constraintdef(pg_constraint.oid) like '%ARRAY[%'`.execute(db)
  return new Map(
    rows.map(({ place, definition }) => [
      place,
      [...definition.matchAll(/'([^']+)'::text/g)].map(([, word = '']) => word),
    ]),
  )
}

const lists: readonly { readonly words: readonly string[]; readonly places: readonly string[] }[] = [
  ...programmeWordLists
    .filter(({ without }) => without === undefined)
    .map(({ words, columns }) => ({ words, places: columns })),
  { words: interestKinds, places: ['interest.kind'] },
  { words: ['open', 'accepted', ...offerEnds], places: ['slot_offer.state'] },
  { words: exhibitStatuses, places: ['exhibit.status'] },
  { words: exhibitReaders, places: ['exhibit.readers'] },
  { words: scanResults, places: ['exhibit.scan'] },
  { words: registerKinds, places: ['register_entry.kind'] },
  { words: holdStates, places: ['record_hold.state'] },
  { words: voidCauses, places: ['step.voided'] },
  { words: accessKinds, places: ['access_log.kind'] },
  { words: signInMeans, places: ['sign_in.means'] },
  { words: scanMedia, places: ['scan.media'] },
  { words: locales, places: ['person.language', 'letter.language', 'document.language', 'third_party.language'] },
  { words: thirdPartyAnswers, places: ['third_party.answer'] },
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
    'call.state',
    'ledger_entry.channel',
    'step.side',
    'step.how',
    'command.state',
    'letter.state',
    'checkpoint_attestation.kind',
    'checkpoint_record.kind',
    'log_place.log',
    'paper_count.series',
    'evidence_statement.kind',
    'act_code.state',
    'third_party.state',
    'checkpoint_letter.state',
    'reconciliation_letter.state',
    'row_seal.kind',
    'saved_view.page',
    'webhook_delivery.state',
    'exhibit_file.destroyed_for',
    'exhibit_file.state',
    'exhibit_file.key_of',
    'text_item.kind',
    'text_item.seen_by',
    'text_item.side',
  ]
  const known = [...own, ...lists.flatMap(({ places }) => places)]
  expect([...(await wordsAsMigrated()).keys()].sort()).toEqual(known.sort())
})

test('a role that is held for one base is accepted with a base of its programme alone, and any other without one too', async () => {
  await sql`insert into programme (id, label, namespace, rehearsal, procedure, created_at, updated_at)
    values ('gasme', '{"en":"Real programme","zh-CN":"正式项目"}', 'n', false, 'full', '2026-01-01', '2026-01-01')`.execute(
    db,
  )
  const isAccepted = async ({ role, base }: { role: string; base: string | null }): Promise<boolean> => {
    try {
      await sql`insert into mandate (id, programme, base, person, organisation, role, from_at)
        values (${`m-${role}-${base}`}, 'gasme', ${base}, 'p-1', 'o-1', ${role}, '2026-01-01')`.execute(db)
      return true
    } catch {
      return false
    }
  }
  for (const role of roleCodes) {
    expect([role, await isAccepted({ role, base: null })]).toEqual([role, !roles[role].perBase])
    expect([role, await isAccepted({ role, base: 'gasme-C09-yueqing-1' })]).toEqual([role, true])
    expect([role, await isAccepted({ role, base: 'rhother-C09-yueqing-1' })]).toEqual([role, false])
  }
})

test('a word that the tables do not know is accepted once the database is brought up to date, and no word beside it', async () => {
  await sql`alter table letter drop constraint letter_kind_is_a_word, add constraint letter_kind_is_a_word
    check (kind in ('step_opened', 'of_an_older_program'))`.execute(db)
  const untouched = await checkOids()
  await acceptWords(db)
  const letters = programmeWordLists.find(({ columns }) => columns.includes('letter.kind'))?.words ?? []
  expect([...((await wordsAsMigrated()).get('letter.kind') ?? [])].sort()).toEqual([...letters].sort())
  expect((await checkOids()).filter(({ oid }) => !untouched.some((one) => one.oid === oid))).toMatchObject([
    { name: 'letter_kind_is_a_word' },
  ])
})

const checkOids = async () => {
  const { rows } = await sql<{ readonly name: string; readonly oid: string }>`
    select conname as name, oid::text as oid from pg_constraint where contype = 'c'`.execute(db)
  return rows
}

test('a word that stands in a row is not taken from the tables', async () => {
  await sql`alter table programme drop constraint programme_procedure_is_a_word`.execute(db)
  await sql`insert into programme (id, namespace, rehearsal, label, procedure, created_at, updated_at)
    values ('older', 'n', true, '{}', 'of_an_older_program', '2026-01-01', '2026-01-01')`.execute(db)
  await expect(acceptWords(db)).rejects.toThrow('programme_procedure_is_a_word')
  await sql`delete from programme where id = 'older'`.execute(db)
  await acceptWords(db)
  expect([...(await wordsAsMigrated()).keys()]).toContain('programme.procedure')
})

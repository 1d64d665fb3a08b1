import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { askingRows, readerOfRows } from '../../db/rows-of-the-reader.js'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { saveBootstrapMandates } from '../../db/writes/people.js'
import type { Role } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import { anApi, dayOfTheApi } from './an-api.js'
import type { AnApi } from './an-api.js'
import { openCall, openStep, standingBase } from './standing-rows.js'

/** What the database itself shows, whatever the program asks: nothing of the program's own sight is at work here. */
let api: AnApi
let db: Kysely<Database>
let here: string
let there: string

beforeAll(async () => {
  api = await anApi('rows of the reader')
  db = api.parts.db
  await openCall(api, 'call-1')
  here = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  there = await standingBase(api, { cluster: 'C10-hangji', recordHash: 'c'.repeat(64) })
  await openStep(api, { base: here, key: '1.4a', role: 'SO' })
  await openStep(api, { base: there, key: '1.4a', role: 'SO' })
  await seats([
    { person: 'r-place', role: 'LG', base: here },
    { person: 'r-office', role: 'PM' },
    { person: 'r-ended', role: 'PM', until: '2026-03-01T00:00:00.000Z' },
    { person: 'r-to-come', role: 'PM', from: '2999-01-01T00:00:00.000Z' },
    { person: 'r-revoked', role: 'PM' },
    { person: 'r-interested', role: 'PM' },
  ])
  await db.updateTable('mandate').set({ revoked_at: dayOfTheApi }).where('person', '=', 'r-revoked').execute()
  const declared = { person: 'r-interested', kind: 'direct', declared_seq: 3, declared_at: dayOfTheApi } as const
  await db
    .insertInto('interest')
    .values({ base: here, ...declared })
    .execute()
}, 60_000)
afterAll(async () => await api.close())

interface Seat {
  readonly person: string
  readonly role: Role
  readonly base?: string
  readonly from?: string
  readonly until?: string
}

const seats = async (given: readonly Seat[]): Promise<void> =>
  await saveBootstrapMandates(db, {
    programme: 'gasme',
    mandates: given.map(({ person, role, base, from = '2026-01-01T00:00:00.000Z', until }) => ({
      id: `m-${person}`,
      person,
      organisation: 'o-office',
      role,
      from,
      ...defined({ base, until }),
    })),
  })

/** The bases whose rows somebody is shown, in a table that every base has rows in, without asking for any of them. */
const shownTo = async (person: string, table: 'base' | 'step' = 'base'): Promise<readonly string[]> =>
  await askingRows({ reader: readerOfRows(person, new Date(dayOfTheApi)) }, async () => {
    const column = sql.ref(table === 'base' ? 'id' : 'base')
    const { rows } = await sql<{
      of: string
    }>`select distinct ${column} as of from ${sql.table(table)} order by 1`.execute(db)
    return rows.map(({ of }) => of)
  })

test.each([
  ['r-place', 'a seat of one base', () => [here]],
  ['r-office', 'a seat of the programme', () => [here, there]],
  ['r-ended', 'a seat that ended', () => []],
  ['r-to-come', 'a seat that has not begun', () => []],
  ['r-revoked', 'a seat that was revoked', () => []],
  ['r-nobody', 'no seat', () => []],
  ['r-interested', 'a seat of the programme and an interest in one base', () => [there]],
] as const)('%s, with %s, is shown the rows that reaches', async (person, _, reached) => {
  expect(await shownTo(person)).toEqual(reached())
  expect(await shownTo(person, 'step')).toEqual(reached())
})

test('the entries of a programme are for its own side', async () => {
  const streamsFor = async (person: string) =>
    await askingRows({ reader: readerOfRows(person, new Date(dayOfTheApi)) }, async () =>
      (await db.selectFrom('ledger_entry').select('stream').distinct().execute()).map(({ stream }) => stream),
    )
  expect(await streamsFor('r-office')).toEqual(['gasme'])
  expect(await streamsFor('r-place')).toEqual([])
})

test('a connection that served one reader serves the next one, and a process without readers sees all: the twin', async () => {
  const one = connect(api.parts.config.DATABASE_URL, { max: 1, forReaders: true })
  const count = async () => (await one.selectFrom('base').select('id').execute()).length
  const as = (person: string) => ({ reader: readerOfRows(person, new Date(dayOfTheApi)) })
  try {
    expect(await askingRows(as('r-place'), count)).toBe(1)
    expect(await askingRows(as('r-nobody'), count)).toBe(0)
    expect(await count()).toBe(2)
    expect(
      await askingRows(
        as('r-place'),
        async () =>
          await one.transaction().execute(async (trx) => await trx.selectFrom('step').select('base').execute()),
      ),
    ).toEqual([{ base: here }])
  } finally {
    await one.destroy()
  }
  const plain = connect(api.parts.config.DATABASE_URL, { max: 1 })
  expect(
    await askingRows(as('r-nobody'), async () => (await plain.selectFrom('base').select('id').execute()).length),
  ).toBe(2)
  await plain.destroy()
})

/** Tables that tell of bases and stand outside the backstop, with the reason. */
const outside: Readonly<Record<string, string>> = {
  act_link: 'found by the token of a letter, before anybody is known',
  case_key: 'a key without what it opens',
  interest: 'says what is closed; asked by the functions of the backstop',
  mandate: 'says what is reached; asked by the functions of the backstop',
  record_hold: 'kept by a programme over its people',
  slot: 'places of a programme; whose they are it publishes',
  slot_offer: 'places of a programme',
  shortlist_place: 'places of a programme',
  session_rank: 'places of a programme',
  role_model: 'places of a programme',
  ledger_head: 'numbers and hashes alone',
  ledger_leaf: 'numbers and hashes alone',
  sealed_history: 'written by the sequencer, sealed',
  compared_run: 'of the witnesses, numbers alone',
  failing_record: 'for the keepers of the house',
  refused_attempt: 'attempts on what was not there too',
  webhook_delivery: 'ids and kinds alone, for who keeps the people of a programme',
  access_log: 'who looked at what is not there too',
}

test('each table with a base or a stream in it stands behind the backstop, or says why not', async () => {
  const { rows } = await sql<{ name: string; secured: boolean; policies: number }>`
    select class.relname as name, class.relrowsecurity as secured,
      (select count(*)::int from pg_policies where tablename = class.relname and cmd = 'SELECT' and qual like '%bases_in_reach%') as policies
    from pg_class class
    where class.relnamespace = 'public'::regnamespace and class.relkind = 'r' and (class.relname = 'base' or exists (
      select from pg_attribute where attrelid = class.oid and attname in ('base', 'stream') and not attisdropped))
    order by 1`.execute(db)
  const open = rows.filter(({ secured, policies }) => !secured || policies !== 1).map(({ name }) => name)
  expect(open.filter((name) => outside[name] === undefined)).toEqual([])
  expect(Object.keys(outside).filter((name) => !open.includes(name))).toEqual([])
  expect(rows.length - open.length).toBeGreaterThan(15)
})

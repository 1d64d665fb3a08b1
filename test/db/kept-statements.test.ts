import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { createNames, kept } from '../../db/kept-statements.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { mandatesOf } from '../../db/reads/people.js'
import type { Database } from '../../db/schema.js'
import { receiveCommand } from '../../db/writes/commands.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { foundProgramme, nominate, requestOf, yueqing } from './an-example.js'

let database: TestDatabase
/** One connection, so that what it keeps can be asked of it. */
let db: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('kept statements')
  db = connect(database.appUrl, { max: 1 })
  await foundProgramme(db)
  await nominate(db)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

interface Kept {
  readonly statement: string
  readonly used: number
}

const keptNow = async (): Promise<readonly Kept[]> => {
  const { rows } = await sql<Kept>`
    select statement, (generic_plans + custom_plans)::int as used from pg_prepared_statements`.execute(db)
  return rows
}

/** Records something that says nothing, after so many entries. */
const recordAfter = (after: number) =>
  recordEntries(db, requestOf({ name: `after ${after}`, after, events: [{ type: 'cancel_refused' }] }))

test('what each decision asks and writes is prepared once on a connection and used again', async () => {
  for (const after of [3, 4, 5]) await recordAfter(after)
  const statements = await keptNow()
  const usesOf = (part: string) =>
    statements.filter(({ statement }) => statement.includes(part)).map(({ used }) => used)
  expect(usesOf('for update')).toEqual([3])
  expect(Math.max(...usesOf('insert into "ledger_entry"'))).toBe(3)
})

test('the note of a command and the mandates of its sender are prepared too', async () => {
  const note = { stream: yueqing, route: 'POST /decisions', actor: 'p-LG', bodyHash: 'b'.repeat(64), body: {} }
  await receiveCommand(db, { ...note, id: '00000000-0000-4000-8000-00000000000a' })
  await mandatesOf(db, { person: 'p-LG' })
  const statements = (await keptNow()).map(({ statement }) => statement)
  expect(statements.filter((text) => text.includes('insert into command'))).toHaveLength(1)
  expect(statements.filter((text) => text.includes('from "mandate"'))).toHaveLength(1)
})

test('a column that is added under a running process does not break what it keeps', async () => {
  const everyColumn = sql`${kept} select * from mandate`
  await everyColumn.execute(db)
  const owner = connect(database.ownerUrl, { max: 1 })
  for (const table of ['ledger_entry', 'ledger_head', 'mandate', 'command', 'base'])
    await sql`alter table ${sql.table(table)} add column later text`.execute(owner)
  await owner.destroy()
  await expect(recordAfter(6)).resolves.toMatchObject({ kind: 'recorded', head: 7 })
  await expect(mandatesOf(db, { person: 'p-LG' })).resolves.toHaveLength(1)
  // Which is why nothing that is kept asks for every column.
  await expect(everyColumn.execute(db)).rejects.toThrow('cached plan must not change result type')
})

test('a statement that is not marked is not kept, and no more than so many texts are', () => {
  const nameOf = createNames(2)
  const names = ['/* kept */ select 1', '/* kept */ select 2', '/* kept */ select 3', 'select 4'].map(nameOf)
  expect(names.map((name) => name !== undefined)).toEqual([true, true, false, false])
  expect(nameOf('/* kept */ select 1')).toBe(names[0])
  expect(names[0]).not.toBe(names[1])
})

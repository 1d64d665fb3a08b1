import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { noHash } from '../ledger.js'
import type { Database } from '../schema.js'
import { tablesOf } from './tables.js'
import type { Table } from './tables.js'

type Trx = Transaction<Database>

/** Gives the rows of a table as they were dumped, a line of JSON each; undefined where there is no such table. */
export type GiveRows = (table: string) => AsyncIterable<string> | undefined

/**
 * Fills an empty database, which has had the migrations of the dump, with the rows of a dump: all of them or none. No guard
 * is switched off, so entries that do not continue their chain and checkpoints that do not grow are refused here too.
 * Refuses a database in which anything lies already.
 */
export async function loadTables(db: Kysely<Database>, give: GiveRows): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const tables = await tablesOf(trx)
    for (const { name } of tables) await mustBeEmpty(trx, name)
    for (const table of tables) {
      for await (const lines of inBatches(give(table.name) ?? none())) await fill(trx, { table, lines })
      await countOn(trx, table)
    }
  })
}

async function* none(): AsyncIterable<string> {
  // A table that came after the dump stays empty.
}

async function mustBeEmpty(trx: Trx, name: string): Promise<void> {
  const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(trx)
  if (rows.length === 0) return
  throw new Error(
    `The database is not empty: there are rows in ${name}. A backup is restored into an empty database only; make one, and name it in DATABASE_OWNER_URL.`,
  )
}

/** Rows that are written together. */
const batch = 500

async function* inBatches(lines: AsyncIterable<string>): AsyncIterable<readonly string[]> {
  let some: string[] = []
  for await (const line of lines) {
    some.push(line)
    if (some.length < batch) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

interface Filling {
  readonly table: Table
  readonly lines: readonly string[]
}

async function fill(trx: Trx, { table: { name, columns, filled }, lines }: Filling): Promise<void> {
  const into = sql.table(name)
  const named = sql.join(columns.map((column) => sql.ref(column)))
  // A JSON null is read as an empty column: in one that is never empty it was the value null.
  const values = sql.join(
    columns.map((column) =>
      filled.includes(column) ? sql`coalesce(${sql.ref(column)}, 'null'::jsonb)` : sql.ref(column),
    ),
  )
  // With its schema: PostgreSQL would take the table `text` for the type of that name.
  const row = sql.table(`public.${name}`)
  const rows = sql`jsonb_populate_recordset(null::${row}, ${`[${lines.join(',')}]`}::jsonb)`
  if (name === 'ledger_head') return await fillHeads(trx, lines)
  await sql`insert into ${into} (${named}) overriding system value select ${values} from ${rows}`.execute(trx)
}

/** A head begins before the first entry and moves on: that is its guard's rule for everybody. */
async function fillHeads(trx: Trx, lines: readonly string[]): Promise<void> {
  const heads = sql`jsonb_populate_recordset(null::ledger_head, ${`[${lines.join(',')}]`}::jsonb)`
  await sql`insert into ledger_head (stream, seq, hash) select stream, 0, ${noHash} from ${heads}`.execute(trx)
  await sql`update ledger_head set seq = given.seq, hash = given.hash from ${heads} as given
    where ledger_head.stream = given.stream and given.seq > 0`.execute(trx)
}

/** The next row that is counted comes after those that were filled in. */
async function countOn(trx: Trx, { name, counted }: Table): Promise<void> {
  if (counted === null) return
  await sql`select setval(pg_get_serial_sequence(${name}, ${counted}),
    (select coalesce(max(${sql.ref(counted)}), 0) + 1 from ${sql.table(name)}), false)`.execute(trx)
}

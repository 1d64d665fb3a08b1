import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../schema.js'
import { migrationsOf, tablesOf } from './tables.js'
import type { FilePart } from '../schema/exhibit-tables.js'
import type { Table } from './tables.js'

type Trx = Transaction<Database>

/** Takes the rows of one table, a line of JSON for each, as they come. */
export type TakeRows = (table: string, lines: AsyncIterable<string>) => Promise<void>

/** What a dump was made of. */
export interface Dumped {
  readonly migrations: readonly string[]
  /** The documents the database names, each once. */
  readonly documents: readonly string[]
  /** The parts of the files of exhibits, by their names in the store, with their size before they were sealed. */
  readonly exhibits: readonly FilePart[]
  /** Keys of the installation under which keys of persons lie. */
  readonly personKeys: readonly string[]
}

/**
 * Gives out every row of every table as one moment had them, while everybody goes on writing: all is read in one
 * transaction that sees what was committed when it began. A row is a line of JSON under the names of its columns.
 */
export const dumpTables = (db: Kysely<Database>, take: TakeRows): Promise<Dumped> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const migrations = await migrationsOf(trx)
      for (const table of await tablesOf(trx)) await take(table.name, linesOf(trx, table))
      const [documents, exhibits] = [await documentsIn(trx), await exhibitsIn(trx)]
      return { migrations, documents, exhibits, personKeys: await personKeysIn(trx) }
    })

/** Rows that are fetched together. */
const batch = 500

async function* linesOf(trx: Trx, { name, key }: Table): AsyncIterable<string> {
  const order = sql.join(key.map((column) => sql.ref(column)))
  await sql`declare rows_of_table no scroll cursor for
    select to_jsonb(one)::text as line from ${sql.table(name)} as one order by ${order}`.execute(trx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(batch)} from rows_of_table`.execute(trx)
    for (const { line } of rows) yield line
    if (rows.length < batch) break
  }
  await sql`close rows_of_table`.execute(trx)
}

/** Documents are kept before anything names them and never taken away, so each of these is in the store. */
async function documentsIn(trx: Trx): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from document union select sha256 from scan union select sha256 from sealed_history
    order by sha256`.execute(trx)
  return rows.map(({ sha256 }) => sha256)
}

/** Of files that were taken; one on its way may be begun anew, and of one that was destroyed nothing is kept. */
async function exhibitsIn(trx: Trx): Promise<readonly FilePart[]> {
  const { rows } = await sql<{ parts: readonly FilePart[] }>`
    select parts from exhibit_file where state = 'taken' order by id`.execute(trx)
  return rows.flatMap(({ parts }) => parts)
}

async function personKeysIn(trx: Trx): Promise<readonly string[]> {
  const { rows } = await sql<{ wrapped_by: string }>`
    select wrapped_by from person_key union select wrapped_by from case_key order by wrapped_by`.execute(trx)
  return rows.map(({ wrapped_by: id }) => id)
}

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'

/** A table as a backup reads and fills it. */
export interface Table {
  readonly name: string
  /** All but those the server works out by itself. */
  readonly columns: readonly string[]
  /** By what its rows are put in order: the same rows give the same file, and a chain is read from its beginning. */
  readonly key: readonly string[]
  /** A column the server counts by itself. */
  readonly counted: string | null
  /** Columns of JSON that are never empty: in them a JSON null is a value. */
  readonly filled: readonly string[]
}

/** What a guard of the ledger looks at before it lets a row in, beside what the keys of the tables say. */
const guarded: Readonly<Record<string, readonly string[]>> = {
  ledger_leaf: ['ledger_entry'],
  ledger_node: ['ledger_leaf'],
  checkpoint: ['ledger_leaf', 'ledger_node'],
  log_place: ['access_log', 'refused_attempt'],
}

/**
 * Every table of the program, in an order in which they can be filled: each after those its rows point to. Read from the
 * database itself, so that a table which a later migration adds is never forgotten.
 */
export async function tablesOf(db: Kysely<Database>): Promise<readonly Table[]> {
  const { rows } = await sql<Table & { readonly after: readonly string[] }>`
    select class.relname::text as name,
      array(select attname::text from pg_attribute where attrelid = class.oid and attnum > 0 and not attisdropped
        and attgenerated = '' order by attnum) as columns,
      array(select attname::text from pg_index
        cross join unnest(indkey) with ordinality as part (number, place)
        join pg_attribute on attrelid = indrelid and attnum = part.number
        where indrelid = class.oid and indisprimary order by part.place) as key,
      (select attname::text from pg_attribute where attrelid = class.oid and attidentity <> '') as counted,
      array(select attname::text from pg_attribute where attrelid = class.oid and attnum > 0 and not attisdropped
        and attnotnull and atttypid = 'jsonb'::regtype) as filled,
      array(select confrelid::regclass::text from pg_constraint
        where conrelid = class.oid and contype = 'f' and confrelid <> class.oid) as after
    from pg_class class
    where class.relnamespace = 'public'::regnamespace and class.relkind = 'r' and class.relname not like 'kysely\\_%'
    order by class.relname`.execute(db)
  return inOrder(rows.map((row) => ({ ...row, after: [...row.after, ...(guarded[row.name] ?? [])] })))
}

type Pointing = Table & { readonly after: readonly string[] }

/** Each after those it points to; refuses, as a defect, tables that point to each other in a circle. */
const inOrder = (tables: readonly Pointing[]): readonly Table[] => {
  const placed: Table[] = []
  const isPlaced = (name: string): boolean => placed.some((table) => table.name === name)
  let left = tables
  while (left.length > 0) {
    const next = left.filter(({ after }) => after.every(isPlaced))
    if (next.length === 0) throw new Error(`No table can be filled first: ${left.map(({ name }) => name).join(', ')}.`)
    for (const { after: _, ...table } of next) placed.push(table)
    left = left.filter(({ name }) => !isPlaced(name))
  }
  return placed
}

/** The migrations the database has had, the oldest first. */
export async function migrationsOf(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

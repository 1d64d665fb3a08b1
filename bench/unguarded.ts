import { sql, type Kysely } from 'kysely'
import type { Database } from '../db/schema.js'

/** Takes away what keeps tables as they are written: a programme that is made up at once fits none of it. By their owner alone. */
export const unguarded = async (db: Kysely<Database>): Promise<void> => {
  const { rows } = await sql<{ guarded: string }>`
    select distinct tgrelid::regclass::text as guarded from pg_trigger where not tgisinternal`.execute(db)
  for (const { guarded } of rows) await sql`alter table ${sql.table(guarded)} disable trigger user`.execute(db)
}

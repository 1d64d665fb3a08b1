import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'

/** How many entries a stream has; 0 for one that has not begun. */
export const headOf = async (db: Kysely<Database>, stream: string): Promise<number> => {
  const row = await db.selectFrom('ledger_head').select('seq').where('stream', '=', stream).executeTakeFirst()
  return row?.seq ?? 0
}

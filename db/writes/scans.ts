import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../schema.js'
import type { ScanTable } from '../schema/log-tables.js'

/** Notes that a scan was handed in for a base; the same one again changes nothing. */
export const noteScan = async (db: Kysely<Database>, scan: Insertable<ScanTable>): Promise<void> => {
  await db
    .insertInto('scan')
    .values(scan)
    .onConflict((conflict) => conflict.columns(['base', 'sha256']).doNothing())
    .execute()
}

import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../schema.js'
import type { AccessLogTable } from '../schema/log-tables.js'

/** Keeps who signed in, saw what is confidential, took something along or made a setting. A token signs in once. */
export async function logAccess(db: Kysely<Database>, access: Insertable<AccessLogTable>): Promise<void> {
  await db
    .insertInto('access_log')
    .values(access)
    // Of a sign-in alone: a number that is taken must not let a look go without a trace.
    .onConflict((conflict) => conflict.column('object').where('kind', '=', 'signed_in').doNothing())
    .execute()
}

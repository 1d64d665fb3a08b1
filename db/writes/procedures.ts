import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Procedure } from '../../domain/procedure.js'
import { canonicalText } from '../ledger.js'
import { readProcedure } from '../reads/procedures.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/**
 * Puts rule sets into the database. One that is there already must be the same: bases are pinned to it, so changed rules
 * need a version of their own, and the throw says so. New ones are in force from `at` on.
 */
export async function seedProcedures(
  db: Db,
  { procedures, at }: { procedures: readonly Procedure[]; at: Instant },
): Promise<void> {
  for (const procedure of procedures) await seedProcedure(db, { procedure, at })
}

async function seedProcedure(db: Db, { procedure, at }: { procedure: Procedure; at: Instant }): Promise<void> {
  const { id, version } = procedure
  const body = canonicalText(procedure)
  const made = await db
    .insertInto('procedure')
    .values({ id, version, body, in_force_from: at })
    .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made !== undefined) return
  const known = await readProcedure(db, { id, version })
  if (known !== undefined && canonicalText(known) !== body) {
    throw new Error(
      `Procedure ${id} ${version} is in the database with other rules. Give the changed rules a new version.`,
    )
  }
}

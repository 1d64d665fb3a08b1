import { sql, type Kysely, type Selectable } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Procedure } from '../../domain/procedure.js'
import { holdsKeys } from '../seals/installation-key.js'
import { rulesSeal } from '../seals/rules-seal.js'
import type { Database } from '../schema.js'
import type { ProcedureTable } from '../schema/programme-tables.js'

type Db = Kysely<Database>

/**
 * Puts rule sets into the database, sealed where this process holds a key. One that is there already must be the same: bases are pinned to it, so changed rules
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
  const body = JSON.stringify(procedure)
  await db
    .insertInto('procedure')
    .values({ id, version, body, in_force_from: at })
    .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
    .execute()
  const known = await db
    .selectFrom('procedure')
    .select(['in_force_from', sql<boolean>`body = ${body}::jsonb`.as('isSame')])
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (!known.isSame) {
    throw new Error(
      `Procedure ${id} ${version} is in the database with other rules. Give the changed rules a new version.`,
    )
  }
  // Whoever only brings the database up to date holds no key; the worker seals what it ships at its start.
  if (holdsKeys()) await sealRules(db, { id, version, body: procedure, in_force_from: known.in_force_from })
}

async function sealRules(db: Db, rules: Selectable<ProcedureTable>): Promise<void> {
  await db
    .insertInto('row_seal')
    .values(rulesSeal(rules))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

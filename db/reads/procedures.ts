import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Procedure } from '../../domain/procedure.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** A version of a rule set, or, where none is named, the newest in force at an instant. */
export type ProcedureAsked =
  { readonly id: Procedure['id']; readonly version: string } | { readonly id: Procedure['id']; readonly at: Instant }

/** The rule set that is asked for. Undefined when there is none. */
export const readProcedure = async (db: Db, asked: ProcedureAsked): Promise<Procedure | undefined> => {
  const query = 'at' in asked ? inForce(db, asked) : newest(db, asked.id).where('version', '=', asked.version)
  return (await query.select('body').executeTakeFirst())?.body
}

/** The newest version of a rule set in force at an instant, without its rules. Undefined when there is none. */
export const newestVersion = async (
  db: Db,
  asked: { readonly id: Procedure['id']; readonly at: Instant },
): Promise<string | undefined> => (await inForce(db, asked).select('version').executeTakeFirst())?.version

const newest = (db: Db, id: Procedure['id']) =>
  db.selectFrom('procedure').where('id', '=', id).orderBy('in_force_from', 'desc').orderBy('version', 'desc').limit(1)

const inForce = (db: Db, { id, at }: { readonly id: Procedure['id']; readonly at: Instant }) =>
  newest(db, id).where('in_force_from', '<=', at)

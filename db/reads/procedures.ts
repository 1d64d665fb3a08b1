import type { Kysely } from 'kysely'
import type { Procedure } from '../../domain/procedure.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** A rule set: the version asked for, or the newest in force. Undefined when there is none. */
export async function readProcedure(
  db: Db,
  { id, version }: { id: Procedure['id']; version?: string | undefined },
): Promise<Procedure | undefined> {
  const query = version === undefined ? inForce(db, id) : newest(db, id).where('version', '=', version)
  return (await query.select('body').executeTakeFirst())?.body
}

/** The newest version in force of a rule set, without its rules. Undefined when there is none. */
export const newestVersion = async (db: Db, { id }: { id: Procedure['id'] }): Promise<string | undefined> =>
  (await inForce(db, id).select('version').executeTakeFirst())?.version

const newest = (db: Db, id: Procedure['id']) =>
  db.selectFrom('procedure').where('id', '=', id).orderBy('in_force_from', 'desc').orderBy('version', 'desc').limit(1)

const inForce = (db: Db, id: Procedure['id']) => newest(db, id).where('in_force_from', '<=', new Date().toISOString())

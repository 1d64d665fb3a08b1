import type { Kysely } from 'kysely'
import type { Procedure } from '../../domain/procedure.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** A rule set: the version asked for, or the newest in force. Undefined when there is none. */
export async function readProcedure(
  db: Db,
  { id, version }: { id: Procedure['id']; version?: string | undefined },
): Promise<Procedure | undefined> {
  let query = db
    .selectFrom('procedure')
    .select('body')
    .where('id', '=', id)
    .orderBy('in_force_from', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
  query =
    version === undefined
      ? query.where('in_force_from', '<=', new Date().toISOString())
      : query.where('version', '=', version)
  return (await query.executeTakeFirst())?.body
}

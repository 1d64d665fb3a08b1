import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

type Db = Kysely<Database>

export interface StoredVersion {
  readonly id: ProcedureId
  readonly version: string
  readonly inForceFrom: Instant
}

/** Every stored version of the rules, the newest of each procedure first. */
export async function listProcedureVersions(db: Db): Promise<readonly StoredVersion[]> {
  const rows = await db
    .selectFrom('procedure')
    .select(['id', 'version', 'in_force_from'])
    .orderBy('id')
    .orderBy('in_force_from', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ id, version, in_force_from: inForceFrom }) => ({ id, version, inForceFrom }))
}

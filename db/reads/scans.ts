import type { BaseId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'

/** What is known of a scan of a base; undefined where nobody handed it in for this base. */
export const readScan = (db: Kysely<Database>, { base, sha256 }: { base: BaseId; sha256: string }) =>
  db.selectFrom('scan').selectAll().where('base', '=', base).where('sha256', '=', sha256).executeTakeFirst()

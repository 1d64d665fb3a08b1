import { sql, type Kysely } from 'kysely'
import type { BaseId } from '../../domain/ids.js'
import type { Database } from '../schema.js'

/** Bases of some programmes in which somebody has ever said that a decision was entered by mistake, and which are open (R17). */
export const basesWithProposedVoids = async (
  db: Kysely<Database>,
  { programmes }: { readonly programmes: readonly string[] },
): Promise<readonly BaseId[]> => {
  if (programmes.length === 0) return []
  const rows = await db
    .selectFrom('base')
    .select('base.id')
    .where('base.programme', 'in', [...programmes])
    .where('base.closed_at', 'is', null)
    .where('base.id', 'in', db.selectFrom('ledger_entry').select('stream').where('type', '=', sql.lit('void_proposed')))
    .orderBy('base.id')
    .execute()
  return rows.map(({ id }) => id)
}

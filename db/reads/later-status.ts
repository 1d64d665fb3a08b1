import { sql, type Kysely } from 'kysely'
import type { BaseId } from '../../domain/ids.js'
import type { Database } from '../schema.js'

/**
 * The last entry by which a base went on to another status after an entry; undefined where none did, or where the last of them was
 * taken back, so that the base stands where it stood.
 */
export async function laterStatus(
  db: Kysely<Database>,
  { base, seq }: { readonly base: BaseId; readonly seq: number },
): Promise<number | undefined> {
  const last = await db
    .selectFrom('ledger_entry')
    .select(['seq', 'type'])
    .where('stream', '=', base)
    .where('seq', '>', seq)
    .where('type', 'in', ['status_changed', 'effects_undone'])
    .where(sql<boolean>`payload ->> 'from' <> payload ->> 'to'`)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.type === 'status_changed' ? last.seq : undefined
}

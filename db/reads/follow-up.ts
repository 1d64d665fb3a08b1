import type { BaseId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import { filedFormEntries, type FormEntry } from '../../domain/follow-up/filed-forms.js'
import type { Database } from '../schema.js'

/** What the ledger of a base says of forms, and of what became of the visits they were handed in on, in its order. */
export const followUpEntries = async (
  db: Kysely<Database>,
  { base }: { readonly base: BaseId },
): Promise<readonly FormEntry[]> => {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['seq', 'payload', 'occurred_at'])
    .where('stream', '=', base)
    .where('type', 'in', filedFormEntries)
    .orderBy('seq')
    .execute()
  return rows.map(({ seq, payload, occurred_at: at }) => ({ seq, at, event: payload }))
}

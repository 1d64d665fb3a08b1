import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'

/** Entries whose hash begins with some signs, hexadecimal ones alone, as many as are asked for. */
export const entriesBeginning = (
  db: Kysely<Database>,
  { beginning, most }: { readonly beginning: string; readonly most: number },
) =>
  db
    .selectFrom('ledger_entry')
    .select(['stream', 'seq'])
    .where('hash', 'like', `${beginning}%`)
    .orderBy('stream')
    .orderBy('seq')
    .limit(most)
    .execute()

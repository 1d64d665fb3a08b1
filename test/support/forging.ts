import type { Kysely } from 'kysely'
import { canonicalText } from '../../db/canonical-text.js'
import { entryHash } from '../../db/ledger.js'
import type { LedgerEntry } from '../../db/ledger.js'
import type { Database } from '../../db/schema.js'

type Changes = Partial<Omit<LedgerEntry, 'stream' | 'seq' | 'prev_hash' | 'hash' | 'canonical'>>

/** A seal of the right form that nobody made who holds the key. */
export const inventedSeal = `${'0'.repeat(8)}.${'a'.repeat(64)}`

/**
 * Appends an entry as whoever has the role of the program can: well formed, chained, with its head, like the last one but for
 * what is changed. Says which number it has.
 */
export const forgeEntry = async (
  app: Kysely<Database>,
  { stream, ...changes }: Changes & { readonly stream: string },
): Promise<number> =>
  app.transaction().execute(async (trx) => {
    const {
      canonical: _,
      hash: prev_hash,
      ...last
    } = await trx
      .selectFrom('ledger_entry')
      .selectAll()
      .where('stream', '=', stream)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const entry = { ...last, seal: inventedSeal, ...changes, seq: last.seq + 1, prev_hash }
    const hash = entryHash(entry)
    const canonical = canonicalText(entry.payload)
    await trx
      .insertInto('ledger_entry')
      .values({ ...entry, payload: canonical, canonical, hash })
      .execute()
    await trx.updateTable('ledger_head').set({ seq: entry.seq, hash }).where('stream', '=', stream).execute()
    return entry.seq
  })

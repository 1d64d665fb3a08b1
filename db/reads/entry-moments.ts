import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** When an entry of a stream happened; undefined: there is none of that number. */
export const momentOfEntry = async (
  db: Db,
  { stream, seq }: { readonly stream: string; readonly seq: number },
): Promise<Instant | undefined> => {
  const row = await db
    .selectFrom('ledger_entry')
    .select('occurred_at')
    .where('stream', '=', stream)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.occurred_at
}

/** The last entry that had happened by a moment, 0 where there was none, and the first of those that happened at that very moment. */
export const entriesAt = async (
  db: Db,
  { stream, at }: { readonly stream: string; readonly at: Instant },
): Promise<{ readonly last: number; readonly first: number | undefined }> => {
  const until = db.selectFrom('ledger_entry').where('stream', '=', stream)
  const [last, first] = await Promise.all([
    until
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where('occurred_at', '<=', at)
      .executeTakeFirst(),
    until
      .select(({ fn }) => fn.min('seq').as('seq'))
      .where('occurred_at', '=', at)
      .executeTakeFirst(),
  ])
  return { last: last?.seq ?? 0, first: first?.seq ?? undefined }
}

import { sql, type Kysely } from 'kysely'
import type { Database } from '../schema.js'

/**
 * Letters of open bases that a mail server gave back or did not take for good, and that nobody has sent once more since, the oldest
 * first, two hundred at the most; of one programme, or of every one that is no rehearsal.
 */
export async function undeliveredLetters(
  db: Kysely<Database>,
  { programme }: { readonly programme?: string | undefined },
): Promise<
  readonly { readonly id: string; readonly base: string; readonly since: string; readonly got: string | null }[]
> {
  const { rows } = await sql<{ id: string; base: string; since: string; got: string | null }>`
    select letter.id, letter.base, coalesce(letter.bounced_at, letter.queued_at) as since, letter.response as got
    from letter join base on base.id = letter.base
    where (letter.state = 'bounced' or (letter.state = 'failed' and letter.response ~ '^5[0-9][0-9]')) and base.closed_at is null
      and not exists (select from letter later where (later.base, later.seq, later.kind, later.recipient)
        = (letter.base, letter.seq, letter.kind, letter.recipient) and later.again > letter.again)
      and ${programme === undefined ? sql`not base.rehearsal` : sql`letter.programme = ${programme}`}
    order by since, letter.id limit 200`.execute(db)
  return rows
}

import type { BaseId, ProgrammeId } from '../../domain/ids.js'
import { sql, type Kysely } from 'kysely'
import type { Database } from '../schema.js'

/** What is kept of a letter of a rehearsal where such letters leave the machine for nobody: it was never to arrive. */
export const unsentRehearsal = 'not sent: letters of a rehearsal go to the mailbox of the same machine only'

/**
 * Letters of open bases that came back or were given up, and that nobody has sent once more since, the oldest first, two hundred at the
 * most; of one programme, or of every one that is no rehearsal. Not those to readers who were erased: to them nothing can be sent.
 */
export async function undeliveredLetters(
  db: Kysely<Database>,
  { programme }: { readonly programme?: ProgrammeId | undefined },
): Promise<
  readonly { readonly id: string; readonly base: BaseId; readonly since: string; readonly got: string | null }[]
> {
  const { rows } = await sql<{ id: string; base: BaseId; since: string; got: string | null }>`
    select letter.id, letter.base, coalesce(letter.bounced_at, letter.queued_at) as since, letter.response as got
    from letter join base on base.id = letter.base
    where letter.state in ('bounced', 'failed') and letter.response is distinct from ${unsentRehearsal} and base.closed_at is null
      and not exists (select from person where person.id = letter.recipient and person.erased_at is not null)
      and not exists (select from letter later where (later.base, later.seq, later.kind, later.recipient)
        = (letter.base, letter.seq, letter.kind, letter.recipient) and later.again > letter.again)
      and ${programme === undefined ? sql`not base.rehearsal` : sql`letter.programme = ${programme}`}
    order by since, letter.id limit 200`.execute(db)
  return rows
}

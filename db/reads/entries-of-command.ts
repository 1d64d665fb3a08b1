import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { AnyEvent } from '../../domain/event.js'
import type { Database } from '../schema.js'

/** An entry of a command: what happened, under which number, and when. */
export interface EntryOfCommand {
  readonly seq: number
  readonly event: AnyEvent
  readonly occurredAt: Instant
}

/** What a command became in a ledger, in its order; none where it became nothing there. */
export async function entriesOfCommand(
  db: Kysely<Database>,
  { stream, command }: { readonly stream: string; readonly command: string },
): Promise<readonly EntryOfCommand[]> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['seq', 'payload', 'occurred_at'])
    .where('stream', '=', stream)
    .where('command_id', '=', command)
    .orderBy('seq')
    .execute()
  return rows.map(({ seq, payload: event, occurred_at: occurredAt }) => ({ seq, event, occurredAt }))
}

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { CommandId, Instant } from '../../domain/ids.js'
import { toldAs } from '../seals/answer-seals.js'
import type { Database } from '../schema.js'

interface Skipping {
  readonly id: CommandId
  /** What its sender is told from now on. */
  readonly outcome: unknown
  readonly at: Instant
}

/**
 * Answers a command that was sent and has no outcome as failed; from then on the database refuses to record it. False, and
 * nothing changed, where it is answered, stands in the ledger, or was never sent. One that is being recorded at this moment
 * is waited for: both change the same row.
 */
export async function skipCommand(db: Kysely<Database>, { id, outcome, at }: Skipping): Promise<boolean> {
  const skipped = await db
    .updateTable('command')
    .set({
      ...toldAs({ id, state: 'failed', outcome }),
      answered_at: sql<Instant>`${at}::timestamptz`,
    })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .where('accepted', 'is', null)
    .where('state', '=', 'sent')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('ledger_entry').select('seq').where('command_id', '=', id))))
    .executeTakeFirst()
  return skipped.numUpdatedRows > 0n
}

import type { Kysely } from 'kysely'
import { programmeAfter } from '../../domain/carried.js'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import { openCall, unfounded } from '../../domain/programme/state.js'
import { isAsSealed } from '../seals/entry-seal.js'
import { recordedFromRow } from '../record/record-entries.js'
import { UnsealedEntryFault } from '../record/record-faults.js'
import type { Database } from '../schema.js'

/**
 * The call that takes nominations now, by the ledger of the programme: a row that lists show may be changed by who only writes
 * rows, and what is nominated in a call is recorded with it. Throws `UnsealedEntryFault` where no worker wrote an entry of it.
 */
export async function readOpenCall(
  db: Kysely<Database>,
  { programme }: { programme: ProgrammeId },
): Promise<{ readonly call: string; readonly windowEnds: Instant } | undefined> {
  const rows = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('stream', '=', programme)
    .where('type', 'in', ['call_proposed', 'call_opened', 'call_put_off', 'call_closed'])
    .orderBy('seq')
    .execute()
  for (const row of rows) if (!isAsSealed(row)) throw new UnsealedEntryFault(row)
  return openCall(programmeAfter(unfounded(programme), rows.map(recordedFromRow)))
}

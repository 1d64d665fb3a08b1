import type { Kysely } from 'kysely'
import { now as instant } from '../../clock/machine-clock.js'
import type { Instant, CommandId } from '../../domain/ids.js'
import { isSettled } from '../reads/stuck.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

interface Recording {
  readonly stream: string
  readonly commandId: CommandId
}

export interface FailingRecord extends Recording {
  readonly attempts: number
  readonly since: Instant
  readonly says: string
}

/** As many characters of a failure as are kept. */
const keptWords = 300

/**
 * Notes that a command cannot be written down, or how often it could not. Rows that other workers left, and whose commands
 * are settled, go at this occasion: whoever writes a command down need not know that another one could not.
 */
export async function noteFailingRecord(
  db: Db,
  { stream, commandId, attempts, since, says }: FailingRecord,
): Promise<void> {
  const now = { attempts, tried_at: instant(), said: says.slice(0, keptWords) }
  await db
    .insertInto('failing_record')
    .values({ stream, command_id: commandId, since, ...now })
    .onConflict((conflict) => conflict.columns(['stream', 'command_id']).doUpdateSet(now))
    .execute()
  await db.deleteFrom('failing_record').where(isSettled).execute()
}

/** Takes it back, since it was written at last or is not to be written. */
export async function forgetFailingRecord(db: Db, { stream, commandId }: Recording): Promise<void> {
  await db.deleteFrom('failing_record').where('stream', '=', stream).where('command_id', '=', commandId).execute()
}

import type { Insertable, Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import { historySeal } from '../seals/history-seal.js'
import type { Database } from '../schema.js'
import type { SealedHistoryTable } from '../schema/checkpoint-tables.js'

/** Notes, sealed, that a run's history lies in the document store, once; false when it was noted before. */
export async function sealHistory(
  db: Kysely<Database>,
  sealed: Omit<Insertable<SealedHistoryTable>, 'sealed_at' | 'seal'>,
): Promise<boolean> {
  const made = await db
    .insertInto('sealed_history')
    .values({ ...sealed, sealed_at: now(), seal: historySeal(sealed) })
    .onConflict((conflict) => conflict.columns(['stream', 'run', 'seal']).doNothing())
    .returning('run')
    .executeTakeFirst()
  return made !== undefined
}

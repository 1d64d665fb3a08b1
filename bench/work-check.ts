import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { verifyStream } from '../db/ledger.js'
import type { Kind } from './baseline.js'
import type { Database } from '../db/schema.js'

/** Whether the work that was timed was also done, so that speed cannot come from work left out. */
export interface WorkCheck {
  readonly holds: boolean
  readonly decisions: { readonly sent: number; readonly inLedger: number; readonly answered: number }
  readonly chains: { readonly verified: number; readonly of: number }
  readonly baselines: Readonly<Record<Kind, { readonly sent: number; readonly answered: number }>>
}

interface Work {
  readonly bases: readonly string[]
  /** Ids of the commands that were accepted. */
  readonly sent: readonly string[]
  readonly baselines: WorkCheck['baselines']
}

/** Reads the ledger, the chains and the answers of everything that was timed. */
export const checkWork = async (db: Kysely<Database>, { bases, sent, baselines }: Work): Promise<WorkCheck> => {
  const ids = [...sent]
  const entries = await db
    .selectFrom('ledger_entry')
    .select('command_id')
    .distinct()
    .where('command_id', 'in', ids)
    .execute()
  const answered = await db
    .selectFrom('command')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '=', 'accepted')
    .where('outcome', 'is not', null)
    .execute()
  let verified = 0
  for (const stream of bases) if ((await verifyStream(db, { stream })).sound) verified += 1
  const decisions = { sent: ids.length, inLedger: entries.length, answered: answered.length }
  const chains = { verified, of: bases.length }
  return { holds: isDone({ decisions, chains, baselines }), decisions, chains, baselines }
}

/** Every decision is in the ledger and answered, every chain verifies, every update of the baselines was answered. */
export const isDone = ({ decisions, chains, baselines }: Omit<WorkCheck, 'holds'>): boolean =>
  decisions.sent > 0 &&
  decisions.inLedger === decisions.sent &&
  decisions.answered === decisions.sent &&
  chains.verified === chains.of &&
  Object.values(baselines).every(({ sent, answered }) => sent === answered)

/** Waits until no letter is queued and every paper that was ordered is made, half a minute at most: blocks begin at rest. */
export const restful = async (db: Kysely<Database>): Promise<void> => {
  const giveUp = performance.now() + 30_000
  while (performance.now() < giveUp) {
    const letter = await db.selectFrom('letter').select('id').where('state', '=', 'queued').executeTakeFirst()
    const order = await db.selectFrom('document_order').select('id').where('made_at', 'is', null).executeTakeFirst()
    if (letter === undefined && order === undefined) return
    await pause(50)
  }
}

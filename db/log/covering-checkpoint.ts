import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'

/** Where the sequencer listens for somebody who waits for a checkpoint. */
export const checkpointChannel = 'checkpoint'

/**
 * Asks the sequencer for a checkpoint over everything these streams hold now, and waits for it. Returns its size, or
 * undefined when none came in time: then no worker runs, or it cannot reach the database.
 */
export async function coveringCheckpoint(
  db: Kysely<Database>,
  { streams, patienceMs }: { streams: readonly string[]; patienceMs: number },
): Promise<number | undefined> {
  const until = performance.now() + patienceMs
  for (let asked = false; ; asked = true) {
    const size = await coveredBy(db, streams)
    if (size !== undefined) return size
    if (performance.now() > until) return undefined
    if (!asked) await sql`select pg_notify(${checkpointChannel}, '')`.execute(db)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** The size of the last checkpoint, where it covers all that these streams hold now. */
export async function coveredBy(db: Kysely<Database>, streams: readonly string[]): Promise<number | undefined> {
  const { rows } = await sql<{ size: number | null; isOpen: boolean }>`
    select last.size, exists (
      select from ledger_head head
      left join ledger_leaf leaf on leaf.stream = head.stream and leaf.seq = head.seq
      where head.stream = any(${streams}) and head.seq > 0 and (leaf.index is null or leaf.index >= last.size)
    ) as "isOpen"
    from (select max(size) as size from checkpoint) last`.execute(db)
  const [found] = rows
  return found?.isOpen === false && found.size !== null ? found.size : undefined
}

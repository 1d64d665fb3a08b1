import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'

export interface UnsealedRun {
  readonly namespace: string
  readonly stream: string
  readonly run: string
}

/**
 * Runs that wrote entries and whose history is not sealed: of all streams, or of some. One of them per open stream still
 * runs. Each look finds the distinct runs by the index of the ledger, stream by stream.
 */
export async function unsealedRuns(db: Kysely<Database>, streams?: readonly string[]): Promise<readonly UnsealedRun[]> {
  const { rows } = await sql<UnsealedRun>`
    select distinct programme.namespace, entry.stream, entry.workflow_run as run
    from ledger_entry entry
    join programme on programme.id = split_part(entry.stream, '-', 1)
    where not exists (
      select from sealed_history sealed where sealed.stream = entry.stream and sealed.run = entry.workflow_run)
      and (${streams === undefined} or entry.stream = any(${streams ?? []}))
    order by entry.stream, run`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { comparedRuns } from '../compared-runs.js'
import type { Database } from '../schema.js'
import { sealedHistories, type SealedHistory } from './sealed-histories.js'

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
    where ${streams === undefined} or entry.stream = any(${streams ?? []})
    order by entry.stream, run`.execute(db)
  const sealed = new Set((await sealedHistories(db, streams)).map(({ stream, run }) => `${stream} ${run}`))
  return rows.filter(({ stream, run }) => !sealed.has(`${stream} ${run}`))
}

/** Sealed runs that no process of the programme compared yet: of all streams, or of some. An invented comparison keeps none from its turn. */
export async function uncomparedRuns(
  db: Kysely<Database>,
  streams?: readonly string[],
): Promise<readonly SealedHistory[]> {
  const done = new Set((await comparedRuns(db, streams)).map(({ stream, run }) => `${stream} ${run}`))
  return (await sealedHistories(db, streams)).filter(({ stream, run }) => !done.has(`${stream} ${run}`))
}

/** The streams of those runs, sorted. */
export const uncomparedStreams = async (
  db: Kysely<Database>,
  streams?: readonly string[],
): Promise<readonly string[]> =>
  [...new Set((await uncomparedRuns(db, streams)).map(({ stream }) => stream))].toSorted()

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { Database } from '../schema.js'
import type { EvidenceStatementTable } from '../schema/checkpoint-tables.js'
import { checkpointChannel } from './covering-checkpoint.js'

type Row = Selectable<EvidenceStatementTable>

export interface StatementQuestion extends Pick<Row, 'kind' | 'subject' | 'size' | 'manifest'> {
  readonly patienceMs: number
}

/** A signed statement, or in a sentence why the sequencer gives none. */
export type Stated = { readonly note: string } | { readonly refused: string }

/**
 * Asks the sequencer to sign what an evidence file of a subject has to hold under a checkpoint, and waits for it. undefined when no
 * answer came in time: then no worker runs, or it cannot reach the database.
 */
export async function askStatement(
  db: Kysely<Database>,
  { patienceMs, ...asked }: StatementQuestion,
): Promise<Stated | undefined> {
  const id = randomUUID()
  await db
    .insertInto('evidence_statement')
    .values({ id, ...asked, asked_at: now() })
    .execute()
  await sql`select pg_notify(${checkpointChannel}, '')`.execute(db)
  for (const until = performance.now() + patienceMs; performance.now() <= until;) {
    const { note, refused } = await db
      .selectFrom('evidence_statement')
      .select(['note', 'refused'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (note !== null) return { note }
    if (refused !== null) return { refused }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return undefined
}

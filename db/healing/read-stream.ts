import type { Kysely } from 'kysely'
import type { Sha256 } from '../../domain/ids.js'
import { noHash } from '../ledger.js'
import type { Head, LedgerEntry } from '../ledger.js'
import type { Database } from '../schema.js'

/** Where a programme lives, and by which rules. */
export interface Place {
  readonly namespace: string
  readonly rehearsal: boolean
  readonly procedure: 'full' | 'light'
}

/** Every programme of the database. */
export async function readPlaces(db: Kysely<Database>): Promise<ReadonlyMap<string, Place>> {
  const rows = await db.selectFrom('programme').select(['id', 'namespace', 'rehearsal', 'procedure']).execute()
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

/** A stream as the ledger has it: its head, its rows, and their hashes by number. */
export async function readStream(
  db: Kysely<Database>,
  stream: string,
): Promise<{ readonly head: Head; readonly rows: readonly LedgerEntry[]; readonly kept: ReadonlyMap<number, Sha256> }> {
  const head = await db
    .selectFrom('ledger_head')
    .select(['seq', 'hash'])
    .where('stream', '=', stream)
    .executeTakeFirst()
  const rows = await db.selectFrom('ledger_entry').selectAll().where('stream', '=', stream).orderBy('seq').execute()
  return { head: head ?? { seq: 0, hash: noHash }, rows, kept: new Map(rows.map(({ seq, hash }) => [seq, hash])) }
}

/** The bases that have come to their end: nothing of them waits for a workflow. */
export async function closedBases(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('base').select('id').where('closed_at', 'is not', null).execute()
  return new Set(rows.map(({ id }) => id))
}

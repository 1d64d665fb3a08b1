import type { Kysely } from 'kysely'
import { isAsSealed } from '../seals/entry-seal.js'
import { noHash } from '../ledger.js'
import type { Head, LedgerEntry } from '../ledger.js'
import type { Database } from '../schema.js'
import type { KnownEntry } from './plan-healing.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

/** Where a programme lives, and by which rules. */
export interface ProgrammeHome {
  readonly namespace: string
  readonly rehearsal: boolean
  readonly procedure: ProcedureId
}

/** Every programme of the database. */
export async function readPlaces(db: Kysely<Database>): Promise<ReadonlyMap<string, ProgrammeHome>> {
  const rows = await db.selectFrom('programme').select(['id', 'namespace', 'rehearsal', 'procedure']).execute()
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

/** A stream as the ledger has it. */
interface KeptStream {
  readonly head: Head
  readonly rows: readonly LedgerEntry[]
  /** By their numbers. */
  readonly kept: ReadonlyMap<number, KnownEntry>
  /** Number of the first entry that no worker vouches for; undefined: there is none. */
  readonly unsealed: number | undefined
}

/** What the ledger has of a stream; nothing is no fault. */
export async function readStream(db: Kysely<Database>, stream: string): Promise<KeptStream> {
  const head = await db
    .selectFrom('ledger_head')
    .select(['seq', 'hash'])
    .where('stream', '=', stream)
    .executeTakeFirst()
  const rows = await db.selectFrom('ledger_entry').selectAll().where('stream', '=', stream).orderBy('seq').execute()
  const kept = new Map(rows.map(({ seq, hash, workflow_run: run }) => [seq, { hash, run }]))
  return { head: head ?? { seq: 0, hash: noHash }, rows, kept, unsealed: rows.find((row) => !isAsSealed(row))?.seq }
}

/** Every stream of the ledger, with the runs that recorded its entries. */
export async function runsByStream(db: Kysely<Database>): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('ledger_head as head')
    .leftJoin('ledger_entry as entry', 'entry.stream', 'head.stream')
    .select(['head.stream', 'entry.workflow_run as run'])
    .distinct()
    .orderBy('head.stream')
    .execute()
  const found = new Map<string, string[]>(rows.map(({ stream }) => [stream, []]))
  for (const { stream, run } of rows) if (run !== null) found.get(stream)?.push(run)
  return found
}

/** The bases that have come to their end: nothing of them waits for a workflow. */
export async function closedBases(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('base').select('id').where('closed_at', 'is not', null).execute()
  return new Set(rows.map(({ id }) => id))
}

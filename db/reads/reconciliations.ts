import type { Kysely, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Divergence } from '../../domain/witness/divergence.js'
import { diverges, recoveredIn, type RecoveredEntry, type Testimony } from '../../domain/witness/diverges.js'
import type { Database } from '../schema.js'
import type { ReconciliationTable } from '../schema/witness-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'
import { testimonyOf, type HistoryReaders } from './testimony.js'

type Db = Kysely<Database>

/** What was found when the ledger of a programme, or of one of its bases, was held against the histories. */
export interface Reconciled {
  readonly programme: string
  readonly streams: number
  readonly runs: number
  readonly entries: number
  readonly commands: number
  readonly divergences: readonly Divergence[]
  /** Entries that Temporal forgot in a crash and a later run took over from the ledger: no differences, but told. */
  readonly recovered: readonly RecoveredEntry[]
}

export interface ReconcileRequest {
  readonly programme: string
  /** Only this base. */
  readonly base?: string | undefined
  readonly readers: HistoryReaders
  /** Waits until what was under way at the first look has come to its end. */
  readonly pause: () => Promise<void>
}

/**
 * Holds the ledger of a programme against the histories of Temporal, stream by stream. A command under way is in one of
 * the two a moment before the other: so what differs is looked at again, and only what differs both times is told.
 * Undefined where there is no such programme.
 */
export async function reconcile(db: Db, request: ReconcileRequest): Promise<Reconciled | undefined> {
  const { programme, base, readers, pause } = request
  const place = await db
    .selectFrom('programme')
    .select(['namespace', 'rehearsal'])
    .where('id', '=', programme)
    .executeTakeFirst()
  if (place === undefined) return undefined
  const counted = { streams: 0, runs: 0, entries: 0, commands: 0 }
  const look = (stream: string): Promise<Testimony> => testimonyOf(db, { stream, ...place, readers })
  const recovered: RecoveredEntry[] = []
  const differing = new Map<string, readonly Divergence[]>()
  for (const stream of base === undefined ? await streamsIn(db, programme) : [base]) {
    const testimony = await look(stream)
    const found = diverges(testimony)
    if (found.length > 0) differing.set(stream, found)
    recovered.push(...recoveredIn(testimony))
    counted.streams += 1
    counted.runs += testimony.runs.length
    counted.entries += testimony.entries.length
    counted.commands += testimony.runs.reduce((sum, { updates }) => sum + updates.length, 0)
  }
  if (differing.size > 0) await pause()
  const divergences: Divergence[] = []
  for (const [stream, first] of differing) divergences.push(...both(first, diverges(await look(stream))))
  return { programme, ...counted, divergences, recovered }
}

const both = (first: readonly Divergence[], second: readonly Divergence[]): readonly Divergence[] => {
  const seen = new Set(first.map((one) => JSON.stringify(one)))
  return second.filter((one) => seen.has(JSON.stringify(one)))
}

/** Streams by their heads: one whose entries are all gone still has a head. */
async function streamsIn(db: Db, programme: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('ledger_head')
    .select('stream')
    .where(sql<string>`split_part(stream, '-', 1)`, '=', programme)
    .execute()
  return rows.map(({ stream }) => stream).toSorted()
}

export interface KeptReconciliation extends Omit<Reconciled, 'recovered'> {
  readonly madeAt: Instant
  readonly found: number
  /** How many entries were recovered after a crash. */
  readonly recovered: number
}

/** The reports of a programme, the newest first. */
export async function listReconciliations(
  db: Db,
  request: PageRequest & { readonly programme: string },
): Promise<Page<KeptReconciliation>> {
  const after = keysAfter(request, ['bigint'])
  let query = db
    .selectFrom('reconciliation')
    .selectAll()
    .where('programme', '=', request.programme)
    .orderBy('id', 'desc')
    .limit(rowsFor(request))
  if (after?.[0] !== undefined) query = query.where('id', '<', Number(after[0]))
  return mapPage(pageOf(await query.execute(), { ...request, keysOf: ({ id }) => [id] }), fromRow)
}

const fromRow = (row: Selectable<ReconciliationTable>): KeptReconciliation => ({
  ...{ programme: row.programme, madeAt: row.made_at, streams: row.streams, runs: row.runs, entries: row.entries },
  ...{ commands: row.commands, found: row.found, divergences: row.divergences, recovered: row.recovered },
})

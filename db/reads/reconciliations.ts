import type { Kysely, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Instant, BaseId, ProgrammeId } from '../../domain/ids.js'
import { foundTwice, type Divergence } from '../../domain/divergence.js'
import { diverges, recoveredIn, type RecoveredEntry } from '../../reconciliation/diverges.js'
import { type Testimony } from '../../reconciliation/testimony.js'
import type { Database } from '../schema.js'
import type { ReconciliationTable } from '../schema/witness-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'
import type { StoredDocuments } from './kept-documents.js'
import { readModelsDiverge } from './read-models.js'
import { testimonyOf, type HistoryReaders } from './testimony.js'
import { logsDiverge, vouchedDiverge } from './vouched.js'

type Db = Kysely<Database>

/** What was found when the ledger of a programme, or of one of its bases, was held against the histories. */
export interface Reconciled {
  readonly programme: ProgrammeId
  readonly streams: number
  readonly runs: number
  readonly entries: number
  readonly commands: number
  readonly divergences: readonly Divergence[]
  /** Entries that Temporal forgot in a crash and a later run took over from the ledger: no differences, but told. */
  readonly recovered: readonly RecoveredEntry[]
}

export interface ReconcileRequest {
  readonly programme: ProgrammeId
  /** Only this base. */
  readonly base?: BaseId | undefined
  readonly readers: HistoryReaders
  /** Reads the histories of all runs again, also of those that agreed when they were compared before. */
  readonly whole?: boolean | undefined
  /** How what is shown and what checkpoints vouch for is looked at; left out: each time. */
  readonly looks?: Looks
  /** Waits until what was under way at the first look has come to its end. */
  readonly pause: () => Promise<void>
}

/** What is looked at besides the two witnesses: that what is shown of a stream follows from its entries, and what checkpoints vouch for. */
export interface Looks {
  readonly ofStream: (stream: string) => Promise<readonly Divergence[]>
  readonly ofProgramme: (programme: ProgrammeId) => Promise<readonly Divergence[]>
  /** The broken logs of the installation, which every programme's report tells; what is broken stays so, and one look is enough. */
  readonly ofLogs: () => Promise<readonly string[]>
}

/** All looks, made each time they are asked for. */
export const looksAt = (db: Db, store: StoredDocuments): Looks => ({
  ofStream: (stream) => readModelsDiverge(db, { stream, store }),
  ofProgramme: (programme) => vouchedDiverge(db, programme),
  ofLogs: () => logsDiverge(db),
})

/**
 * Holds the ledger of a programme against the histories of Temporal, stream by stream. A command under way is in one of
 * the two a moment before the other: so what differs is looked at again, and only what differs both times is told.
 * Undefined where there is no such programme.
 */
export async function reconcile(db: Db, request: ReconcileRequest): Promise<Reconciled | undefined> {
  const { programme, base, readers, pause, whole, looks = looksAt(db, readers) } = request
  const place = await db
    .selectFrom('programme')
    .select(['namespace', 'rehearsal'])
    .where('id', '=', programme)
    .executeTakeFirst()
  if (place === undefined) return undefined
  const counted = { streams: 0, runs: 0, entries: 0, commands: 0 }
  const look = async (stream: string) => {
    const testimony = await testimonyOf(db, { stream, ...place, readers, whole })
    return { testimony, found: [...diverges(testimony), ...(await looks.ofStream(stream))] }
  }
  const recovered: RecoveredEntry[] = []
  const differing = new Map<string, readonly Divergence[]>()
  const listed = base === undefined ? await readers.streamsOf({ namespace: place.namespace, programme }) : [base]
  for (const stream of base === undefined ? await streamsIn(db, { programme, listed }) : listed) {
    const { testimony, found } = await look(stream)
    if (found.length > 0) differing.set(stream, found)
    recovered.push(...recoveredIn(testimony))
    count(counted, testimony)
  }
  const vouched = base === undefined ? await looks.ofProgramme(programme) : []
  if (differing.size + vouched.length > 0) await pause()
  const divergences: Divergence[] = []
  for (const [stream, first] of differing) divergences.push(...foundTwice(first, (await look(stream)).found))
  if (vouched.length > 0) divergences.push(...foundTwice(vouched, await looks.ofProgramme(programme)))
  for (const subject of base === undefined ? await looks.ofLogs() : [])
    divergences.push({ code: 'log_broken', stream: programme, subject })
  return { programme, ...counted, divergences, recovered }
}

type Counted = Record<'streams' | 'runs' | 'entries' | 'commands', number>

/** A run that is not read again counts with what it spoke for. */
const count = (counted: Counted, { runs, settled, entries }: Testimony): void => {
  counted.streams += 1
  counted.runs += runs.length + settled.length
  counted.entries += entries.length
  counted.commands += runs.reduce((sum, { updates }) => sum + updates.length, 0)
  counted.commands += settled.reduce((sum, { commands }) => sum + commands.length, 0)
}

/** Streams by their heads, since one whose entries are all gone still has a head; and by the server, where the head is gone too. */
async function streamsIn(
  db: Db,
  { programme, listed }: { readonly programme: ProgrammeId; readonly listed: readonly string[] },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('ledger_head')
    .select('stream')
    .where(sql<string>`split_part(stream, '-', 1)`, '=', programme)
    .execute()
  return [...new Set([...rows.map(({ stream }) => stream), ...listed])].toSorted()
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
  request: PageRequest & { readonly programme: ProgrammeId },
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
  programme: row.programme,
  madeAt: row.made_at,
  streams: row.streams,
  runs: row.runs,
  entries: row.entries,
  commands: row.commands,
  found: row.found,
  divergences: row.divergences,
  recovered: row.recovered,
})

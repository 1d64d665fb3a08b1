import type { Kysely } from 'kysely'
import type { RunFacts, ToldSignal } from '../../reconciliation/run-facts.js'
import type { CopyFault, KeptCommand, Testimony, LedgerFact } from '../../reconciliation/testimony.js'
import { isBaseId, programmeOfBase, type ProgrammeId } from '../../domain/ids.js'
import { isVouchedFor } from './commands.js'
import { sealedHistories } from './sealed-histories.js'
import { at, numberAt } from '../../reconciliation/facts-of.js'
import { baseAt, programmeAt } from '../../reconciliation/folded.js'
import { isSame } from '../../reconciliation/is-same.js'
import { heardByBases, newsTo, standsOf, standsTold } from '../../reconciliation/news.js'
import { walkRuns, type ReadRun } from '../../reconciliation/walk-runs.js'
import { comparedRuns, heldOf, withWhatTheyTold, type ComparedRun } from '../compared-runs.js'
import { bearsSeal } from '../seals/entry-seal.js'
import { unsoundIn } from '../ledger.js'
import type { LedgerEntry } from '../ledger.js'
import { recordedFromRow } from '../record/record-entries.js'
import { healedFrom } from '../healing/healing-seal.js'
import type { Database } from '../schema.js'
import type { StoredDocuments } from './kept-documents.js'
import { defined } from '../../domain/values/defined.js'

type Db = Kysely<Database>

/** How histories are read: from the server, and from the copies that were sealed before it removed them. */
export interface HistoryReaders extends StoredDocuments {
  /** A run of a stream's workflow, or without `run` the latest; undefined when the server does not have it. */
  readonly fromServer: (place: {
    readonly namespace: string
    readonly stream: string
    readonly run?: string
  }) => Promise<RunFacts | undefined>
  /** Every run of a stream's workflow that the server lists, in any order; the newest may lack, one that is gone may stand. */
  readonly runsOf: (place: { readonly namespace: string; readonly stream: string }) => Promise<readonly string[]>
  /** Every stream of a programme whose workflow the server lists, whether the ledger knows it or not. */
  readonly streamsOf: (place: {
    readonly namespace: string
    readonly programme: ProgrammeId
  }) => Promise<readonly string[]>
  /** A sealed copy by its fingerprint; undefined when it is damaged or gone. */
  readonly fromCopy: (copy: { readonly sha256: string; readonly run: string }) => Promise<RunFacts | undefined>
}

export interface TestimonyRequest {
  readonly stream: string
  readonly namespace: string
  readonly rehearsal: boolean
  readonly readers: HistoryReaders
  /** Reads every history again, also of runs that agreed when they were compared before. */
  readonly whole?: boolean | undefined
}

/**
 * What both witnesses say of one stream. The histories are read first: what they hold was recorded before, so that an
 * entry can be missed only by somebody who took it away. An ended run that agreed once is not read again while what the database has of
 * it is the same: only those of which it is not are read after all, and what they hold was recorded long before.
 */
export async function testimonyOf(db: Db, request: TestimonyRequest): Promise<Testimony> {
  const { stream, namespace, rehearsal, readers, whole = false } = request
  const copies = await copiesOf(db, stream)
  const agreed = whole ? [] : await agreedBefore(db, { stream, copies })
  const faults: CopyFault[] = []
  const read = readerOf({ ...request, copies, faults })
  const named = [...(await runsNamed(db, stream)), ...copies.keys()]
  const settled = new Map(agreed.map(({ run, continues }) => [run, continues ?? undefined]))
  const listed = await readers.runsOf({ namespace, stream })
  const { runs, lost } = await walkRuns(read, { named, listed, settled })
  const rows = await db.selectFrom('ledger_entry').selectAll().where('stream', '=', stream).orderBy('seq').execute()
  const [entries, commands] = [rows.map(factOf), await commandsOf(db, stream)]
  const isStill = (one: ComparedRun): boolean => heldOf(one, { rehearsal, entries, commands }) === one.held
  const again = await readAll(
    read,
    agreed.filter((one) => !isStill(one)).map(({ run }) => run),
  )
  const all = [...runs, ...again.runs]
  return {
    stream,
    rehearsal,
    runs: all,
    lost: [...lost, ...again.lost],
    entries,
    commands,
    copies: faults,
    settled: agreed.filter((one) => isStill(one) && !all.some(({ run }) => run === one.run)),
    folded: foldedAt(stream, { rows, numbers: all.flatMap(({ begunWith }) => numberAt(begunWith, 'seq') ?? []) }),
    healedFrom: await healedFrom(db, stream),
    news: await newsOf(db, { stream, runs: all }),
    ...defined({ procedure: await procedureOf(db, stream) }),
  }
}

interface Reading extends TestimonyRequest {
  readonly copies: ReadonlyMap<string, string>
  /** Where copies that are not what was sealed are noted. */
  readonly faults: CopyFault[]
}

/** Reads a run where it lies: a sealed one in both places, so that they can be held against each other. */
const readerOf =
  ({ stream, namespace, readers, copies, faults }: Reading): ReadRun =>
  async (run) => {
    const live = await readers.fromServer({ namespace, stream, ...defined({ run }) })
    const sha256 = copies.get(run ?? live?.run ?? '')
    if (sha256 === undefined) return live
    const kept = { run: run ?? live?.run ?? '', sha256 }
    const copy = await readers.fromCopy(kept)
    if (copy === undefined) faults.push({ run: kept.run, code: 'copy_damaged' })
    else if (live !== undefined && !isSame(live, copy)) faults.push({ run: kept.run, code: 'copy_differs' })
    return live ?? copy
  }

const readAll = async (read: ReadRun, wanted: readonly string[]) => {
  const [runs, lost]: [RunFacts[], string[]] = [[], []]
  for (const run of wanted) {
    const facts = await read(run)
    if (facts === undefined) lost.push(run)
    else runs.push(facts)
  }
  return { runs, lost }
}

/** Runs whose sealed history, the very one that still is named, agreed with the ledger when it was compared. */
export const agreedBefore = async (
  db: Db,
  { stream, copies }: { readonly stream: string; readonly copies: ReadonlyMap<string, string> },
): Promise<readonly ComparedRun[]> => {
  const agreed = (await comparedRuns(db, [stream])).filter(({ run, sha256, found }) => {
    return found.length === 0 && copies.get(run) === sha256
  })
  return await withWhatTheyTold(db, agreed)
}

/** The state of a stream after so many of its entries, for each of some numbers. */
const foldedAt = (
  stream: string,
  { rows, numbers }: { readonly rows: readonly LedgerEntry[]; readonly numbers: readonly number[] },
): ReadonlyMap<number, unknown> => {
  const asked = { entries: rows.map(recordedFromRow), numbers }
  return isBaseId(stream) ? baseAt(stream, asked) : programmeAt(stream, asked)
}

interface Heard {
  readonly stream: string
  readonly runs: readonly RunFacts[]
}

/** What there is to say to a stream by the entries of its programme, or of the bases that are said to have told it something. */
const newsOf = async (db: Db, { stream, runs }: Heard): Promise<readonly ToldSignal[]> => {
  if (runs.every(({ signals }) => signals.length === 0)) return []
  if (!isBaseId(stream)) return await standsTo(db, { stream, runs })
  const programme = programmeOfBase(stream)
  const entries = await db
    .selectFrom('ledger_entry')
    .select(['type', 'payload'])
    .where('stream', '=', programme)
    .where('type', 'in', heardByBases)
    .execute()
  return newsTo(stream, { programme, entries })
}

/** Base by base, since a programme has heard of all of them and each has some thousand entries. */
const standsTo = async (db: Db, { stream, runs }: Heard): Promise<readonly ToldSignal[]> => {
  const news: ToldSignal[] = []
  for (const [base, numbers] of standsTold(runs)) {
    if (!isBaseId(base) || programmeOfBase(base) !== stream) continue
    const rows = await db.selectFrom('ledger_entry').selectAll().where('stream', '=', base).orderBy('seq').execute()
    news.push(...standsOf(base, baseAt(base, { entries: rows.map(recordedFromRow), numbers })))
  }
  return news
}

const procedureOf = async (db: Db, stream: string): Promise<string | undefined> => {
  if (isBaseId(stream)) return undefined
  const row = await db.selectFrom('programme').select('procedure').where('id', '=', stream).executeTakeFirst()
  return row?.procedure
}

async function copiesOf(db: Db, stream: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await sealedHistories(db, [stream])).map(({ run, sha256 }) => [run, sha256]))
}

async function runsNamed(db: Db, stream: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select('workflow_run')
    .distinct()
    .where('stream', '=', stream)
    .execute()
  return rows.map(({ workflow_run: run }) => run)
}

const factOf = (row: LedgerEntry): LedgerFact => ({
  seq: row.seq,
  type: row.type,
  payload: row.payload,
  channel: row.channel,
  occurredAt: row.occurred_at,
  actor: row.actor,
  onBehalfOf: row.on_behalf_of,
  role: row.role,
  commandId: row.command_id,
  recordedAt: row.recorded_at,
  effectiveOn: row.effective_on,
  rulesVersion: row.rules_version,
  run: row.workflow_run,
  hash: row.hash,
  prevHash: row.prev_hash,
  isSound: unsoundIn(row) === undefined,
  isSealed: bearsSeal(row),
})

async function commandsOf(db: Db, stream: string): Promise<readonly KeptCommand[]> {
  const rows = await db
    .selectFrom('command')
    .select(['id', 'actor', 'state', 'body', 'stream', 'accepted', 'accepted_seal', 'outcome', 'outcome_seal'])
    .where('stream', '=', stream)
    .execute()
  return rows.map(({ id, actor, state, body, ...answered }) => ({
    id,
    actor,
    state,
    command: at(body, 'command'),
    isVouchedFor: isVouchedFor({ id, state, ...answered }),
  }))
}

import type { Kysely, RawBuilder, Transaction } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { AnyEvent, EventType } from '../../domain/event.js'
import { schemaVersion } from '../../domain/event.js'
import { effectiveOn } from '../../domain/effective-on.js'
import type { BaseView, ProgrammeView, RecordRequest, RecordResult, Stored } from '../../domain/record.js'
import { applyChanges, NotWritten } from './change.js'
import type { RowChange } from './change.js'
import { answerOf, notedAgain } from './command-note.js'
import { withHolders } from './holders.js'
import { entrySeal, mustBeSealed } from '../seals/entry-seal.js'
import { canonicalText } from '../canonical-text.js'
import { entryHash } from '../ledger.js'
import { usedLinks } from './link-claim.js'
import { RecordDefect, LedgerBehindFault } from './record-faults.js'
import type { Head, LedgerEntry } from '../ledger.js'
import { fitsOneLook, lookOnce, lookStepwise } from './look.js'
import type { Placed } from './placed-event.js'
import { project } from './project.js'
import { lettersOf } from './queue-letters.js'
import type { LettersRequest } from './queue-letters.js'
import type { Database } from '../schema.js'
import { baseRow, ledgerRows, programmeRow } from './stream-rows.js'
import { defined } from '../../domain/values/defined.js'

type Trx = Transaction<Database>

/**
 * Writes what a command became, once: ledger, read models and letters in one short transaction under the command's id.
 * A repeated id answers with the entries it became the first time. Entries the workflow does not know are returned as
 * `behind`; a claim that cannot be granted as `refused`, with nothing written; an id that is another stream's as
 * `elsewhere`; one under which somebody was told an answer without entries as `answered`. Throws on faults of the database (`isRetriable` in connect.ts names those that only need another try), among
 * them a ledger shorter than the workflow believes, and on defects.
 */
export const recordEntries = (db: Kysely<Database>, request: RecordRequest): Promise<RecordResult> =>
  recordStepwise(db, { request, wrote: () => undefined })

/** The same, and tells the head it wrote. */
export const recordStepwise = async (db: Kysely<Database>, { request, wrote }: Recording): Promise<RecordResult> => {
  let head: Head | undefined
  const result = await db
    .transaction()
    .execute((trx) => recordIn(trx, { request, wrote: (one) => (head = one) }))
    .catch(unlessNoteClosed)
  if (head !== undefined) wrote(head)
  return await withHolders(db, { request, result })
}

/** An answer was kept under the id while this was written, and is told by now: nothing was written. */
const unlessNoteClosed = (error: unknown): RecordResult => {
  if (error instanceof NotWritten) return { kind: 'answered' }
  throw error
}

interface Recording {
  readonly request: RecordRequest
  readonly wrote: (head: Head) => void
}

async function recordIn(trx: Trx, { request: given, wrote }: Recording): Promise<RecordResult> {
  const request = atMilliseconds(given)
  const { stream, expectedHead } = request
  const look = fitsOneLook(request)
    ? await lookOnce(trx, request)
    : await lookStepwise(trx, { request, base: baseOf(request) })
  const { isRepeat, isAnswered, claimed, head } = look
  if (isRepeat) {
    const recorded = await recordedUnder(trx, request)
    if (recorded === undefined) throw new RecordDefect(`${request.commandId} is recorded and gone.`)
    return recorded
  }
  if (isAnswered) return { kind: 'answered' }
  if (!claimed.granted) return (await overtaken(trx, request)) ?? { kind: 'refused', refusal: claimed.refusal }
  if (head.seq < expectedHead) throw new LedgerBehindFault({ stream, has: head.seq, known: expectedHead })
  if (head.seq > expectedHead) return (await recordedUnder(trx, request)) ?? (await missingEntries(trx, request))
  const events = request.events.map((event) => withSlot(event, claimed.slot))
  const drawn = drawUp(trx, { ...request, events, head })
  if (drawn === undefined) return { kind: 'recorded', entries: [], head: head.seq }
  await applyChanges(trx, drawn.changes)
  await drawn.last?.execute(trx)
  wrote(drawn.head)
  return recordedAs(drawn)
}

/** The request with its instant as the ledger keeps it. */
export const atMilliseconds = (request: RecordRequest): RecordRequest => ({
  ...request,
  occurredAt: new Date(request.occurredAt).toISOString(),
})

const baseOf = ({ kind, view }: RecordRequest): BaseView | undefined =>
  kind === 'base' && isBaseView(view) ? view : undefined

const isBaseView = (view: BaseView | ProgrammeView): view is BaseView => 'cluster' in view

async function recordedUnder(trx: Trx, request: RecordRequest): Promise<RecordResult | undefined> {
  const { stream, commandId } = request
  const rows = await trx
    .selectFrom('ledger_entry')
    .selectAll()
    .where('command_id', '=', commandId)
    .orderBy('seq')
    .execute()
  const [first] = rows
  if (first === undefined) return undefined
  await mustBeSealed(trx, { rows, under: request })
  if (first.stream !== stream) return { kind: 'elsewhere', stream: first.stream }
  const { entries: news, head } = await missingEntries(trx, request)
  await noteAgain(trx, { request, rows })
  return { kind: 'recorded', entries: rows.map(recordedFromRow), news, head }
}

/** Where a crash took the note and left the entries, which were written before notes travelled with their commands. */
async function noteAgain(
  trx: Trx,
  { request, rows }: { request: RecordRequest; rows: readonly LedgerEntry[] },
): Promise<void> {
  const last = rows.at(-1)
  if (last === undefined || request.note === undefined) return
  await applyChanges(trx, notedAgain(trx, { request, recordedAt: last.recorded_at, rows, head: last }))
}

/** A row of the ledger as the core reads it, with all that the row is made of. */
export const recordedFromRow = (row: LedgerEntry): Stored<AnyEvent> => ({
  seq: row.seq,
  occurredAt: row.occurred_at,
  schemaVersion: row.schema_version,
  event: row.payload,
  commandId: row.command_id,
  recordedAt: row.recorded_at,
  channel: row.channel,
  ...defined({
    by:
      row.actor === null || row.role === null || row.on_behalf_of === null
        ? undefined
        : { person: row.actor, role: row.role, onBehalfOf: row.on_behalf_of },
    effectiveOn: row.effective_on === null ? undefined : row.effective_on,
  }),
  rulesVersion: row.rules_version,
  run: row.workflow_run,
  hash: row.hash,
  ...defined({ seal: row.seal === null ? undefined : row.seal }),
})

/** A place in a stream, and the command under way with the note that came along. */
export type Behind = Pick<RecordRequest, 'stream' | 'expectedHead' | 'note'> & Partial<Pick<RecordRequest, 'commandId'>>

/**
 * What a stream has behind the head its workflow knows. Throws `UnsealedEntryFault` where an entry of it is none that a worker
 * wrote.
 */
export async function missingEntries(
  db: Kysely<Database>,
  { stream, expectedHead, ...under }: Behind,
): Promise<Extract<RecordResult, { kind: 'behind' }>> {
  const rows = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('stream', '=', stream)
    .where('seq', '>', expectedHead)
    .orderBy('seq')
    .execute()
  await mustBeSealed(db, { rows, under })
  return { kind: 'behind', entries: rows.map(recordedFromRow), head: rows.at(-1)?.seq ?? expectedHead }
}

/**
 * What stood in the way of a claim may be this very call, run twice at once, or an entry the workflow does not know:
 * then a refusal would be judged on a state that no longer holds.
 */
async function overtaken(trx: Trx, request: RecordRequest): Promise<RecordResult | undefined> {
  const recorded = await recordedUnder(trx, request)
  if (recorded !== undefined) return recorded
  const missing = await missingEntries(trx, request)
  return missing.entries.length > 0 ? missing : undefined
}

const withSlot = (event: AnyEvent, slot: number | undefined): AnyEvent =>
  event.type === 'slot_reserved' && slot !== undefined ? { ...event, slot } : event

/** What is to be written behind a head. */
export interface Writing extends RecordRequest {
  readonly head: Head
}

/** The rows behind a head, as statements that have yet to be run. */
export interface Drawn {
  readonly rows: readonly LedgerEntry[]
  readonly head: Head
  readonly changes: readonly RowChange[]
  /** Letters that ask what the changes have made of a step, so they run after them. */
  readonly last: RawBuilder<unknown> | undefined
}

/** Draws up all that a command's events change; undefined where it has none. Runs nothing. */
export function drawUp(trx: Trx, writing: Writing): Drawn | undefined {
  const recordedAt = now()
  const rows = chained(writing, recordedAt)
  const end = rows.at(-1)
  if (end === undefined) return undefined
  const head: Head = { seq: end.seq, hash: end.hash }
  const placed = placedEvents(writing)
  const changes: readonly RowChange[] = [
    ...ledgerRows(trx, { stream: writing.stream, rows, head }),
    ...ownRow(trx, { ...writing, head }),
    ...usedLinks(trx, writing),
    ...placed.flatMap((one) => project(trx, one)),
    ...answerOf(trx, { request: writing, recordedAt, rows, head }),
  ]
  const letters = lettersIn(writing, { placed, recordedAt, head })
  if (letters?.last === false) {
    return { rows, head, changes: [...changes, { row: 'letters', statement: letters.statement }], last: undefined }
  }
  return { rows, head, changes, last: letters?.statement }
}

/** What the workflow is told of rows that were written. */
export const recordedAs = ({
  rows,
  head,
}: Pick<Drawn, 'rows' | 'head'>): Extract<RecordResult, { kind: 'recorded' }> => ({
  kind: 'recorded',
  entries: rows.map(recordedFromRow),
  head: head.seq,
})

const lettersIn = (writing: Writing, written: Pick<LettersRequest, 'placed' | 'recordedAt' | 'head'>) => {
  const { kind, stream, occurredAt } = writing
  if (kind !== 'base') return undefined
  const awaitsSession = baseOf(writing)?.awaitsSession === true
  return lettersOf({ ...written, stream, programme: programmeOf(writing), occurredAt, awaitsSession })
}

function chained(writing: Writing, recordedAt: string): readonly LedgerEntry[] {
  const { stream, by, channel, occurredAt, commandId, workflowRun, rulesVersion, events } = writing
  const rows: LedgerEntry[] = []
  let previous = writing.head
  for (const payload of events) {
    // An act on paper is its signatory's, in the same record in which a clerk confirms it (R16).
    const whose = payload.type === 'step_acted' ? payload.by : by
    const entry = {
      stream,
      seq: previous.seq + 1,
      type: payload.type,
      schema_version: schemaVersion,
      payload,
      actor: whose?.person ?? null,
      on_behalf_of: whose?.onBehalfOf ?? null,
      role: whose?.role ?? null,
      channel,
      effective_on: effectiveOn(payload) ?? null,
      occurred_at: occurredAt,
      recorded_at: recordedAt,
      command_id: commandId,
      workflow_run: workflowRun,
      rules_version: rulesVersion,
      prev_hash: previous.hash,
    }
    const hashed = { ...entry, canonical: canonicalText(payload), hash: entryHash(entry) }
    const row = { ...hashed, seal: entrySeal(hashed) }
    rows.push(row)
    previous = row
  }
  return rows
}

/** The programme a request is recorded in. */
export const programmeOf = (request: RecordRequest): string => baseOf(request)?.programme ?? request.stream

function placedEvents(writing: Writing): readonly Placed<EventType>[] {
  const { stream, events, occurredAt: at, head } = writing
  const place = { stream, programme: programmeOf(writing), at, base: baseOf(writing) }
  let stageNo: number | undefined
  return events.map((event, index) => {
    if (event.type === 'stage_entered') stageNo = event.no
    return { ...place, event, seq: head.seq + index + 1, stageNo }
  })
}

const ownRow = (trx: Trx, writing: Writing): readonly RowChange[] => {
  const { stream, by, events, occurredAt, head, view } = writing
  if (isBaseView(view)) return [baseRow(trx, { stream, view, by, events, occurredAt, head })]
  return [programmeRow(trx, { stream, view, occurredAt, head })]
}

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import { missingEntries } from '../record/record-entries.js'
import { UnsealedEntryFault } from '../record/record-faults.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** A stream that must have a running workflow: an open base, or a programme with entries. */
export interface OpenStream {
  readonly stream: string
  readonly namespace: string
  /** Number of the last entry, and when it was written down. */
  readonly head: number
  readonly writtenAt: Instant
}

export interface OpenStreamsRequest {
  /** One programme with its bases; left out: every programme that is no rehearsal. */
  readonly programme?: ProgrammeId | undefined
  /** At most so many streams, in the order of their names, behind this one. */
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** Streams whose workflows must run, in the order of their names. */
export async function openStreams(
  db: Db,
  { programme, after = '', limit = 10_000 }: OpenStreamsRequest,
): Promise<readonly OpenStream[]> {
  const { rows } = await sql<OpenStream>`
    select head.stream, programme.namespace, head.seq as head, entry.recorded_at as "writtenAt"
    from ledger_head head
    join programme on programme.id = split_part(head.stream, '-', 1)
    left join base on base.id = head.stream
    join ledger_entry entry on entry.stream = head.stream and entry.seq = head.seq
    where head.seq > 0 and head.stream > ${after}
      and (base.id is null or base.closed_at is null)
      and ${programme === undefined ? sql`not programme.rehearsal` : sql`programme.id = ${programme}`}
    order by head.stream limit ${limit}`.execute(db)
  return rows
}

/** Where the workflows of programmes lie that are no rehearsals, or those of one programme. */
export async function standingNamespaces(db: Db, programme?: ProgrammeId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('programme')
    .select('namespace')
    .distinct()
    .where((where) => (programme === undefined ? where('rehearsal', '=', false) : where('id', '=', programme)))
    .execute()
  return rows.map(({ namespace }) => namespace)
}

/**
 * Number of the first entry of a stream behind `after` that a workflow must not take over: no worker wrote it, or nobody is
 * known to have sent its command. undefined: there is none.
 */
export async function firstUnsealed(
  db: Db,
  { stream, after }: { readonly stream: string; readonly after: number },
): Promise<number | undefined> {
  const found = await missingEntries(db, { stream, expectedHead: after }).catch((error: unknown) => error)
  if (found instanceof UnsealedEntryFault) return found.seq
  if (found instanceof Error) throw found
  return undefined
}

/** How far the ledgers of some streams go now. */
export async function headsNow(db: Db, streams: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('ledger_head')
    .select(['stream', 'seq'])
    .where(({ eb }) => eb('stream', '=', eb.fn.any(eb.val([...streams]))))
    .execute()
  return new Map(rows.map(({ stream, seq }) => [stream, seq]))
}

interface InProgramme {
  readonly programme?: ProgrammeId | undefined
  readonly before: Instant
}

/**
 * Commands that were sent before an instant and have no outcome, the oldest first, two hundred at the most. One that is noted as accepted
 * stands in the ledger: nothing is stuck of it, only its sender has no answer yet, so it is sent again (`takeUnanswered`) and not told here.
 */
export async function silentCommands(db: Db, { programme, before }: InProgramme) {
  let query = db
    .selectFrom('command')
    .select(['id', 'stream', 'received_at as since'])
    .where('outcome', 'is', null)
    .where('state', '=', 'sent')
    .where('received_at', '<', before)
    .orderBy('received_at')
    .limit(200)
  if (programme !== undefined) query = query.where(sql<string>`split_part(stream, '-', 1)`, '=', programme)
  return await query.execute()
}

/**
 * Commands that workers could not write down when they tried last, which was after this instant: a row that is older was
 * left by a worker that is no more. What stands in the ledger by now, whoever wrote it, or was answered with no, is left out.
 */
export async function failingRecords(db: Db, { programme, after }: Omit<InProgramme, 'before'> & { after: Instant }) {
  let query = db
    .selectFrom('failing_record')
    .selectAll()
    .where('tried_at', '>', after)
    .where(sql<boolean>`not ${isSettled}`)
    .orderBy('since')
    .limit(200)
  if (programme !== undefined) query = query.where(sql<string>`split_part(stream, '-', 1)`, '=', programme)
  return await query.execute()
}

/** Whether the command of a row of `failing_record` stands in the ledger, or its sender was told no. */
export const isSettled = sql<boolean>`(
  exists (select from ledger_entry where ledger_entry.command_id = failing_record.command_id)
  or exists (select from command where state in ('refused', 'failed') and command.id =
    case when pg_input_is_valid(failing_record.command_id, 'uuid') then failing_record.command_id::uuid end))`

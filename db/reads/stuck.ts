import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
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
  readonly programme?: string | undefined
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
  readonly programme?: string | undefined
  readonly before: Instant
}

/** Commands that were sent before an instant and have no outcome, the oldest first, two hundred at the most. */
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
 * left by a worker that is no more.
 */
export async function failingRecords(db: Db, { programme, after }: Omit<InProgramme, 'before'> & { after: Instant }) {
  let query = db.selectFrom('failing_record').selectAll().where('tried_at', '>', after).orderBy('since').limit(200)
  if (programme !== undefined) query = query.where(sql<string>`split_part(stream, '-', 1)`, '=', programme)
  return await query.execute()
}

import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { Instant } from '../domain/ids.js'
import type { RecordRequest } from '../domain/record.js'
import type { Change } from './change.js'
import type { Head, LedgerEntry } from './ledger.js'
import type { Database } from './schema.js'
import type { AcceptedEntries } from './schema/exchange-tables.js'

type Db = Kysely<Database>

interface Answered {
  readonly request: Pick<RecordRequest, 'commandId' | 'stream' | 'note'>
  readonly recordedAt: Instant
  readonly rows: readonly LedgerEntry[]
  readonly head: Pick<Head, 'seq'>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Notes on the command, where a person sent one, that it was accepted and what it became. A note that the database lost
 * in a crash is written again from what travelled with the command, so that note and entries are on the disk together.
 * Commands of machines have no row.
 */
export const answerOf = (db: Db, { request, recordedAt, rows, head }: Answered): readonly Change[] => {
  const { commandId, stream, note } = request
  if (!uuid.test(commandId)) return []
  const entries = rows.map(({ seq, type, occurred_at }) => ({ seq, type, occurredAt: occurred_at }))
  const accepted: AcceptedEntries = { head: head.seq, entries }
  const answer = { state: 'accepted' as const, answered_at: recordedAt, accepted: JSON.stringify(accepted) }
  const id = sql<string>`${commandId}::uuid`
  if (note === undefined)
    return [{ row: 'command', statement: db.updateTable('command').set(answer).where('id', '=', id) }]
  const statement = db
    .insertInto('command')
    .values({
      id,
      stream,
      route: note.route,
      actor: note.actor,
      body_hash: note.bodyHash,
      body: JSON.stringify(note.body),
      received_at: note.receivedAt,
      ...answer,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(answer))
  return [{ row: 'command', statement }]
}

/**
 * Parts of a statement: `noted` locks the note of a command, and `wasRefused` says whether its sender was told "no" already.
 * What was told stays true, so such a command is not recorded; whoever settles and whoever records wait for each other.
 */
export const noted = (commandId: string): RawBuilder<unknown> =>
  uuid.test(commandId)
    ? sql`noted as (select state from command where id = ${commandId}::uuid for update)`
    : sql`noted as (select '' as state where false)`
export const wasRefused = sql<boolean>`exists (select from noted where state in ('refused', 'failed'))`

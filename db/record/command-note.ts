import { sql } from 'kysely'
import type { Expression, Kysely, RawBuilder } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import { isCommandKey, type CommandId, type Instant } from '../../domain/ids.js'
import type { CommandNote, RecordRequest } from '../../domain/record.js'
import type { RowChange } from './change.js'
import type { Head, LedgerEntry } from '../ledger.js'
import { acceptedSeal } from '../seals/answer-seals.js'
import { noteSeal } from '../seals/note-seal.js'
import type { Database } from '../schema.js'
import type { AcceptedEntries } from '../schema/exchange-tables.js'

type Db = Kysely<Database>

/** Where whoever sent a command listens; the payload is its id. It only says where to look: what stands there is the answer. */
export const answerChannel = 'answer'

interface Answered {
  readonly request: Pick<RecordRequest, 'commandId' | 'stream' | 'note'>
  readonly recordedAt: Instant
  readonly rows: readonly LedgerEntry[]
  readonly head: Pick<Head, 'seq'>
}

/**
 * Notes on the command, where a person sent one, that it was accepted and what it became. The note that travelled with the
 * command is the one it is recorded under: it is written again where the database lost it in a crash, and takes the place of
 * another text that came under the same id meanwhile, so that note and entries are on the disk together and belong to
 * each other. Where an answer was kept under the id already the note is closed, and nothing of the command may be
 * written. The sender hears of it when the transaction commits (0070). Commands of machines have no row.
 */
export const answerOf = (db: Db, answered: Answered): readonly RowChange[] => {
  const { commandId, stream, note } = answered.request
  if (!isCommandKey(commandId)) return []
  const answer = acceptance(answered)
  if (note === undefined) return [onlyAnswer(db, { commandId, answer })]
  const statement = db
    .insertInto('command')
    .values({ ...rowOf({ id: commandId, stream, note }), ...answer })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ ...asItTravelled, ...answer })
        .where('command.outcome', 'is', null),
    )
    .returning(['id', sql`pg_notify(${answerChannel}, command.id::text)`.as('told')])
  return [{ row: 'command', statement, must: true }]
}

interface Accepting extends Pick<Answered, 'rows' | 'head'> {
  readonly recordedAt: Instant | null
  readonly request: Pick<RecordRequest, 'commandId' | 'stream'>
}

/** The same for entries that stand without a note, which were written before notes travelled with their commands. */
export const notedAgain = (db: Db, answered: Answered): readonly RowChange[] => {
  const { commandId, stream, note } = answered.request
  if (!isCommandKey(commandId) || note === undefined) return []
  const answer = acceptance(answered)
  const statement = db
    .insertInto('command')
    .values({ ...rowOf({ id: commandId, stream, note }), ...answer })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(answer).where('command.accepted', 'is', null))
  return [{ row: 'command', statement }]
}

interface Travelled {
  readonly id: CommandId
  /** The base or programme it was sent to. */
  readonly stream: string
  readonly note: CommandNote
}

/**
 * Has the note be the one that travelled with a command which became no entries, before its sender is told: written again
 * where it was lost, and in the place of another text that has no answer. What was answered stays as it is.
 */
export async function keepTravelled(db: Db, travelled: Travelled): Promise<void> {
  if (!isCommandKey(travelled.id)) return
  await db
    .insertInto('command')
    .values({ ...rowOf(travelled), state: 'sent', sent_at: now() })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ ...asItTravelled, state: 'sent' })
        .where('command.outcome', 'is', null)
        .where('command.accepted', 'is', null)
        .where(isSameNote, '=', false),
    )
    .execute()
}

/** What the row of a command says of what it became, sealed by whoever records or heals it. */
export const acceptance = ({ request: { commandId: id, stream }, rows, head, recordedAt }: Accepting) => {
  const entries = rows.map(({ seq, type, occurred_at }) => ({ seq, type, occurredAt: occurred_at }))
  const accepted: AcceptedEntries = { head: head.seq, entries }
  return {
    state: 'accepted' as const,
    answered_at: recordedAt,
    accepted: JSON.stringify(accepted),
    accepted_seal: acceptedSeal({ id, stream, ...accepted }),
  }
}

const onlyAnswer = (
  db: Db,
  { commandId, answer }: { readonly commandId: CommandId; readonly answer: ReturnType<typeof acceptance> },
): RowChange => ({
  row: 'command',
  statement: db
    .updateTable('command')
    .set(answer)
    .where('id', '=', sql<string>`${commandId}::uuid`),
})

const rowOf = ({ id, stream, note }: Travelled) => {
  const said = { stream, route: note.route, actor: note.actor, body_hash: note.bodyHash }
  return {
    ...said,
    id: sql<string>`${id}::uuid`,
    body: JSON.stringify(note.body),
    received_at: note.receivedAt,
    seal: noteSeal({ ...said, id, body: note.body }, 'left'),
  }
}

const isSameNote: Expression<boolean> = sql<boolean>`(command.actor = excluded.actor
  and command.route = excluded.route and command.body_hash = excluded.body_hash)`

/** The note as it travelled; of the same text the body stays, which says besides how its workflow is begun. */
const asItTravelled = {
  stream: sql<string>`excluded.stream`,
  route: sql<string>`excluded.route`,
  actor: sql<string>`excluded.actor`,
  body_hash: sql<string>`excluded.body_hash`,
  received_at: sql<Instant>`excluded.received_at`,
  body: sql<string>`case when ${isSameNote} then command.body else excluded.body end`,
  seal: sql<string>`case when ${isSameNote} then command.seal else excluded.seal end`,
}

/**
 * Parts of a statement: `noted` locks the note of a command, and `wasAnswered` says whether somebody was told an answer
 * without entries under its id. What was told stays true, so such a command is not recorded. Whoever settles and whoever
 * records wait for each other on that row; where it was lost, on its place, which both of them fill.
 */
export const noted = (commandId: CommandId): RawBuilder<unknown> =>
  isCommandKey(commandId)
    ? sql`noted as (
        select outcome is not null and accepted is null as answered from command where id = ${commandId}::uuid for update
      )`
    : sql`noted as (select false as answered where false)`
export const wasAnswered = sql<boolean>`exists (select from noted where answered)`

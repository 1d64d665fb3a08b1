import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { CommandId, Instant, PersonId, Sha256 } from '../../domain/ids.js'
import { kept } from '../kept-statements.js'
import { commandFromRow } from '../reads/commands.js'
import type { NotedCommand } from '../reads/commands.js'
import type { Database } from '../schema.js'
import type { AcceptedEntries } from '../schema/exchange-tables.js'

type Db = Kysely<Database>

export interface IncomingCommand {
  readonly id: CommandId
  readonly stream: string
  readonly route: string
  readonly actor: PersonId
  readonly bodyHash: Sha256
  /** The same body under keys of the installation that were replaced. */
  readonly formerHashes?: readonly Sha256[] | undefined
  /** Ids, codes and hashes only; free text is kept by `saveText` first. */
  readonly body: unknown
  readonly at?: Instant | undefined
}

export type ReceivedCommand =
  | { readonly kind: 'received' }
  /** The same command came before and has no answer yet. */
  | { readonly kind: 'known'; readonly command: NotedCommand }
  /** The same command came before and was answered. */
  | { readonly kind: 'answered'; readonly command: NotedCommand; readonly outcome: unknown }
  | { readonly kind: 'conflict'; readonly differs: 'actor' | 'route' | 'body' }

/**
 * Notes a command before it is sent. The same id with another actor, route or body is a conflict and changes nothing. The
 * note is not waited for on the disk: it travels with the command, and whatever settles the command writes it again where
 * a crash took it, so that no answer stands without its note.
 */
export async function receiveCommand(db: Db, command: IncomingCommand): Promise<ReceivedCommand> {
  const { id, actor, route, bodyHash, formerHashes = [] } = command
  if (await noteCommand(db, command)) return { kind: 'received' }
  const row = await db.selectFrom('command').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (row.actor !== actor) return { kind: 'conflict', differs: 'actor' }
  if (row.route !== route) return { kind: 'conflict', differs: 'route' }
  if (![bodyHash, ...formerHashes].includes(row.body_hash)) return { kind: 'conflict', differs: 'body' }
  const known = commandFromRow(row)
  return row.outcome === null
    ? { kind: 'known', command: known }
    : { kind: 'answered', command: known, outcome: row.outcome }
}

/** Whether the id was new. The setting holds for this one statement, which is a transaction of its own. */
const noteCommand = async (db: Db, { id, stream, route, actor, bodyHash, body, at }: IncomingCommand) => {
  const { rows } = await sql`${kept}
    insert into command (id, stream, route, actor, body_hash, body, state, received_at)
    select ${id}::uuid, ${stream}::text, ${route}::text, ${actor}::text, ${bodyHash}::text,
      ${JSON.stringify(body ?? null)}::jsonb, 'unsent', ${at ?? now()}::timestamptz
    from set_config('synchronous_commit', 'off', true)
    on conflict (id) do nothing returning id`.execute(db)
  return rows.length > 0
}

/** A command that is settled, with all that its note is made of. */
interface Settled {
  readonly command: IncomingCommand
  readonly at?: Instant | undefined
}

/** Notes that a command has left; one that was answered meanwhile stays answered. */
export async function markSent(db: Db, { command, at = now() }: Settled): Promise<void> {
  const sent = { state: 'sent' as const, sent_at: at }
  await db
    .insertInto('command')
    .values({ ...rowOf(command), ...sent })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(sent).where('command.state', '=', 'unsent'))
    .execute()
}

const rowOf = ({ id, stream, route, actor, bodyHash, body, at }: IncomingCommand) => ({
  id,
  stream,
  route,
  actor,
  body_hash: bodyHash,
  body: JSON.stringify(body ?? null),
  received_at: at ?? now(),
})

export interface CommandAnswer extends Settled {
  /** What the sender is told, to be told again to whoever repeats the command. */
  readonly outcome: unknown
}

/** Keeps the "yes" a command was answered with. The first answer stays: a later one changes nothing. */
export async function answerCommand(db: Db, { command, outcome, at = now() }: CommandAnswer): Promise<void> {
  const answer = { state: 'accepted' as const, outcome: JSON.stringify(outcome) }
  await db
    .insertInto('command')
    .values({ ...rowOf(command), ...answer, answered_at: at })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ ...answer, answered_at: sql<Instant>`coalesce(command.answered_at, ${at}::timestamptz)` })
        .where('command.outcome', 'is', null),
    )
    .execute()
}

/** What stands in the ledger under the id of a command. */
export interface StandingCommand extends AcceptedEntries {
  readonly stream: string
}

/** What a command is answered with, once a "no" was to be kept: what stands in the ledger, or the "no" that was kept first. */
export type KeptNo =
  | { readonly kind: 'standing'; readonly standing: StandingCommand }
  | { readonly kind: 'kept'; readonly outcome: unknown }

/**
 * Keeps the "no" a command was answered with, unless the ledger has entries under its id: then nothing is kept, and what
 * stands there is the answer, whatever anybody else has said. The first "no" stays: who comes later is given that one.
 */
export async function refuseCommand(db: Db, { command, outcome, at = now() }: CommandAnswer): Promise<KeptNo> {
  return await db.transaction().execute(async (trx) => {
    const before = await standingUnder(trx, command.id)
    if (before !== undefined) return { kind: 'standing', standing: before }
    const answer = { state: 'refused' as const, outcome: JSON.stringify(outcome), answered_at: at }
    await trx
      .insertInto('command')
      .values({ ...rowOf(command), ...answer })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(answer)
          .where('command.outcome', 'is', null)
          .where('command.accepted', 'is', null),
      )
      .execute()
    // One that was recorded between the two statements has its note locked by whichever came first.
    const standing = await standingUnder(trx, command.id)
    if (standing !== undefined) return { kind: 'standing', standing }
    const row = await trx.selectFrom('command').select('outcome').where('id', '=', command.id).executeTakeFirstOrThrow()
    return { kind: 'kept', outcome: row.outcome }
  })
}

/** The entries a command became, by the ledger itself; undefined where there are none. */
export async function standingUnder(db: Db, id: CommandId): Promise<StandingCommand | undefined> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['stream', 'seq', 'type', 'occurred_at as occurredAt'])
    .where('command_id', '=', id)
    .orderBy('seq')
    .execute()
  const [last] = rows.toReversed()
  return last && { stream: last.stream, head: last.seq, entries: rows.map(({ stream: _, ...brief }) => brief) }
}

export interface UnansweredRequest {
  readonly olderThan: Instant
  /** Of one stream; left out: of all. */
  readonly stream?: string | undefined
  readonly limit?: number | undefined
}

/** Commands that have left, or were even recorded, and whose sender has no answer yet: the oldest first, at most 100. */
export async function unansweredCommands(
  db: Db,
  { olderThan, stream, limit = 100 }: UnansweredRequest,
): Promise<readonly NotedCommand[]> {
  let query = db
    .selectFrom('command')
    .selectAll()
    .where('outcome', 'is', null)
    .where('state', 'in', ['sent', 'accepted'])
    .where('received_at', '<', olderThan)
    .orderBy('received_at')
    .orderBy('id')
    .limit(Math.min(limit, 100))
  if (stream !== undefined) query = query.where('stream', '=', stream)
  return (await query.execute()).map(commandFromRow)
}

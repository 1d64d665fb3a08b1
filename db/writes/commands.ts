import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { CommandId, Instant, PersonId, Sha256 } from '../../domain/ids.js'
import { kept } from '../kept-statements.js'
import { isOutcomeSealed, toldAs } from '../seals/answer-seals.js'
import { noteSeal, type NoteFate } from '../seals/note-seal.js'
import { commandFromRow } from '../reads/commands.js'
import type { NotedCommand } from '../reads/commands.js'
import type { Database } from '../schema.js'
import type { AcceptedEntries, CommandTable } from '../schema/exchange-tables.js'

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
  const { id } = command
  if (await noteCommand(db, command)) return { kind: 'received' }
  const row = await db.selectFrom('command').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const differs = differenceOf(row, command)
  if (differs !== undefined) return { kind: 'conflict', differs }
  const known = commandFromRow(row)
  return known.outcome === null
    ? { kind: 'known', command: known }
    : { kind: 'answered', command: known, outcome: known.outcome }
}

/** In what the note under an id is another command than this one; undefined where it is this one's. */
const differenceOf = (
  row: Pick<Selectable<CommandTable>, 'actor' | 'route' | 'body_hash'>,
  { actor, route, bodyHash, formerHashes = [] }: IncomingCommand,
): 'actor' | 'route' | 'body' | undefined => {
  if (row.actor !== actor) return 'actor'
  if (row.route !== route) return 'route'
  return [bodyHash, ...formerHashes].includes(row.body_hash) ? undefined : 'body'
}

/** Whether the id was new. The setting holds for this one statement, which is a transaction of its own. */
const noteCommand = async (db: Db, command: IncomingCommand) => {
  const { id, stream, route, actor, bodyHash, body, at } = command
  const { rows } = await sql`${kept}
    insert into command (id, stream, route, actor, body_hash, body, state, received_at, seal)
    select ${id}::uuid, ${stream}::text, ${route}::text, ${actor}::text, ${bodyHash}::text,
      ${JSON.stringify(body ?? null)}::jsonb, 'unsent', ${at ?? now()}::timestamptz, ${sealOf(command, 'noted')}::text
    from set_config('synchronous_commit', 'off', true)
    on conflict (id) do nothing returning id`.execute(db)
  return rows.length > 0
}

/** A command that is settled, with all that its note is made of. */
interface Settled {
  readonly command: IncomingCommand
  readonly at?: Instant | undefined
}

/** Notes that a command has left, and seals that; one that was answered meanwhile stays answered. */
export async function markSent(db: Db, { command, at = now() }: Settled): Promise<void> {
  const row = rowOf(command)
  const { stream, body, seal } = row
  const sent = { state: 'sent' as const, sent_at: at }
  await db
    .insertInto('command')
    .values({ ...row, ...sent })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ ...sent, stream, body, seal })
        .where('command.state', 'in', ['unsent', 'sent'])
        .where(isNoteOf(command), '=', true),
    )
    .execute()
}

const sealOf = ({ bodyHash: body_hash, ...note }: IncomingCommand, fate: NoteFate): string =>
  noteSeal({ ...note, body_hash }, fate)

const rowOf = (command: IncomingCommand) => {
  const { id, stream, route, actor, bodyHash, body, at } = command
  return {
    id,
    stream,
    route,
    actor,
    body_hash: bodyHash,
    body: JSON.stringify(body ?? null),
    received_at: at ?? now(),
    seal: sealOf(command, 'left'),
  }
}

export interface CommandAnswer extends Settled {
  /** What the sender is told, to be told again to whoever repeats the command. */
  readonly outcome: unknown
}

/** What is kept under an id once an answer was to be kept: the first one, or another command, which this one took the id of. */
export type KeptAnswer = { readonly kind: 'kept'; readonly outcome: unknown } | { readonly kind: 'conflict' }

/**
 * Keeps what a command was answered with, and whether that was a yes. The first answer stays: a later one changes nothing.
 * Where the id is noted for another text, person or address nothing is kept, and that is what the sender has to hear.
 */
export async function answerCommand(
  db: Db,
  { command, outcome, state = 'accepted', at = now() }: CommandAnswer & { readonly state?: 'accepted' | 'refused' },
): Promise<KeptAnswer> {
  const answer = toldAs({ id: command.id, state, outcome })
  const written = await db
    .insertInto('command')
    .values({ ...rowOf(command), ...answer, answered_at: at })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ ...answer, answered_at: sql<Instant>`coalesce(command.answered_at, ${at}::timestamptz)` })
        .where('command.outcome', 'is', null)
        .where(isNoteOf(command), '=', true),
    )
    .returning('id')
    .executeTakeFirst()
  return written === undefined ? await keptUnder(db, { command, outcome }) : { kind: 'kept', outcome }
}

/** Whether the note in the way of an insert is the command's own. */
const isNoteOf = ({ actor, route, bodyHash, formerHashes = [] }: IncomingCommand) =>
  sql<boolean>`(command.actor = ${actor} and command.route = ${route}
    and command.body_hash = any(${[bodyHash, ...formerHashes]}))`

/** What stands under the id; an outcome nobody vouches for is none, so that the one which is given now is told. */
const keptUnder = async (
  db: Db,
  { command, outcome }: Pick<CommandAnswer, 'command' | 'outcome'>,
): Promise<KeptAnswer> => {
  const row = await db
    .selectFrom('command')
    .select(['id', 'actor', 'route', 'body_hash', 'state', 'outcome', 'outcome_seal'])
    .where('id', '=', command.id)
    .executeTakeFirstOrThrow()
  if (differenceOf(row, command) !== undefined) return { kind: 'conflict' }
  return { kind: 'kept', outcome: isOutcomeSealed(row, row.outcome_seal) ? row.outcome : outcome }
}

/**
 * Whether the id of a command is noted for another text, person or address. Asked when a command was carried out, whose own note
 * is written with its entries: who hears "yes" of another conflict otherwise.
 */
export async function isTaken(db: Db, command: IncomingCommand): Promise<boolean> {
  const { rows } = await sql`${kept}
    select from command where id = ${command.id}::uuid and not ${isNoteOf(command)}`.execute(db)
  return rows.length > 0
}

/** What stands in the ledger under the id of a command. */
export interface StandingCommand extends AcceptedEntries {
  readonly stream: string
}

/**
 * What a command is answered with, once a "no" was to be kept: what stands in the ledger, the "no" that was kept first, or
 * that its id is another command's.
 */
export type KeptNo = KeptAnswer | { readonly kind: 'standing'; readonly standing: StandingCommand }

/**
 * Keeps the "no" a command was answered with, unless the ledger has entries under its id: then nothing is kept, and what
 * stands there is the answer, whatever anybody else has said. The first "no" stays: who comes later is given that one. Whoever
 * records the same command meanwhile fills the same row, so that one of the two waits and finds what the other has done.
 */
export async function refuseCommand(db: Db, { command, outcome, at = now() }: CommandAnswer): Promise<KeptNo> {
  return await db.transaction().execute(async (trx) => {
    if ((await standingUnder(trx, command.id)) === undefined) await keepNo(trx, { command, outcome, at })
    // One that was recorded between the two statements has filled the row by now.
    const standing = await standingUnder(trx, command.id)
    if (standing === undefined) return await keptUnder(trx, { command, outcome })
    return (await isTaken(trx, command)) ? { kind: 'conflict' } : { kind: 'standing', standing }
  })
}

const keepNo = async (trx: Db, { command, outcome, at = now() }: CommandAnswer): Promise<void> => {
  const answer = { ...toldAs({ id: command.id, state: 'refused', outcome }), answered_at: at }
  await trx
    .insertInto('command')
    .values({ ...rowOf(command), ...answer })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(answer)
        .where('command.outcome', 'is', null)
        .where('command.accepted', 'is', null)
        .where(isNoteOf(command), '=', true),
    )
    .execute()
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
  readonly at?: Instant | undefined
  readonly limit?: number | undefined
}

/**
 * Takes commands that have left, or were even recorded, and whose sender has no answer yet, to be sent again: at most 100,
 * first those whose last sending is longest ago. Each counts as sent at this moment, whatever becomes of it, so that those
 * which fail every time wait behind all others.
 */
export async function takeUnanswered(
  db: Db,
  { olderThan, stream, at = now(), limit = 100 }: UnansweredRequest,
): Promise<readonly NotedCommand[]> {
  const longestAgo = sql`coalesce(sent_at, received_at)`
  let oldest = db
    .selectFrom('command')
    .select('id')
    .where('outcome', 'is', null)
    .where('state', 'in', ['sent', 'accepted'])
    .where('received_at', '<', olderThan)
    .orderBy(longestAgo)
    .orderBy('id')
    .limit(Math.min(limit, 100))
    .forUpdate()
    .skipLocked()
  if (stream !== undefined) oldest = oldest.where('stream', '=', stream)
  const { rows } = await sql<Selectable<CommandTable>>`with taken as (${oldest})
    update command set sent_at = ${at}::timestamptz from taken where command.id = taken.id
    returning command.*`.execute(db)
  return rows
    .map(commandFromRow)
    .toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt) || a.id.localeCompare(b.id))
}

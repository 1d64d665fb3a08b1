import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { CommandId, Instant, PersonId, Sha256 } from '../../domain/ids.js'
import { kept } from '../kept-statements.js'
import { commandFromRow } from '../reads/commands.js'
import type { NotedCommand } from '../reads/commands.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

export interface IncomingCommand {
  readonly id: CommandId
  readonly stream: string
  readonly route: string
  readonly actor: PersonId
  readonly bodyHash: Sha256
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
 * note is not waited for on the disk: whatever is answered later is written behind it in the same log and waited for, so
 * no answer can stand without it, and a server that dies in between has the sender come again under the same id.
 */
export async function receiveCommand(db: Db, command: IncomingCommand): Promise<ReceivedCommand> {
  const { id, actor, route, bodyHash } = command
  if (await noteCommand(db, command)) return { kind: 'received' }
  const row = await db.selectFrom('command').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (row.actor !== actor) return { kind: 'conflict', differs: 'actor' }
  if (row.route !== route) return { kind: 'conflict', differs: 'route' }
  if (row.body_hash !== bodyHash) return { kind: 'conflict', differs: 'body' }
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

const now = (): Instant => new Date().toISOString()

interface CommandAt {
  readonly id: CommandId
  readonly at?: Instant | undefined
}

/** Notes that a command has left; one that was answered meanwhile stays answered. */
export async function markSent(db: Db, { id, at = now() }: CommandAt): Promise<void> {
  await db
    .updateTable('command')
    .set({ state: 'sent', sent_at: at })
    .where('id', '=', id)
    .where('state', '=', 'unsent')
    .execute()
}

export interface CommandAnswer extends CommandAt {
  readonly state: 'accepted' | 'refused' | 'failed'
  /** What the sender is told, to be told again to whoever repeats the command. */
  readonly outcome: unknown
}

/** Keeps the answer to a command. The first answer stays: a later one changes nothing. */
export async function answerCommand(db: Db, { id, state, outcome, at = now() }: CommandAnswer): Promise<void> {
  await db
    .updateTable('command')
    .set({
      state,
      outcome: JSON.stringify(outcome),
      answered_at: sql<Instant>`coalesce(answered_at, ${at}::timestamptz)`,
    })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .execute()
}

export interface UnansweredRequest {
  readonly olderThan: Instant
  readonly limit?: number | undefined
}

/** Commands that have left, or were even recorded, and whose sender has no answer yet: the oldest first, at most 100. */
export async function unansweredCommands(
  db: Db,
  { olderThan, limit = 100 }: UnansweredRequest,
): Promise<readonly NotedCommand[]> {
  const rows = await db
    .selectFrom('command')
    .selectAll()
    .where('outcome', 'is', null)
    .where('state', 'in', ['sent', 'accepted'])
    .where('received_at', '<', olderThan)
    .orderBy('received_at')
    .orderBy('id')
    .limit(Math.min(limit, 100))
    .execute()
  return rows.map(commandFromRow)
}

import type { Kysely, Transaction } from 'kysely'
import { datedTogether, type DatedEntry, type Moment } from '../../domain/as-of.js'
import type { PersonId } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import type { Database } from '../schema.js'
import { causeOf } from './cause.js'

/** An entry with all its times and whoever did it; nobody where the clock or another machine did. */
export interface AttributedEntry extends DatedEntry {
  readonly actor: PersonId | null
  readonly role: Role | null
  readonly onBehalfOf: string | null
  readonly channel: string
  /** The act it came from, where the engine did it. */
  readonly cause: number | null
}

/**
 * The entries of a stream in its order, all of them, or those that could be within a moment: whoever asks judges which are.
 * What is effective by then may have been entered at any time later, so for that the whole stream is read. One base is the
 * bound of the read: the twenty years of a busy one are some thousand entries (decision 0027).
 */
export async function datedEntries(
  db: Kysely<Database>,
  { stream, until }: { readonly stream: string; readonly until?: Moment },
): Promise<readonly AttributedEntry[]> {
  let query = db
    .selectFrom('ledger_entry as entry')
    .select(['seq', 'schema_version', 'payload', 'actor', 'on_behalf_of', 'role', 'channel', 'command_id'])
    .select(['effective_on', 'occurred_at', 'recorded_at'])
    .select(causeOf.as('cause'))
    .where('stream', '=', stream)
    .orderBy('seq')
  if (until?.by === 'happened') query = query.where('occurred_at', '<=', until.at)
  if (until?.by === 'recorded') query = query.where('recorded_at', '<=', until.at)
  const rows = await query.execute()
  const entries = rows.map((row) => ({
    seq: row.seq,
    schemaVersion: row.schema_version,
    event: row.payload,
    commandId: row.command_id,
    actor: row.actor,
    role: row.role,
    onBehalfOf: row.on_behalf_of,
    channel: row.channel,
    cause: row.cause,
    effectiveOn: row.effective_on,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
  }))
  return datedTogether(entries)
}

/**
 * Does several reads as of one moment of the database, so that no answer mixes a base before a decision with a page after
 * it. The reads come one after another, and nothing can be written.
 */
export const inOneSnapshot = <T>(db: Kysely<Database>, read: (trx: Transaction<Database>) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)

import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../schema.js'
import type { CommandTable } from '../schema/exchange-tables.js'

type Db = Kysely<Database>
export type NotedCommand = ReturnType<typeof commandFromRow>

/** What is known of a command; undefined when none of that id has come in. The id must be a UUID. */
export async function readCommand(db: Db, { id }: { id: string }): Promise<NotedCommand | undefined> {
  const row = await db.selectFrom('command').selectAll().where('id', '=', id).executeTakeFirst()
  return row && commandFromRow(row)
}

/** A command as the rest of the program reads it. */
export const commandFromRow = (row: Selectable<CommandTable>) => ({
  ...{ id: row.id, stream: row.stream, route: row.route, actor: row.actor, bodyHash: row.body_hash, body: row.body },
  ...{ state: row.state, receivedAt: row.received_at, sentAt: row.sent_at, answeredAt: row.answered_at },
  ...{ accepted: row.accepted, outcome: row.outcome },
})

import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../schema.js'
import { withTokensOpen } from '../mailbox-tokens.js'
import type { MailboxMessageTable } from '../schema/exchange-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
export type ListedMessage = ReturnType<typeof messageFromRow>

/** What the embedded mailbox has received, newest first. */
export async function listMailbox(db: Db, request: PageRequest): Promise<Page<ListedMessage>> {
  const after = keysAfter(request, ['bigint'])
  let query = db.selectFrom('mailbox_message').selectAll().orderBy('id', 'desc').limit(rowsFor(request))
  if (after?.[0] !== undefined) query = query.where('id', '<', Number(after[0]))
  return mapPage(pageOf(await query.execute(), { ...request, keysOf: ({ id }) => [id] }), messageFromRow)
}

/** One message of the mailbox; undefined when there is none of that number. */
export async function readMailboxMessage(db: Db, { id }: { id: number }): Promise<ListedMessage | undefined> {
  const row = await db.selectFrom('mailbox_message').selectAll().where('id', '=', id).executeTakeFirst()
  return row && messageFromRow(row)
}

const messageFromRow = (row: Selectable<MailboxMessageTable>) => ({
  id: row.id,
  receivedAt: row.received_at,
  from: row.sender,
  to: row.recipient,
  subject: row.subject,
  text: withTokensOpen(row.text),
  html: row.html && withTokensOpen(row.html),
  messageId: row.message_id,
})

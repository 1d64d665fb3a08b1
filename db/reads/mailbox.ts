import type { ProgrammeId } from '../../domain/ids.js'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { Database } from '../schema.js'
import { outboxIdIn } from '../outbox-id.js'
import { withTokensOpen } from '../mailbox-tokens.js'
import type { MailboxMessageTable } from '../schema/exchange-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
export type ListedMessage = ReturnType<typeof messageFromRow>

interface MailboxRequest extends PageRequest {
  /** Letters of one world: a programme, or what is of no rehearsal. Left out: all there are. */
  readonly world?: { readonly programme: ProgrammeId | undefined } | undefined
  /** Words, each part of the address it went to or of its subject. */
  readonly q?: string | undefined
}

/** What the embedded mailbox has received, newest first. */
export async function listMailbox(db: Db, request: MailboxRequest): Promise<Page<ListedMessage>> {
  const after = keysAfter(request, ['bigint'])
  const { world, q } = request
  let query = messages(db).orderBy('id', 'desc').limit(rowsFor(request))
  if (world?.programme !== undefined) query = query.where(programmeOfMail, '=', world.programme)
  if (world !== undefined && world.programme === undefined)
    query = query.where(
      sql<boolean>`not exists (select from programme where programme.id = ${programmeOfMail} and programme.rehearsal)`,
    )
  if (q !== undefined)
    query = query.where(
      sql<boolean>`(select bool_and(strpos(lower(recipient || ' ' || subject), word) > 0)
        from unnest(${q.toLowerCase().split(/\s+/)}::text[]) word)`,
    )
  if (after?.[0] !== undefined) query = query.where('id', '<', Number(after[0]))
  return mapPage(pageOf(await query.execute(), { ...request, keysOf: ({ id }) => [id] }), messageFromRow)
}

/** One message of the mailbox; undefined when there is none of that number. */
export async function readMailboxMessage(db: Db, { id }: { id: number }): Promise<ListedMessage | undefined> {
  const row = await messages(db).where('id', '=', id).executeTakeFirst()
  return row && messageFromRow(row)
}

/** Of which programme a mail is: that of the letter it is, or of the base whose link was confirmed or about which an outsider was asked. */
const programmeOfMail = sql<string | null>`(select letter.programme from letter
    where letter.id = substring(${outboxIdIn(sql.ref('message_id'))} from '^[0-9a-f]{8}-[0-9a-f-]{27}$')::uuid
  union all select base.programme from act_link join base on base.id = act_link.base
    where act_link.id = substring(${outboxIdIn(sql.ref('message_id'))} from '^code-([0-9a-f]{8}-[0-9a-f-]{27})-')::uuid
  union all select base.programme from third_party join base on base.id = third_party.base
    where third_party.id = substring(${outboxIdIn(sql.ref('message_id'))} from '^question-([0-9a-f]{8}-[0-9a-f-]{27})-')::uuid
  limit 1)`

const messages = (db: Db) => db.selectFrom('mailbox_message').selectAll().select(programmeOfMail.as('programme'))

const messageFromRow = (row: Selectable<MailboxMessageTable> & { readonly programme: ProgrammeId | null }) => ({
  id: row.id,
  programme: row.programme,
  receivedAt: row.received_at,
  from: row.sender,
  to: row.recipient,
  subject: row.subject,
  text: withTokensOpen(row.text),
  html: row.html && withTokensOpen(row.html),
  messageId: row.message_id,
})

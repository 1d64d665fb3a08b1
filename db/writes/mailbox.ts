import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import { withTokensSealed } from '../mailbox-tokens.js'
import { asInOutboxId, outboxIdIn, readerIn } from '../outbox-id.js'
import type { Database } from '../schema.js'

export interface ReceivedMail {
  readonly receivedAt: Instant
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly messageId: string | null
}

/**
 * Keeps what the embedded mailbox received, with the tokens of its links sealed; the same Message-ID to the same reader is kept
 * once, and a letter that was on its way to somebody erased meanwhile not at all.
 */
export async function keepMailboxMessage(db: Kysely<Database>, mail: ReceivedMail): Promise<void> {
  const id = sql`${mail.messageId}::text`
  const { receivedAt, from, to, subject, messageId } = mail
  const text = withTokensSealed(mail.text)
  const html = mail.html && withTokensSealed(mail.html)
  await sql`
    insert into mailbox_message (received_at, sender, recipient, subject, text, html, message_id)
    select ${receivedAt}::timestamptz, ${from}, ${to}, ${subject}, ${text}, ${html}, ${messageId}
    where not exists (select from person where person.erased_at is not null and (${asInOutboxId(sql.ref('person.id'))} = ${readerIn(id)}
      or person.id in (select recipient from letter where letter.id::text = ${outboxIdIn(id)})))
    on conflict (message_id, recipient) do nothing`.execute(db)
}

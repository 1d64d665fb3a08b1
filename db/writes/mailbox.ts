import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
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

/** Keeps what the embedded mailbox received; the same Message-ID to the same reader is kept once. */
export async function keepMailboxMessage(db: Kysely<Database>, mail: ReceivedMail): Promise<void> {
  await db
    .insertInto('mailbox_message')
    .values({
      ...{ received_at: mail.receivedAt, sender: mail.from, recipient: mail.to, subject: mail.subject },
      ...{ text: mail.text, html: mail.html, message_id: mail.messageId },
    })
    .onConflict((conflict) => conflict.columns(['message_id', 'recipient']).doNothing())
    .execute()
}

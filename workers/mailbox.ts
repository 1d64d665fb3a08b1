import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.js'
import { keepMailboxMessage } from '../db/writes/mailbox.js'
import type { Mailbox } from '../mail/mailbox.js'
import { createMailbox } from '../mail/mailbox.js'

/**
 * Starts the mailbox of a trial: every letter that reaches this port is kept in PostgreSQL, once per reader, where the
 * API shows it. Throws when the port is taken.
 */
export const startMailbox = ({ db, port }: { db: Kysely<Database>; port: number }): Promise<Mailbox> =>
  createMailbox({
    port,
    host: '127.0.0.1',
    keep: async ({ to, from, subject, text, html, receivedAt, messageId }) => {
      const letter = { from, subject, text, receivedAt, html: html || null, messageId: messageId || null }
      for (const reader of to) await keepMailboxMessage(db, { ...letter, to: reader })
    },
  })

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** The outbox id that our relay put into a Message-ID: `<id@domain>`. */
export const outboxIdIn = (messageId: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`split_part(ltrim(${messageId}, '<'), '@', 1)`

/**
 * The person to whom a letter of the day or of differences went: its outbox id ends in the person's. Nobody for an
 * ordinary letter, whose id is that of its row.
 */
export const readerIn = (messageId: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql<
    string | null
  >`substring(${outboxIdIn(messageId)} from '^(?:checkpoint-\\d{4}-\\d\\d-\\d\\d|reconciliation-\\d+)-(.*)$')`

/** A person's id as it stands in an outbox id, which knows no colon. */
export const asInOutboxId = (person: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`translate(${person}, ':', '_')`

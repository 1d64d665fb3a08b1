import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { tokenHash } from './seals/link-seal.js'

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

const markLength = 32

/**
 * The outbox id of a question to somebody outside: it bears a part of the hash of its token, or whoever reads the id of the question in the
 * ledger could make up a report that it came back, and ask somebody else.
 */
export const outboxIdOfQuestion = ({ id, token }: { readonly id: string; readonly token: string }): string =>
  `question-${id}-${tokenHash(token).slice(0, markLength)}`

const ofQuestion = new RegExp(
  String.raw`^question-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{${markLength}})(?:@|$)`,
)

/** The question that a Message-ID without its brackets names, and how the hash of its token begins; undefined where it names none. */
export const questionIn = (messageId: string): { readonly id: string; readonly begins: string } | undefined => {
  const [, id, begins] = ofQuestion.exec(messageId) ?? []
  return id === undefined || begins === undefined ? undefined : { id, begins }
}

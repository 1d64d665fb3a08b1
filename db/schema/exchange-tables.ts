import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Instant, Sha256 } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import type { LetterFacts } from '../../domain/letters/facts.js'
import type { LetterKind } from '../../domain/letters/letters.js'
import type { JsonColumn } from './json-column.js'

export type CommandState = 'unsent' | 'sent' | 'accepted' | 'refused' | 'failed'

/** The entries a command became. */
export interface AcceptedEntries {
  readonly head: number
  readonly entries: readonly { readonly seq: number; readonly type: string; readonly occurredAt: Instant }[]
}

export interface CommandTable {
  id: string
  stream: string
  route: string
  actor: string
  body_hash: Sha256
  body: JsonColumn<unknown>
  state: CommandState
  received_at: Instant
  sent_at: Instant | null
  answered_at: Instant | null
  accepted: ColumnType<AcceptedEntries | null, string | null | undefined, string | null>
  outcome: ColumnType<unknown, string | null | undefined, string | null>
  /** Who noted it, for whoever holds the key of the installation. */
  seal: string | null
  /** Who recorded what it became. */
  accepted_seal: string | null
  /** Who told its sender. */
  outcome_seal: string | null
}

export interface TextTable {
  id: string
  stream: string
  author: string
  salt: string | null
  hash: Sha256
  body: string | null
  created_at: Instant
}

export interface LetterTable {
  id: Generated<string>
  programme: string
  base: string
  seq: number
  kind: LetterKind
  step: string | null
  recipient: string
  language: Locale
  facts: JsonColumn<LetterFacts>
  /** `not_needed`: what it would have said was no longer so when its turn came. */
  state: Generated<'queued' | 'sent' | 'failed' | 'unknown' | 'not_needed' | 'bounced'>
  attempts: Generated<number>
  /** How often it was asked for once more, because its link acts no more. */
  again: Generated<number>
  queued_at: Instant
  next_attempt_at: Instant
  sent_at: Instant | null
  response: string | null
  /** The mail it left in, by the first letter of it; null: it has not left, or surely did not come. */
  sent_with: Generated<string | null>
  /** When the mail server said that it did not arrive. */
  bounced_at: Generated<Instant | null>
  /** Where it goes instead of to the address of its reader, sealed under the reader's key. */
  other_address: Generated<string | null>
  /** Until when it waits so that what it tells of can be taken back; null: it waited for nothing of that kind. */
  undo_until: Generated<Instant | null>
}

export interface RefusedAttemptTable {
  id: GeneratedAlways<number>
  at: Instant
  actor: string | null
  stream: string | null
  route: string
  command_id: string | null
  code: string
  detail: JsonColumn<unknown>
}

export interface MailboxMessageTable {
  id: GeneratedAlways<number>
  received_at: Instant
  sender: string
  recipient: string
  subject: string
  text: string
  html: string | null
  message_id: string | null
}

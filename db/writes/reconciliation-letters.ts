import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import type { Divergence } from '../../domain/divergence.js'
import { addressed } from '../addressed.js'
import type { SealedReader } from '../addressed.js'
import type { Database } from '../schema.js'
import type { Name } from '../schema/programme-tables.js'

type Db = Kysely<Database>

/** What was found, for one auditor, to be sent now. */
export interface OutgoingReconciliation {
  readonly reconciliation: number
  readonly recipient: string
  readonly programme: ProgrammeId
  readonly madeAt: Instant
  readonly found: number
  readonly divergences: readonly Divergence[]
  readonly name: Name | null
  readonly email: string
  readonly language: Locale
  /** This attempt included. */
  readonly attempts: number
}

/** Takes what waits, for a minute; several processes that ask at once get different letters. */
export async function takeReconciliationLetters(
  db: Db,
  { now }: { readonly now: Instant },
): Promise<OutgoingReconciliation[]> {
  const { rows } = await sql<Omit<OutgoingReconciliation, 'name' | 'email'> & SealedReader>`
    with due as (
      select reconciliation, recipient from reconciliation_letter
      where state = 'queued' and next_attempt_at <= ${now}::timestamptz
      order by reconciliation, recipient limit 20 for update skip locked
    ), taken as (
      update reconciliation_letter letter
      set attempts = attempts + 1, next_attempt_at = ${now}::timestamptz + interval '1 minute'
      from due where letter.reconciliation = due.reconciliation and letter.recipient = due.recipient returning letter.*
    )
    select taken.reconciliation, taken.recipient, report.programme, report.made_at as "madeAt", report.found,
      report.divergences, person.name, person.email, person.language, taken.attempts,
      key.wrapped, key.wrapped_by as "wrappedBy"
    from taken
    join reconciliation report on report.id = taken.reconciliation
    join person on person.id = taken.recipient and person.email is not null
    join person_key key on key.person = taken.recipient
    order by taken.reconciliation, taken.recipient`.execute(db)
  return rows.map(addressed).flatMap(({ email, ...letter }) => (email === null ? [] : [{ ...letter, email }]))
}

interface Answered extends Pick<OutgoingReconciliation, 'reconciliation' | 'recipient'> {
  readonly response: string
  /** When it was taken; absent: it was not. */
  readonly sentAt?: Instant
  /** When to try again; absent, and not sent: it is given up. */
  readonly retryAt?: Instant
}

/** Notes what the mail server said to a letter. */
export async function reconciliationAnswered(
  db: Db,
  { reconciliation, recipient, response, sentAt, retryAt }: Answered,
): Promise<void> {
  const ended = sentAt === undefined ? { state: 'failed' as const } : { state: 'sent' as const, sent_at: sentAt }
  await db
    .updateTable('reconciliation_letter')
    .set({ response, ...(retryAt === undefined ? ended : { next_attempt_at: retryAt }) })
    .where('reconciliation', '=', reconciliation)
    .where('recipient', '=', recipient)
    .where('state', '=', 'queued')
    .execute()
}

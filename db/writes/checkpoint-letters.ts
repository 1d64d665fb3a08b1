import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import { addressed } from '../addressed.js'
import type { SealedReader } from '../addressed.js'
import type { Database } from '../schema.js'
import type { Name } from '../schema/programme-tables.js'

type Db = Kysely<Database>

/** The last checkpoint of a day for one auditor, to be sent now. */
export interface OutgoingCheckpoint {
  readonly day: string
  readonly recipient: string
  readonly size: number
  readonly root: string
  readonly note: string
  readonly name: Name | null
  readonly email: string
  readonly language: Locale
  /** This attempt included. */
  readonly attempts: number
}

/**
 * Queues the last checkpoint of the last day before today (UTC) on which one was signed: for each auditor of a programme that is no
 * rehearsal, unless he ended it, and for whoever else holds a seat there and asked for it. Each day goes to each of them once.
 */
export async function queueCheckpointLetters(db: Db, { now }: { readonly now: Instant }): Promise<void> {
  await sql`
    insert into checkpoint_letter (day, recipient, size, next_attempt_at)
    select distinct last.day, person.id, last.size, ${now}::timestamptz
    from (
      select (signed_at at time zone 'UTC')::date as day, size from checkpoint
      where signed_at < date_trunc('day', ${now}::timestamptz, 'UTC') order by size desc limit 1
    ) last
    join mandate on mandate.revoked_at is null and mandate.from_at <= ${now}::timestamptz
      and (mandate.until_at is null or mandate.until_at > ${now}::timestamptz)
    join programme on programme.id = mandate.programme and not programme.rehearsal
    join person on person.id = mandate.person and person.email is not null and person.erased_at is null
    left join checkpoint_subscription said on said.person = person.id
    where coalesce(said.wanted, mandate.role = 'AU')
    on conflict (day, recipient) do nothing`.execute(db)
}

/** Takes what waits, for a minute; several processes that ask at once get different letters. */
export async function takeCheckpointLetters(db: Db, { now }: { readonly now: Instant }): Promise<OutgoingCheckpoint[]> {
  const { rows } = await sql<Omit<OutgoingCheckpoint, 'name' | 'email'> & SealedReader>`
    with due as (
      select day, recipient from checkpoint_letter where state = 'queued' and next_attempt_at <= ${now}::timestamptz
      order by day, recipient limit 20 for update skip locked
    ), taken as (
      update checkpoint_letter letter
      set attempts = attempts + 1, next_attempt_at = ${now}::timestamptz + interval '1 minute'
      from due where letter.day = due.day and letter.recipient = due.recipient returning letter.*
    )
    select taken.day, taken.recipient, taken.size, checkpoint.root, checkpoint.note, person.name, person.email,
      person.language, taken.attempts, key.wrapped, key.wrapped_by as "wrappedBy"
    from taken
    join checkpoint on checkpoint.size = taken.size
    join person on person.id = taken.recipient and person.email is not null
    join person_key key on key.person = taken.recipient
    order by taken.day, taken.recipient`.execute(db)
  return rows.map(addressed).flatMap(({ email, ...letter }) => (email === null ? [] : [{ ...letter, email }]))
}

interface Answered extends Pick<OutgoingCheckpoint, 'day' | 'recipient'> {
  readonly response: string
  /** When it was taken; absent: it was not. */
  readonly sentAt?: Instant
  /** When to try again; absent, and not sent: it is given up. */
  readonly retryAt?: Instant
}

/** Notes what the mail server said to a letter. */
export async function checkpointAnswered(
  db: Db,
  { day, recipient, response, sentAt, retryAt }: Answered,
): Promise<void> {
  const ended = sentAt === undefined ? { state: 'failed' as const } : { state: 'sent' as const, sent_at: sentAt }
  await db
    .updateTable('checkpoint_letter')
    .set({ response, ...(retryAt === undefined ? ended : { next_attempt_at: retryAt }) })
    .where('day', '=', day)
    .where('recipient', '=', recipient)
    .where('state', '=', 'queued')
    .execute()
}

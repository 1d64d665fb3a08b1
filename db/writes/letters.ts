import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { Instant } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import { addressed } from '../addressed.js'
import { unseal } from '../sealed-person.js'
import type { SealedReader } from '../addressed.js'
import type { LetterFacts } from '../../domain/letters/facts.js'
import type { LetterKind } from '../../domain/letters/letters.js'
import { defined } from '../../domain/values/defined.js'
import type { Database } from '../schema.js'
import type { LocalClusterNames, Name } from '../schema/programme-tables.js'

type Db = Kysely<Database>

/** A letter to be written and sent now, with all that is kept of its reader and its base. */
export interface OutgoingLetter {
  readonly id: string
  readonly programme: string
  readonly rehearsal: boolean
  readonly base: string
  readonly names: Readonly<Record<Locale, LocalClusterNames>> | null
  /** IANA name of the zone of the place. */
  readonly zone: string
  readonly seq: number
  readonly kind: LetterKind
  readonly step: string | null
  /** The mail in which it was handed over before, where that may have come. */
  readonly sentWith: string | null
  readonly recipient: string
  /** null: the person was erased after the letter was queued. */
  readonly name: Name | null
  readonly email: string | null
  /** It goes to another address than the one on record, so that it may not act for its reader. */
  readonly isElsewhere: boolean
  readonly language: Locale
  readonly facts: LetterFacts
  readonly occurredAt: Instant
  readonly queuedAt: Instant
  /** This attempt included. */
  readonly attempts: number
}

export interface TakeRequest {
  /** How long a letter waits for others to its reader; none: it leaves with what is there. */
  readonly gatherMs?: number | undefined
  readonly limit?: number | undefined
  /** For how long nobody else takes these letters; a sender that dies gives them back by silence. */
  readonly leaseMs?: number | undefined
}

/**
 * Takes queued letters whose time has come, oldest first, and with each what else waits for its reader; several senders may call it at once and get different ones. When
 * a letter's turn comes goes by the database's clock, here and wherever it is set: the one clock that all senders share.
 */
export async function takeLetters(
  db: Db,
  { gatherMs = 0, limit = 20, leaseMs = 60_000 }: TakeRequest,
): Promise<OutgoingLetter[]> {
  const { rows } = await sql<
    Omit<OutgoingLetter, 'name' | 'email' | 'isElsewhere'> & SealedReader & { otherAddress: string | null }
  >`
    with reader as (
      select recipient, min(next_attempt_at) as since from letter
      where state = 'queued' and next_attempt_at <= ${inMilliseconds(-gatherMs)}
      group by recipient order by since limit ${limit}
    ), due as (
      select letter.id from letter join reader using (recipient)
      where letter.state = 'queued' and letter.next_attempt_at <= now()
      order by reader.since, recipient, letter.next_attempt_at, letter.id limit ${limit} for update of letter skip locked
    ), taken as (
      update letter set attempts = attempts + 1, next_attempt_at = ${inMilliseconds(leaseMs)}
      from due where letter.id = due.id returning letter.*
    )
    select taken.id, taken.programme, base.rehearsal, taken.base, cluster.names, first.payload #>> '{cluster,zone}' as zone, taken.seq, taken.kind, taken.step,
      taken.sent_with as "sentWith", taken.other_address as "otherAddress", taken.recipient, person.name, person.email, taken.language, taken.facts,
      entry.occurred_at as "occurredAt", taken.queued_at as "queuedAt", taken.attempts,
      key.wrapped, key.wrapped_by as "wrappedBy"
    from taken
    join base on base.id = taken.base
    join ledger_entry first on first.stream = taken.base and first.seq = 1
    join ledger_entry entry on entry.stream = taken.base and entry.seq = taken.seq
    left join cluster on cluster.programme = base.programme and cluster.id = base.cluster
    left join person on person.id = taken.recipient
    left join person_key key on key.person = taken.recipient
    order by taken.queued_at, taken.base, taken.seq, taken.id`.execute(db)
  return rows.map(toWhere)
}

const toWhere = <T extends SealedReader & { readonly id: string; readonly otherAddress: string | null }>({
  otherAddress,
  ...letter
}: T) => {
  const { id, recipient: person, wrapped, wrappedBy } = letter
  const other = unseal({ person, wrapped, wrappedBy }, { field: `letter-address/${id}`, sealed: otherAddress })
  const row = addressed(letter)
  const isElsewhere = otherAddress !== null
  return { ...row, isElsewhere, email: isElsewhere && row.email !== null ? other : row.email }
}

/**
 * Notes in which mail letters leave, before they do: an attempt without an answer is repeated as the same mail, and nothing in
 * it is held for unsent.
 */
export async function sendTogether(
  db: Db,
  { first, letters }: { readonly first: string; readonly letters: readonly string[] },
): Promise<void> {
  await db.updateTable('letter').set({ sent_with: first }).where('id', 'in', letters).execute()
}

/** Notes that a letter says nothing any more that is so. */
export async function letterNotNeeded(
  db: Db,
  { id, response }: { readonly id: string; readonly response: string },
): Promise<void> {
  await db
    .updateTable('letter')
    .set({ state: 'not_needed', response })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute()
}

/** Lays a letter back until what it asks for can be done; nobody has tried to send it. */
export async function letterNotYet(
  db: Db,
  { id, againMs }: { readonly id: string; readonly againMs: number },
): Promise<void> {
  await db
    .updateTable('letter')
    .set({ attempts: sql<number>`attempts - 1`, next_attempt_at: inMilliseconds(againMs) })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute()
}

/** Lays a letter back until the time is over in which what it tells of can be taken back; until then its page says so. */
export async function letterAwaitsUndo(
  db: Db,
  { id, until }: { readonly id: string; readonly until: Instant },
): Promise<void> {
  await db
    .updateTable('letter')
    .set({ attempts: sql<number>`attempts - 1`, next_attempt_at: until, undo_until: until })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute()
}

/** Notes that a letter was handed over and counts it on its base, once however often it is said. */
export async function letterSent(
  db: Db,
  { id, response, at = now() }: { id: string; response: string; at?: Instant },
): Promise<void> {
  await sql`
    with sent as (
      update letter set state = 'sent', sent_at = ${at}::timestamptz, response = ${unlessErased(response)}
      where id = ${id}::uuid and state not in ('sent', 'bounced') returning base
    )
    update base set letters_sent = letters_sent + 1 from sent where base.id = sent.base`.execute(db)
}

export interface FailedLetter {
  readonly id: string
  readonly response: string
  /** In how many milliseconds to try again; absent: never. */
  readonly againMs?: number | undefined
  /** Whether it may have arrived all the same; such a letter is not sent again by itself. */
  readonly unknown?: boolean | undefined
  /** Whether it may have arrived and is sent again all the same, as the same mail; else it may travel with others next time. */
  readonly mayHaveCome?: boolean | undefined
}

/** Notes that a letter was not taken, and whether it will be tried again. One that was sent stays sent. */
export async function letterFailed(
  db: Db,
  { id, response, againMs, unknown = false, mayHaveCome = true }: FailedLetter,
): Promise<void> {
  const lost = unknown ? 'unknown' : 'failed'
  // What is given up keeps the mail in which it was refused, by which the mail server's log knows it.
  const isFree = againMs !== undefined && !mayHaveCome
  await db
    .updateTable('letter')
    .set(againMs === undefined ? { state: lost } : { state: 'queued', next_attempt_at: inMilliseconds(againMs) })
    .set({ response: unlessErased(response), ...defined({ sent_with: isFree ? null : undefined }) })
    .where('id', '=', id)
    .where('state', 'not in', ['sent', 'bounced'])
    .execute()
}

const inMilliseconds = (count: number) => sql<Instant>`now() + ${count} * interval '1 millisecond'`

/** A mail server may name the address in its answer, so the answer about an erased reader is not kept. */
export const unlessErased = (response: string) =>
  sql<string | null>`case when not exists (
    select from person where person.id = letter.recipient and person.erased_at is not null) then ${response}::text end`

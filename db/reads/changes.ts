import type { Kysely } from 'kysely'
import type { AnyEvent } from '../../domain/event.js'
import type { Instant } from '../../domain/ids.js'
import { seatInForce } from '../seats.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** A place in the one order over all streams (0020), with the first digits of the hash of what stands there. */
export interface OrderPlace {
  readonly index: number
  readonly mark: string
}

/** An entry at its place in that order. */
export interface OrderedEntry extends OrderPlace {
  readonly stream: string
  readonly seq: number
  readonly event: AnyEvent
  readonly recordedAt: Instant
}

const markOf = (hash: string): string => hash.slice(0, 8)

const ordered = (db: Db) =>
  db
    .selectFrom('ledger_leaf as leaf')
    .innerJoin('ledger_entry as entry', (join) =>
      join.onRef('entry.stream', '=', 'leaf.stream').onRef('entry.seq', '=', 'leaf.seq'),
    )

/** The last place of the order; undefined while nothing stands in it. */
export async function lastPlace(db: Db): Promise<OrderPlace | undefined> {
  const row = await ordered(db)
    .select(['leaf.index', 'entry.hash'])
    .orderBy('leaf.index', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { index: row.index, mark: markOf(row.hash) }
}

/** Whether this order has what somebody says to have seen last: another one, or one that was put back, has not. */
export async function hasPlace(db: Db, { index, mark }: OrderPlace): Promise<boolean> {
  const row = await ordered(db).select('entry.hash').where('leaf.index', '=', index).executeTakeFirst()
  return row !== undefined && markOf(row.hash) === mark
}

/** Entries from a place of the order on, as many as are wanted at the most. */
export async function entriesFrom(
  db: Db,
  { from, atMost }: { readonly from: number; readonly atMost: number },
): Promise<readonly OrderedEntry[]> {
  const rows = await ordered(db)
    .select(['leaf.index', 'leaf.stream', 'leaf.seq', 'entry.hash', 'entry.payload', 'entry.recorded_at'])
    .where('leaf.index', '>=', from)
    .orderBy('leaf.index')
    .limit(atMost)
    .execute()
  return rows.map(({ index, stream, seq, hash, payload, recorded_at: recordedAt }) => ({
    index,
    stream,
    seq,
    mark: markOf(hash),
    event: payload,
    recordedAt,
  }))
}

/** Of some bases those whose rows are shown at all, each with its rules: asked for a reader, the database answers by that person's seats (0065). */
export async function basesShown(
  db: Db,
  { ids }: { readonly ids: readonly string[] },
): Promise<readonly { readonly id: string; readonly procedure: string }[]> {
  if (ids.length === 0) return []
  return await db.selectFrom('base').select(['id', 'procedure']).where('id', 'in', ids).execute()
}

/** What is asked of everybody who follows changes, at once: their seats, and whether that by which they are known still holds. */
interface StillAsked {
  readonly people: readonly string[]
  readonly signIns: readonly string[]
  readonly tokens: readonly string[]
  readonly now: Instant
  /** A sign-in that was last seen before this has ended. */
  readonly seenSince: Instant
}

/** The seats of each person that are in force, and which sign-ins and tokens are: three statements, however many people there are. */
export async function stillInForce(db: Db, { people, signIns, tokens, now, seenSince }: StillAsked) {
  const [seats, signed, held] = await Promise.all([
    people.length === 0
      ? []
      : db
          .selectFrom('mandate')
          .select(['person', 'id'])
          .where('person', 'in', people)
          .where(seatInForce('mandate', now))
          .orderBy('id')
          .execute(),
    signIns.length === 0
      ? []
      : db
          .selectFrom('sign_in')
          .select('id')
          .where('id', 'in', signIns)
          .where('ended_at', 'is', null)
          .where('ends_at', '>', now)
          .where('seen_at', '>', seenSince)
          .execute(),
    tokens.length === 0
      ? []
      : db
          .selectFrom('api_token')
          .select('id')
          .where('id', 'in', tokens)
          .where('revoked_at', 'is', null)
          .where('ends_at', '>', now)
          .execute(),
  ])
  const idsOf = (person: string) => seats.flatMap((seat) => (seat.person === person ? [seat.id] : []))
  return {
    seats: new Map(people.map((person) => [person, idsOf(person).join(' ')])),
    known: new Set([...signed, ...held].map(({ id }) => id)),
  }
}

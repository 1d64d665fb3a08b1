import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import { letterChannel } from '../record/queue-letters.js'
import { seal, unseal, type WrappedKey } from '../sealed-person.js'
import type { Database } from '../schema.js'
import { underKeyOf } from './person-keys.js'

type Db = Kysely<Database>

interface Resending {
  readonly id: string
  readonly at: Instant
  /** Another address of its reader, which is kept under the reader's key; absent: the one on record. */
  readonly elsewhere?: { readonly recipient: string; readonly address: string } | undefined
}

/** What came of it: the letter that is queued, or the one that waits to go to yet another address, so that nothing was queued. */
type Resent = { readonly letter: string } | { readonly waits: string }

/**
 * Queues a letter once more, as a letter of its own; the relay sends it if what it says is still so. Of one that waits to go to the
 * same address already, that one is meant, so that it is harmless to repeat. undefined: it was no longer needed, so that there is nothing
 * to send, or it was to go to another address of somebody who was erased.
 */
export async function resendLetter(db: Db, { elsewhere, ...asked }: Resending): Promise<Resent | undefined> {
  if (elsewhere === undefined) {
    const queued = await queueAgain(db, { ...asked, made: randomUUID() })
    return queued === undefined ? undefined : { letter: queued.id }
  }
  const { recipient: person, address } = elsewhere
  const made = randomUUID()
  const work = async (key: WrappedKey): Promise<Resent | undefined> => {
    const sealed = seal(key, { field: `letter-address/${made}`, text: address })
    const queued = await queueAgain(db, { ...asked, made, other: { key, sealed } })
    if (queued === undefined) return undefined
    const { id, address: kept } = queued
    const isSame = id === made || unseal(key, { field: `letter-address/${id}`, sealed: kept }) === address
    return isSame ? { letter: id } : { waits: id }
  }
  return await underKeyOf(db, { person, work })
}

interface Queueing extends Pick<Resending, 'id' | 'at'> {
  /** The id it gets. */
  readonly made: string
  /** Another address, and the key it is sealed under, which must still be kept. */
  readonly other?: { readonly key: WrappedKey; readonly sealed: string }
}

/** Queues it, or finds the one that waits to go the same way: to the address on record, or to another one. */
const queueAgain = async (
  db: Db,
  { id, at, made, other }: Queueing,
): Promise<{ readonly id: string; readonly address: string | null } | undefined> => {
  const isKept =
    other === undefined
      ? sql`true`
      : sql`exists (select from person_key where person = ${other.key.person} and wrapped = ${other.key.wrapped})`
  const { rows } = await sql<{ id: string; address: string | null }>`
    with these as (
      select other.* from letter one join letter other using (base, seq, kind, recipient) where one.id = ${id}::uuid
    ), waiting as (
      select id, other_address from these
      where state = 'queued' and (other_address is null) = ${other === undefined} limit 1
    ), made as (
      insert into letter (id, programme, base, seq, kind, step, recipient, language, facts, again, queued_at, next_attempt_at, other_address)
      select ${made}::uuid, programme, base, seq, kind, step, recipient, language, facts, (select max(again) + 1 from these),
        ${at}::timestamptz, ${at}::timestamptz, ${other?.sealed ?? null}
      from these where id = ${id}::uuid and state <> 'not_needed' and not exists (select from waiting) and ${isKept}
      on conflict do nothing
      returning id, other_address, pg_notify(${letterChannel}, base)
    )
    select id, other_address as address from made union all select id, other_address from waiting`.execute(db)
  return rows[0]
}

import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import { letterChannel } from '../record/queue-letters.js'
import { seal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import { underKeyOf } from './person-keys.js'

interface Elsewhere {
  readonly id: string
  readonly recipient: string
  readonly address: string
  readonly at: Instant
}

/**
 * Queues a letter once more, to another address of its reader, which is kept under the reader's key. Gives its id; of one that waits
 * to go elsewhere already, that of the waiting one. undefined: there is nothing to send, or its reader was erased.
 */
export async function resendElsewhere(
  db: Kysely<Database>,
  { id, recipient, address, at }: Elsewhere,
): Promise<string | undefined> {
  const made = randomUUID()
  return await underKeyOf(db, {
    person: recipient,
    work: async (key) => {
      const sealed = seal(key, { field: `letter-address/${made}`, text: address })
      const { rows } = await sql<{ id: string }>`
        with these as (
          select other.* from letter one join letter other using (base, seq, kind, recipient) where one.id = ${id}::uuid
        ), made as (
          insert into letter (id, programme, base, seq, kind, step, recipient, language, facts, again, queued_at, next_attempt_at, other_address)
          select ${made}::uuid, programme, base, seq, kind, step, recipient, language, facts, (select max(again) + 1 from these),
            ${at}::timestamptz, ${at}::timestamptz, ${sealed}
          from these where id = ${id}::uuid and state <> 'not_needed'
            and not exists (select from these where state = 'queued' and other_address is not null)
            and exists (select from person_key where person = ${recipient} and wrapped = ${key.wrapped})
          on conflict do nothing
          returning id, pg_notify(${letterChannel}, base)
        )
        select id from made union all
          select id from these where state = 'queued' and other_address is not null limit 1`.execute(db)
      return rows[0]?.id
    },
  })
}

/**
 * Queues a letter once more, to the address on record, as a letter of its own; the relay sends it if what it says is still so.
 * Gives its id; of one that waits already, that of the waiting one, so that it is harmless to repeat. undefined: of the kind that
 * was no longer needed there is nothing to send.
 */
export async function resendLetter(
  db: Kysely<Database>,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with these as (
      select other.* from letter one join letter other using (base, seq, kind, recipient) where one.id = ${id}::uuid
    ), made as (
      insert into letter (programme, base, seq, kind, step, recipient, language, facts, again, queued_at, next_attempt_at)
      select programme, base, seq, kind, step, recipient, language, facts, (select max(again) + 1 from these),
        ${at}::timestamptz, ${at}::timestamptz
      from these where id = ${id}::uuid and state <> 'not_needed'
        and not exists (select from these where state = 'queued')
      on conflict do nothing
      returning id, pg_notify(${letterChannel}, base)
    )
    select id from made union all select id from these where state = 'queued' limit 1`.execute(db)
  return rows[0]?.id
}

import { sql, type Kysely } from 'kysely'
import type { Instant, PersonId } from '../../domain/ids.js'
import { seal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import { underKeyOf } from './person-keys.js'

/** A letter as it is kept for whoever may read what was sent. */
export interface LetterCopy {
  readonly subject: string
  readonly text: string
}

interface Keeping extends LetterCopy {
  readonly letter: string
  readonly person: PersonId
  readonly at: Instant
}

/**
 * Keeps what a letter says, sealed under the key of its reader; one that is tried again is kept as it was handed over last. Nothing of
 * whoever was erased.
 */
export async function keepLetterCopy(db: Kysely<Database>, { letter, person, at, ...said }: Keeping): Promise<void> {
  await underKeyOf(db, {
    person,
    work: async (key) => {
      const body = seal(key, { field: `letter/${letter}`, text: JSON.stringify(said) })
      // The key is locked with the insert, so that an erasure comes before it or after it.
      const { rows } = await sql`
        insert into letter_copy (letter, person, body, kept_at)
        select ${letter}::uuid, person, ${body}, ${at}::timestamptz
        from person_key where person = ${person} and wrapped = ${key.wrapped} for key share
        on conflict (letter) do update set body = excluded.body, kept_at = excluded.kept_at
        returning letter`.execute(db)
      return rows.length === 0 ? undefined : true
    },
  })
}

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { TextReference } from '../../domain/values/text-reference.js'
import type { Instant, PersonId } from '../../domain/ids.js'
import { seal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import { underKeyOf } from './person-keys.js'

export interface FreeText {
  readonly stream: string
  readonly author: PersonId
  readonly body: string
  readonly at?: Instant | undefined
}

/**
 * Keeps a person's words, sealed under the person's key, and returns what may travel: their id and a hash whose salt goes
 * when the words are erased. undefined, and nothing kept, for a person who was erased.
 */
export async function saveText(
  db: Kysely<Database>,
  { stream, author, body, at }: FreeText,
): Promise<TextReference | undefined> {
  const id = randomUUID()
  const salt = randomBytes(16).toString('hex')
  const hash = createHash('sha256').update(`${salt}\n${body}`).digest('hex')
  const created = at ?? now()
  return await underKeyOf(db, {
    person: author,
    work: async (key) => {
      const sealed = seal(key, { field: `text/${id}`, text: body })
      // The key is locked with the insert: an erasure under way comes before it, and nothing is kept, or after it.
      const { rows } = await sql`
        insert into text (id, stream, author, salt, hash, body, created_at)
        select ${id}::uuid, ${stream}, person, ${salt}, ${hash}, ${sealed}, ${created}::timestamptz
        from person_key where person = ${author} and wrapped = ${key.wrapped} for key share
        returning id`.execute(db)
      return rows.length === 0 ? undefined : { id, hash }
    },
  })
}

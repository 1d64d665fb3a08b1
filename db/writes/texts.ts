import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { TextReference } from '../../domain/command.js'
import type { Instant, PersonId } from '../../domain/ids.js'
import type { Database } from '../schema.js'

export interface FreeText {
  readonly stream: string
  readonly author: PersonId
  readonly body: string
  readonly at?: Instant | undefined
}

/** Keeps a person's words and returns what may travel: their id and a hash whose salt goes when the words are erased. */
export async function saveText(db: Kysely<Database>, { stream, author, body, at }: FreeText): Promise<TextReference> {
  const id = randomUUID()
  const salt = randomBytes(16).toString('hex')
  const hash = createHash('sha256').update(`${salt}\n${body}`).digest('hex')
  const created_at = at ?? new Date().toISOString()
  await db.insertInto('text').values({ id, stream, author, salt, hash, body, created_at }).execute()
  return { id, hash }
}

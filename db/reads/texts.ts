import type { Kysely } from 'kysely'
import { unseal } from '../sealed-person.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** The words of a person that an entry names by id; `body` is null once they are erased. */
export const readText = async (db: Db, { id }: { id: string }) => {
  const row = await readTexts(db).select(['stream', 'hash']).where('id', '=', id).executeTakeFirst()
  return row && unsealedText(row)
}

/** Texts with the keys they are sealed under, for `unsealedText`. */
export const readTexts = (db: Db) =>
  db
    .selectFrom('text')
    .leftJoin('person_key as key', 'key.person', 'text.author')
    .select(['text.id', 'text.author', 'text.body', 'key.wrapped', 'key.wrapped_by as wrappedBy'])

interface SealedText {
  readonly id: string
  readonly author: string
  readonly body: string | null
  readonly wrapped: string | null
  readonly wrappedBy: string | null
}

/** A text as it was written; `body` is null once its author was erased. */
export const unsealedText = <T extends SealedText>({ wrapped, wrappedBy, ...text }: T) => ({
  ...text,
  body: unseal({ person: text.author, wrapped, wrappedBy }, { field: `text/${text.id}`, sealed: text.body }),
})

/**
 * The texts of a stream that are about something: every word, or phrase in quotation marks, is part of them, whatever its
 * case. Looked for after unsealing, since PostgreSQL cannot read them, and by parts of words, since Chinese has no blanks.
 */
export const textsAbout = async (
  db: Db,
  { stream, about }: { readonly stream: string; readonly about: string },
): Promise<readonly string[]> => {
  const wanted = [...about.matchAll(/"([^"]+)"|[^\s"]+/gu)].map(([whole, phrase]) => foldedCase(phrase ?? whole))
  const rows = await readTexts(db).where('stream', '=', stream).execute()
  return rows.flatMap((row) => {
    const { id, body } = unsealedText(row)
    const said = foldedCase(body ?? '')
    return body !== null && wanted.length > 0 && wanted.every((part) => said.includes(part)) ? [id] : []
  })
}

const foldedCase = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Some texts by their ids; null for one whose author was erased. */
export const textsById = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> => {
  if (ids.length === 0) return new Map()
  const rows = await readTexts(db).where('text.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, unsealedText(row).body]))
}

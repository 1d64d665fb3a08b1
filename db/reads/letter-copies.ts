import type { Kysely } from 'kysely'
import { unseal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import type { LetterCopy } from '../writes/letter-copies.js'

/** What some letters said, each by itself; one whose reader was erased is not among them. */
export async function letterCopies(
  db: Kysely<Database>,
  letters: readonly string[],
): Promise<ReadonlyMap<string, LetterCopy>> {
  if (letters.length === 0) return new Map()
  const rows = await db
    .selectFrom('letter_copy')
    .innerJoin('person_key as key', 'key.person', 'letter_copy.person')
    .select(['letter', 'letter_copy.person', 'body', 'key.wrapped', 'key.wrapped_by as wrappedBy'])
    .where('letter', 'in', letters)
    .execute()
  return new Map(
    rows.flatMap(({ letter, body, ...key }) => {
      const copy = copyIn(unseal(key, { field: `letter/${letter}`, sealed: body }))
      return copy === undefined ? [] : [[letter, copy] as const]
    }),
  )
}

const copyIn = (text: string | null): LetterCopy | undefined => {
  const copy: unknown = text === null ? undefined : JSON.parse(text)
  if (typeof copy !== 'object' || copy === null || !('subject' in copy) || !('text' in copy)) return undefined
  const { subject, text: body } = copy
  return typeof subject === 'string' && typeof body === 'string' ? { subject, text: body } : undefined
}

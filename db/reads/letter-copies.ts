import type { Kysely } from 'kysely'
import { unseal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import type { LetterCopy } from '../writes/letter-copies.js'

/** What some mails said, by the first letter of each; one whose reader was erased is not among them. */
export async function letterCopies(
  db: Kysely<Database>,
  mails: readonly string[],
): Promise<ReadonlyMap<string, LetterCopy>> {
  if (mails.length === 0) return new Map()
  const rows = await db
    .selectFrom('letter_copy')
    .innerJoin('person_key as key', 'key.person', 'letter_copy.person')
    .select(['mail', 'letter_copy.person', 'body', 'key.wrapped', 'key.wrapped_by as wrappedBy'])
    .where('mail', 'in', [...new Set(mails)])
    .execute()
  return new Map(
    rows.flatMap(({ mail, body, ...key }) => {
      const copy = copyIn(unseal(key, { field: `letter/${mail}`, sealed: body }))
      return copy === undefined ? [] : [[mail, copy] as const]
    }),
  )
}

const copyIn = (text: string | null): LetterCopy | undefined => {
  const copy: unknown = text === null ? undefined : JSON.parse(text)
  if (typeof copy !== 'object' || copy === null || !('subject' in copy) || !('text' in copy)) return undefined
  const { subject, text: body } = copy
  return typeof subject === 'string' && typeof body === 'string' ? { subject, text: body } : undefined
}

import type { BaseId, PersonId } from '../../domain/ids.js'
import { sql, type Kysely } from 'kysely'
import { holderOf } from '../writes/case-keys.js'
import { unseal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import { seenLetters, type LettersSeen } from './letters.js'
import { keysAfter, mapPage, pageOf, rowsFor, type Page, type PageRequest } from './page.js'

/** What somebody wrote, as it is kept. */
export interface CorrespondenceWords {
  readonly from: string
  readonly subject: string
  readonly text: string
}

interface ListedCorrespondence extends CorrespondenceWords {
  readonly id: string
  readonly letter: string | null
  readonly person: PersonId | null
  readonly isAutomatic: boolean
  readonly files: number
  readonly receivedAt: string
}

/**
 * What was written to the address of a base, in the order it came. Whoever may see a letter sees what answers it; what answers none is
 * for those who see all letters.
 */
export async function listCorrespondence(
  db: Kysely<Database>,
  { base, forPlace, without, ...request }: PageRequest & LettersSeen & { readonly base: BaseId },
): Promise<Page<ListedCorrespondence>> {
  const after = keysAfter(request, ['instant', 'uuid'])
  let query = db
    .selectFrom('correspondence')
    .leftJoin('person_key as own', 'own.person', 'correspondence.person')
    .leftJoin('case_key as shared', 'shared.base', 'correspondence.base')
    .select(['correspondence.id', 'correspondence.base', 'letter', 'correspondence.person', 'automatic', 'files'])
    .select(['received_at', 'body', 'own.wrapped', 'own.wrapped_by as wrappedBy'])
    .select(['shared.wrapped as sharedWrapped', 'shared.wrapped_by as sharedBy'])
    .where('correspondence.base', '=', base)
    .orderBy('received_at')
    .orderBy('correspondence.id')
    .limit(rowsFor(request))
  const seen = seenLetters({ forPlace, without })
  if (seen.length > 0) {
    const one = sql<boolean>`exists (select from letter where letter.id = correspondence.letter and ${sql.join(seen, sql` and `)})`
    query = query.where(forPlace === undefined ? sql<boolean>`(correspondence.letter is null or ${one})` : one)
  }
  if (after !== undefined) {
    const [receivedAt, id] = after
    query = query.where(sql<boolean>`(received_at, correspondence.id) > (${receivedAt}::timestamptz, ${id}::uuid)`)
  }
  const page = pageOf(await query.execute(), { ...request, keysOf: (row) => [row.received_at, row.id] })
  return mapPage(page, ({ automatic, received_at, body, sharedWrapped, sharedBy, ...row }) => {
    const { id, letter, person, files } = row
    const key =
      person === null
        ? { person: holderOf(row.base), wrapped: sharedWrapped, wrappedBy: sharedBy }
        : { person, wrapped: row.wrapped, wrappedBy: row.wrappedBy }
    const said = wordsIn(unseal(key, { field: `correspondence/${id}`, sealed: body }))
    return { id, letter, person, files, isAutomatic: automatic, receivedAt: received_at, ...said }
  })
}

const wordsIn = (text: string | null): CorrespondenceWords => {
  const said: unknown = text === null ? undefined : JSON.parse(text)
  const read = (name: string): string => {
    const value =
      typeof said === 'object' && said !== null ? Object.entries(said).find(([key]) => key === name) : undefined
    return typeof value?.[1] === 'string' ? value[1] : ''
  }
  return { from: read('from'), subject: read('subject'), text: read('text') }
}

import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'
import type { Name } from '../schema/programme-tables.js'
import { nameUnder } from '../sealed-person.js'

/** The names of some people, by id; nobody who is not known, and nobody who was erased, is among them. */
export const namesOf = async (
  db: Kysely<Database>,
  { people }: { readonly people: readonly string[] },
): Promise<ReadonlyMap<string, Name>> => {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .leftJoin('person_key as key', 'key.person', 'person.id')
    .select(['person.id', 'name', 'key.wrapped', 'key.wrapped_by as wrappedBy'])
    .where('person.id', 'in', [...new Set(people)])
    .where('erased_at', 'is', null)
    .execute()
  return new Map(
    rows.flatMap(({ id, name, ...key }) => {
      const read = nameUnder({ person: id, ...key }, name)
      return read === null ? [] : [[id, read] as const]
    }),
  )
}

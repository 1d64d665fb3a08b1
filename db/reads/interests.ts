import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'

/** The interests a person has declared, each with its base (SD5). */
export const interestsOf = (db: Kysely<Database>, { person }: { person: string }) =>
  db
    .selectFrom('interest')
    .select(['base', 'kind', 'declared_at as since'])
    .where('person', '=', person)
    .orderBy('base')
    .execute()

/** Who has declared an interest in a base, in the order of the declarations. */
export const interestsIn = (db: Kysely<Database>, { base }: { base: string }) =>
  db
    .selectFrom('interest')
    .select(['person', 'kind', 'declared_at as since'])
    .where('base', '=', base)
    .orderBy('declared_seq')
    .execute()

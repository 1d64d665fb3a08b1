import { sql, type RawBuilder } from 'kysely'

/** Selects the country of a row of `register_entry`, under the name it has in a statement; null where there is none. */
export const countryOf = (name: string): RawBuilder<string | null> =>
  sql<string | null>`${sql.ref(`${name}.entry`)} ->> 'country'`

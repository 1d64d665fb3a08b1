import type { Name } from '../../db/schema/programme-tables.js'

/** The name beside an id, for whoever may read it; null for nobody, for who is not known and for who was erased. */
export const nameIn = (names: ReadonlyMap<string, Name>, person: string | null): Name | null =>
  person === null ? null : (names.get(person) ?? null)

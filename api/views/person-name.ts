import type { PersonId } from '../../domain/ids.js'
import type { Name } from '../../db/schema/programme-tables.js'
import { roles, type Role, type Side } from '../../domain/role.js'

/** The name beside an id, for whoever may read it; null for nobody, for who is not known and for who was erased. */
export const nameIn = (names: ReadonlyMap<string, Name>, person: PersonId | null): Name | null =>
  person === null ? null : (names.get(person) ?? null)

/** Of which side whoever acted is, for whether the name may be read. */
export const sideOf = (role: Role | null): Side => (role === null ? 'programme' : roles[role].side)

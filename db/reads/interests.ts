import type { BaseId, PersonId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'
import { roleCodes, roles } from '../../domain/role.js'

const placeRoles = roleCodes.filter((role) => roles[role].side === 'partner')

/** The interests a person has declared, each with its base (SD5). */
export const interestsOf = (db: Kysely<Database>, { person }: { person: PersonId }) =>
  db
    .selectFrom('interest')
    .select(['base', 'kind', 'declared_at as since'])
    .where('person', '=', person)
    .orderBy('base')
    .execute()

/** Who has declared an interest in a base, in the order of the declarations, and whether it is somebody of a place. */
export const interestsIn = (db: Kysely<Database>, { base }: { base: BaseId }) =>
  db
    .selectFrom('interest')
    .select(['person', 'kind', 'declared_at as since'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('mandate')
            .select('mandate.id')
            .whereRef('mandate.person', '=', 'interest.person')
            .where('mandate.role', 'in', placeRoles),
        )
        .as('isOfPlace'),
    )
    .where('base', '=', base)
    .orderBy('declared_seq')
    .execute()

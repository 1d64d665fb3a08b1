import type { Kysely } from 'kysely'
import type { EventType } from '../../domain/event.js'
import type { Instant, BaseId, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import { seatInForce } from '../seats.js'
import { nameUnder } from '../sealed-person.js'
import type { Database } from '../schema.js'
import type { Name } from '../schema/programme-tables.js'

export interface NamedHolder {
  readonly person: PersonId
  readonly role: Role
  readonly name: Name | null
}

/** Who holds some roles for a base at an instant, in the order of their ids; a name is null once the person was erased. */
export const holdersOf = async (
  db: Kysely<Database>,
  { base, programme, roles, now }: { base: BaseId; programme: ProgrammeId; roles: readonly Role[]; now: Instant },
): Promise<readonly NamedHolder[]> => {
  if (roles.length === 0) return []
  const rows = await db
    .selectFrom('mandate')
    .innerJoin('person', 'person.id', 'mandate.person')
    .leftJoin('person_key as key', 'key.person', 'person.id')
    .select(['person.id as person', 'role', 'name', 'key.wrapped', 'key.wrapped_by as wrappedBy'])
    .distinct()
    .where('programme', '=', programme)
    .where('role', 'in', roles)
    .where((eb) => eb.or([eb('base', 'is', null), eb('base', '=', base)]))
    .where(seatInForce('mandate', now))
    .orderBy('person.id')
    .execute()
  return rows.map(({ person, role, name, ...key }) => ({ person, role, name: nameUnder({ person, ...key }, name) }))
}

/** When the last entry of a kind was made in a stream; undefined where there is none. */
export const lastOfType = async (
  db: Kysely<Database>,
  { stream, type }: { stream: string; type: EventType },
): Promise<Instant | undefined> => {
  const row = await db
    .selectFrom('ledger_entry')
    .select('occurred_at')
    .where('stream', '=', stream)
    .where('type', '=', type)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.occurred_at
}

import type { Kysely } from 'kysely'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import type { Database } from '../schema.js'
import type { Name } from '../schema/programme-tables.js'
import { isGranted, sealsOfSeat } from '../seals/seat-seal.js'

type Db = Kysely<Database>
interface OfProgramme {
  readonly programme: ProgrammeId
}

/** The seats of some people in a programme that were granted and not taken back, ended ones too, in the order of their ids. */
export const seatsOfPeople = async (
  db: Db,
  { programme, people }: OfProgramme & { readonly people: readonly string[] },
) => {
  if (people.length === 0) return []
  const rows = await db
    .selectFrom('mandate')
    .selectAll()
    .select(sealsOfSeat('mandate').as('seals'))
    .where('programme', '=', programme)
    .where('person', 'in', people)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.filter(isGranted)
}

/** What some organisations of the register are called. */
export const organisationNames = async (
  db: Db,
  { programme, ids }: OfProgramme & { readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, Name>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('register_entry')
    .select('entry')
    .where('programme', '=', programme)
    .where('kind', '=', 'organisation')
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.flatMap(({ entry }) => (entry.kind === 'organisation' ? [[entry.id, entry.name] as const] : [])))
}

/** The roles somebody holds for a whole programme at a moment. */
export const rolesHeldIn = async (
  db: Db,
  { programme, now }: OfProgramme & { readonly now: Instant },
): Promise<ReadonlySet<Role>> => {
  const rows = await db
    .selectFrom('mandate')
    .select('role')
    .distinct()
    .where('programme', '=', programme)
    .where('base', 'is', null)
    .where('revoked_at', 'is', null)
    .where('from_at', '<=', now)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', now)]))
    .execute()
  return new Set(rows.map(({ role }) => role))
}

/** The bases of a programme with a step that waits for more people than may act on it, as many as one page tells. */
export const basesShortOfPeople = async (
  db: Db,
  { programme, most }: OfProgramme & { readonly most: number },
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('step')
    .innerJoin('base', 'base.id', 'step.base')
    .select('base.id')
    .distinct()
    .where('base.programme', '=', programme)
    .where('base.closed_at', 'is', null)
    .where('step.closed_at', 'is', null)
    .where('step.vacant', '=', true)
    .orderBy('base.id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

import type { BaseId, OrganisationId, PersonId, ProgrammeId } from '../../domain/ids.js'
import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import type { HeldMandate } from '../../domain/values/mandate.js'
import type { Locale } from '../../domain/locale.js'
import { roleCodes, roles, type Role, type Side } from '../../domain/role.js'
import { countryOf } from '../organisations.js'
import { kept } from '../kept-statements.js'
import type { Database } from '../schema.js'
import { isGranted, sealsOfSeat } from '../seals/seat-seal.js'
import { nameUnder } from '../sealed-person.js'
import type { MandateTable, Name } from '../schema/programme-tables.js'
import { groupedBy } from './grouped.js'
import { keysAfter, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'
import { defined } from '../../domain/values/defined.js'

type Db = Kysely<Database>

export interface ListedPerson {
  readonly id: string
  /** null once the person was erased. */
  readonly name: Name | null
  readonly language: Locale
  readonly roles: readonly {
    readonly role: Role
    readonly base: BaseId | null
    readonly organisation: OrganisationId
  }[]
}

export interface PeopleRequest extends PageRequest {
  readonly programme: ProgrammeId
  readonly role?: Role | undefined
  /** Those who hold a role of this side. */
  readonly side?: Side | undefined
  /** Those who hold a mandate for this base, or one for the whole programme. */
  readonly base?: BaseId | undefined
}

interface HeldBy extends Omit<PeopleRequest, 'after' | 'limit' | 'base'> {
  /** Null: those for the whole programme alone. */
  readonly base?: BaseId | null | undefined
}

/** People with a mandate that was not revoked, in the order of their ids. */
export async function listPeople(db: Db, request: PeopleRequest): Promise<Page<ListedPerson>> {
  const after = keysAfter(request, ['text'])
  let query = db
    .selectFrom('person')
    .leftJoin('person_key as key', 'key.person', 'person.id')
    .select(['person.id', 'name', 'language', 'key.wrapped', 'key.wrapped_by as wrappedBy'])
    .where('person.id', 'in', heldBy(db, request).select('person'))
    .orderBy('person.id')
    .limit(rowsFor(request))
  if (after?.[0] !== undefined) query = query.where('person.id', '>', after[0])
  const { items, next } = pageOf(await query.execute(), { ...request, keysOf: ({ id }) => [id] })
  if (items.length === 0) return { items: [], next }
  const ids = items.map(({ id }) => id)
  const held = await heldBy(db, request)
    .select(['person', 'role', 'base', 'organisation'])
    .where('person', 'in', ids)
    .orderBy('id')
    .execute()
  const byPerson = groupedBy(held, ({ person }) => person)
  const rolesOf = (id: string) =>
    (byPerson.get(id) ?? []).map(({ role, base, organisation }) => ({ role, base, organisation }))
  return {
    items: items.map(({ id, name, language, ...key }) => ({
      id,
      language,
      name: nameUnder({ person: id, ...key }, name),
      roles: rolesOf(id),
    })),
    next,
  }
}

const heldBy = (db: Db, { programme, role, side, base }: HeldBy) => {
  let query = db.selectFrom('mandate').where('programme', '=', programme).where('revoked_at', 'is', null)
  if (role !== undefined) query = query.where('role', '=', role)
  if (side !== undefined)
    query = query.where(
      'role',
      'in',
      roleCodes.filter((code) => roles[code].side === side),
    )
  if (base === undefined) return query
  return query.where((eb) =>
    base === null ? eb('base', 'is', null) : eb.or([eb('base', 'is', null), eb('base', '=', base)]),
  )
}

/** The programmes in which a person has or ever had a seat, revoked ones too; whether a seat is in force does not matter here. */
export const programmesSatIn = async (
  db: Db,
  { person }: { readonly person: PersonId },
): Promise<readonly string[]> => {
  const rows = await db.selectFrom('mandate').select('programme').distinct().where('person', '=', person).execute()
  return rows.map(({ programme }) => programme)
}

export interface MandatesRequest {
  readonly person: PersonId
  readonly programme?: ProgrammeId | undefined
}
export type PersonMandate = HeldMandate & { readonly programme: ProgrammeId }

/**
 * Every mandate of a person that was granted and not revoked, and every seat lent to the person, ended ones too, so that the core can
 * say what has ended. Whether one is in force, the core judges at the time of the act.
 */
export async function mandatesOf(db: Db, { person, programme }: MandatesRequest): Promise<readonly PersonMandate[]> {
  let query = db
    .selectFrom('mandate')
    .leftJoin('register_entry as organisation', (join) =>
      join
        .onRef('organisation.programme', '=', 'mandate.programme')
        .onRef('organisation.id', '=', 'mandate.organisation')
        .on('organisation.kind', '=', 'organisation'),
    )
    .leftJoin('mandate as own', 'own.id', 'mandate.lends')
    .select(['mandate.id', 'mandate.programme', 'mandate.role', 'mandate.organisation', 'mandate.base'])
    .select(['mandate.from_at', 'mandate.delegator', 'mandate.lends', 'mandate.steps'])
    .select(['mandate.person', 'mandate.until_at', 'mandate.granted_seq', sealsOfSeat('mandate').as('seals')])
    .select([countryOf('organisation').as('country'), lentUntil.as('ends_at')])
    .where('mandate.person', '=', person)
    .where((eb) => eb.or([eb('mandate.revoked_at', 'is', null), eb('mandate.lends', 'is not', null)]))
    .orderBy('mandate.programme')
    .orderBy('mandate.id')
  if (programme !== undefined) query = query.where('mandate.programme', '=', programme)
  const rows = await query.modifyEnd(kept).execute()
  return rows.filter(isGranted).map((row) => ({
    id: row.id,
    programme: row.programme,
    role: row.role,
    organisation: row.organisation,
    from: row.from_at,
    ...defined({
      base: row.base !== null ? row.base : undefined,
      until: row.ends_at !== null ? row.ends_at : undefined,
      country: row.country !== null ? row.country : undefined,
    }),
    ...delegationOf(row),
  }))
}

/** Who holds a role for a base, or for all of a programme where that is null, each with the own mandate that gives it; which of them are in force, the core judges. */
export async function seatsInRole(
  db: Db,
  request: { readonly programme: ProgrammeId; readonly role: Role; readonly base: BaseId | null },
): Promise<readonly { readonly person: PersonId; readonly mandate: HeldMandate }[]> {
  const rows = await heldBy(db, request)
    .where('lends', 'is', null)
    .selectAll()
    .select(sealsOfSeat('mandate').as('seals'))
    .orderBy('id')
    .execute()
  return rows.filter(isGranted).map((row) => ({
    person: row.person,
    mandate: {
      id: row.id,
      role: row.role,
      organisation: row.organisation,
      from: row.from_at,
      ...defined({
        base: row.base !== null ? row.base : undefined,
        until: row.until_at !== null ? row.until_at : undefined,
      }),
    },
  }))
}

/** A lent seat ends with the own seat it was lent from, and when it is given back. */
const lentUntil = sql<string | null>`case when mandate.lends is null then mandate.until_at
  else least(mandate.until_at, mandate.revoked_at, own.until_at, own.revoked_at) end`

const delegationOf = ({
  delegator,
  lends,
  steps,
}: Pick<Selectable<MandateTable>, 'delegator' | 'lends' | 'steps'>): Pick<HeldMandate, 'delegation'> =>
  delegator === null || lends === null
    ? {}
    : { delegation: { delegator, mandate: lends, ...defined({ steps: steps !== null ? steps : undefined }) } }

/** One mandate, revoked or not; undefined when there is none of that id. */
export const readMandate = (db: Db, { id }: { id: string }) =>
  db
    .selectFrom('mandate')
    .select(['id', 'programme', 'base', 'person', 'delegator', 'role', 'revoked_at as revokedAt'])
    .where('id', '=', id)
    .executeTakeFirst()

/** Whether a person may be written to and act: known, and not erased. */
export async function isKnownPerson(db: Db, { id }: { id: string }): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Those of some people who are not known. */
export async function unknownPeople(db: Db, { people }: { people: readonly string[] }): Promise<readonly string[]> {
  if (people.length === 0) return []
  const known = await db.selectFrom('person').select('id').where('id', 'in', people).execute()
  return people.filter((one) => !known.some(({ id }) => id === one))
}

/** The first of some people who was erased: nobody gives a seat to an id behind which there is nobody any more. */
export async function erasedAmong(db: Db, { people }: { people: readonly string[] }): Promise<string | undefined> {
  if (people.length === 0) return undefined
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', people)
    .where('erased_at', 'is not', null)
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

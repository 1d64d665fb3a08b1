import type { Kysely, Selectable } from 'kysely'
import type { HeldMandate } from '../../domain/command.js'
import type { Locale } from '../../domain/locale.js'
import type { Role } from '../../domain/role.js'
import { kept } from '../kept-statements.js'
import type { Database } from '../schema.js'
import type { MandateTable, Name } from '../schema/programme-tables.js'
import { groupedBy } from './grouped.js'
import { keysAfter, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>

export interface ListedPerson {
  readonly id: string
  /** null once the person was erased. */
  readonly name: Name | null
  readonly language: Locale
  readonly roles: readonly { readonly role: Role; readonly base: string | null; readonly organisation: string }[]
}

export interface PeopleRequest extends PageRequest {
  readonly programme: string
  readonly role?: Role | undefined
  /** Those who hold a mandate for this base, or one for the whole programme. */
  readonly base?: string | undefined
}

/** People with a mandate that was not revoked, in the order of their ids. */
export async function listPeople(db: Db, request: PeopleRequest): Promise<Page<ListedPerson>> {
  const after = keysAfter(request, 1)
  let query = db
    .selectFrom('person')
    .select(['person.id', 'name', 'language'])
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
  return { items: items.map((person) => ({ ...person, roles: rolesOf(person.id) })), next }
}

const heldBy = (db: Db, { programme, role, base }: Omit<PeopleRequest, 'after' | 'limit'>) => {
  let query = db.selectFrom('mandate').where('programme', '=', programme).where('revoked_at', 'is', null)
  if (role !== undefined) query = query.where('role', '=', role)
  if (base !== undefined) query = query.where((eb) => eb.or([eb('base', 'is', null), eb('base', '=', base)]))
  return query
}

export interface MandatesRequest {
  readonly person: string
  readonly programme?: string | undefined
}
export type PersonMandate = HeldMandate & { readonly programme: string }

/** Every mandate of a person that was not revoked. Whether it is in force, the core judges at the time of the act. */
export async function mandatesOf(db: Db, { person, programme }: MandatesRequest): Promise<readonly PersonMandate[]> {
  let query = db
    .selectFrom('mandate')
    .select(['id', 'programme', 'role', 'organisation', 'base', 'from_at', 'until_at'])
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .orderBy('programme')
    .orderBy('id')
  if (programme !== undefined) query = query.where('programme', '=', programme)
  const rows = await query.modifyEnd(kept).execute()
  return rows.map((row) => ({ ...mandateFromRow(row), programme: row.programme }))
}

const mandateFromRow = (
  row: Pick<Selectable<MandateTable>, 'id' | 'role' | 'organisation' | 'from_at' | 'base' | 'until_at'>,
): HeldMandate => ({
  ...{ id: row.id, role: row.role, organisation: row.organisation, from: row.from_at },
  ...(row.base !== null && { base: row.base }),
  ...(row.until_at !== null && { until: row.until_at }),
})

/** Who holds a role for a base, each with the mandate that gives it; which of them are in force, the core judges. */
export async function holdersOf(
  db: Db,
  request: { readonly programme: string; readonly role: Role; readonly base: string },
): Promise<readonly { readonly person: string; readonly mandate: HeldMandate }[]> {
  const rows = await heldBy(db, request).selectAll().orderBy('id').execute()
  return rows.map((row) => ({ person: row.person, mandate: mandateFromRow(row) }))
}

/** One mandate, revoked or not; undefined when there is none of that id. */
export const readMandate = (db: Db, { id }: { id: string }) =>
  db
    .selectFrom('mandate')
    .select(['id', 'programme', 'base', 'person', 'role', 'revoked_at as revokedAt'])
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

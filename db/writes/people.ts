import type { Kysely } from 'kysely'
import type { MandateGrant } from '../../domain/command.js'
import type { Instant } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import type { Database } from '../schema.js'
import type { Name } from '../schema/programme-tables.js'

type Db = Kysely<Database>

export interface NewPerson {
  readonly id: string
  readonly name: Name
  readonly email: string
  readonly language: Locale
}

export interface NewOrganisation {
  readonly id: string
  readonly name: Name
  readonly country: string
}

export interface NewPeople {
  readonly people: readonly NewPerson[]
  readonly organisations: readonly NewOrganisation[]
  readonly at?: Instant | undefined
}

/** Keeps people and organisations. Those that are known stay as they are, an erased one erased. */
export async function savePeople(db: Db, { people, organisations, at }: NewPeople): Promise<void> {
  const created_at = at ?? new Date().toISOString()
  if (organisations.length > 0) {
    const rows = organisations.map(({ id, name, country }) => ({ id, name: JSON.stringify(name), country }))
    await db
      .insertInto('organisation')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
  if (people.length > 0) {
    const rows = people.map(({ id, name, email, language }) => ({
      ...{ id, name: JSON.stringify(name), email, language, created_at, erased_at: null },
    }))
    await db
      .insertInto('person')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
}

/** Gives the first mandates of a programme, before anybody holds one that could grant them. Known ids stay as they are. */
export async function saveBootstrapMandates(
  db: Db,
  { programme, mandates }: { programme: string; mandates: readonly MandateGrant[] },
): Promise<void> {
  if (mandates.length === 0) return
  const rows = mandates.map(({ id, person, organisation, role, base, from, until }) => ({
    ...{ id, programme, base: base ?? null, person, organisation, role, from_at: from, until_at: until ?? null },
    ...{ revoked_at: null, granted_seq: null },
  }))
  await db
    .insertInto('mandate')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

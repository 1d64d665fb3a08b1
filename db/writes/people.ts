import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { MandateGrant } from '../../domain/values/mandate.js'
import type { RegisterEntry } from '../../domain/register.js'
import type { Instant, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import type { Database } from '../schema.js'
import type { Name } from '../schema/programme-tables.js'
import { seatSeal } from '../seals/seat-seal.js'
import { seal } from '../sealed-person.js'
import type { WrappedKey } from '../sealed-person.js'
import { keysOf } from './person-keys.js'

type Db = Kysely<Database>

export interface NewPerson {
  readonly id: string
  readonly name: Name
  readonly email: string
  readonly language: Locale
}

export interface NewOrganisation {
  readonly programme: ProgrammeId
  readonly id: string
  readonly name: Name
  readonly country: string
}

export interface NewPeople {
  readonly people: readonly NewPerson[]
  readonly organisations: readonly NewOrganisation[]
  readonly at?: Instant | undefined
}

/** Keeps people, their names and addresses sealed, and organisations. Those that are known stay as they are, an erased one erased; returns whom it added. */
export async function savePeople(db: Db, { people, organisations, at }: NewPeople): Promise<readonly PersonId[]> {
  const created_at = at ?? now()
  if (organisations.length > 0) {
    const times = { added_at: created_at, changed_at: created_at }
    const rows = organisations.map(({ programme, ...own }) => {
      const entry: RegisterEntry = { kind: 'organisation', ...own }
      return { programme, kind: entry.kind, id: own.id, entry: JSON.stringify(entry), ...times }
    })
    await db
      .insertInto('register_entry')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['programme', 'kind', 'id']).doNothing())
      .execute()
  }
  if (people.length === 0) return []
  const keys = await keysOf(
    db,
    people.map(({ id }) => id),
  )
  const rows = people.flatMap((person) => {
    const key = keys.get(person.id)
    return key === undefined ? [] : [{ ...sealedRow(key, person), created_at, erased_at: null }]
  })
  if (rows.length === 0) return []
  const added = await db
    .insertInto('person')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return added.map(({ id }) => id)
}

const sealedRow = (key: WrappedKey, { id, name, email, language }: NewPerson) => ({
  id,
  language,
  name: seal(key, { field: 'name', text: JSON.stringify(name) }),
  email: seal(key, { field: 'email', text: email }),
})

/** Gives the first mandates of a programme, sealed, before anybody holds one that could grant them. Known ids stay as they are. */
export async function saveBootstrapMandates(
  db: Db,
  { programme, mandates }: { programme: ProgrammeId; mandates: readonly MandateGrant[] },
): Promise<void> {
  if (mandates.length === 0) return
  const rows = mandates.map(({ id, person, organisation, role, base, from, until }) => ({
    id,
    programme,
    base: base ?? null,
    person,
    organisation,
    role,
    from_at: from,
    until_at: until ?? null,
    granted_seq: null,
  }))
  await db
    .insertInto('row_seal')
    .values(rows.map(seatSeal))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('mandate')
    .values(rows.map((row) => ({ ...row, revoked_at: null })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

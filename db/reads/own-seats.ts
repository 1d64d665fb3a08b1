import type { Kysely } from 'kysely'
import type { Locale } from '../../domain/locale.js'
import type { Database } from '../schema.js'
import { nameUnder } from '../sealed-person.js'
import type { ClusterTable, Name } from '../schema/programme-tables.js'
import { placeZone } from './place-zone.js'

type Db = Kysely<Database>

/** A person as he or she is known here; undefined for nobody, and after an erasure. */
export async function readPerson(
  db: Db,
  { id }: { readonly id: string },
): Promise<{ readonly name: Name | null; readonly language: Locale } | undefined> {
  const row = await db
    .selectFrom('person')
    .leftJoin('person_key as key', 'key.person', 'person.id')
    .select(['name', 'language', 'key.wrapped', 'key.wrapped_by as wrappedBy'])
    .where('person.id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { name, language, ...key } = row
  return { name: nameUnder({ person: id, ...key }, name), language }
}

/** What the organisations of some programmes are called, by `programme/id`. */
export async function organisationNames(
  db: Db,
  { programmes }: { readonly programmes: readonly string[] },
): Promise<ReadonlyMap<string, Name>> {
  if (programmes.length === 0) return new Map()
  const rows = await db
    .selectFrom('register_entry')
    .select(['programme', 'id', 'entry'])
    .where('programme', 'in', programmes)
    .where('kind', '=', 'organisation')
    .execute()
  return new Map(
    rows.flatMap(({ programme, id, entry }) =>
      entry.kind === 'organisation' ? [[`${programme}/${id}`, entry.name] as const] : [],
    ),
  )
}

/** What some bases are called, and the time of their places. */
export async function basesNamed(db: Db, bases: readonly string[]): Promise<ReadonlyMap<string, NamedBase>> {
  if (bases.length === 0) return new Map()
  const rows = await db
    .selectFrom('base')
    .leftJoin('cluster', (join) =>
      join.onRef('cluster.programme', '=', 'base.programme').onRef('cluster.id', '=', 'base.cluster'),
    )
    .select(['base.id', 'names'])
    .select(placeZone.as('zone'))
    .where('base.id', 'in', bases)
    .execute()
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

export interface NamedBase {
  readonly names: ClusterTable['names']['__select__'] | null
  readonly zone: string | null
}

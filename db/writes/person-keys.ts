import type { PersonId } from '../../domain/ids.js'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import { makePersonKey, rememberedKey } from '../sealed-person.js'
import type { WrappedKey } from '../sealed-person.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** The keys of some people, made for those who have none yet. One who was erased has none and is left out. */
export async function keysOf(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, WrappedKey>> {
  const known = await readKeys(db, people)
  const missing = people.filter((person) => !known.has(person))
  if (missing.length === 0) return known
  const made = missing.map(makePersonKey)
  await sql`
    insert into person_key (person, wrapped, wrapped_by, made_at)
    select made.person, made.wrapped, made."wrappedBy", ${now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as made (person text, wrapped text, "wrappedBy" text)
    where not exists (select from person where person.id = made.person and person.erased_at is not null)
    on conflict (person) do nothing`.execute(db)
  // Somebody else may have made one in between: the one that is kept counts.
  return await readKeys(db, people)
}

const readKeys = async (db: Db, people: readonly string[]): Promise<ReadonlyMap<string, WrappedKey>> => {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('person_key')
    .select(['person', 'wrapped', 'wrapped_by as wrappedBy'])
    .where('person', 'in', [...people])
    .execute()
  return new Map(rows.map((row) => [row.person, row]))
}

/**
 * Does something with a person's key that comes to nothing where the key is not the kept one: with the one this process
 * remembers, and where that one is gone, once more with the kept one. undefined: the person was erased.
 */
export async function underKeyOf<T>(
  db: Db,
  { person, work }: { person: PersonId; work: (key: WrappedKey) => Promise<T | undefined> },
): Promise<T | undefined> {
  const hint = rememberedKey(person)
  const done = hint === undefined ? undefined : await work(hint)
  if (done !== undefined) return done
  const kept = (await keysOf(db, [person])).get(person)
  return kept === undefined ? undefined : await work(kept)
}

import type { BaseId } from '../../domain/ids.js'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import { makePersonKey, type WrappedKey } from '../sealed-person.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** Under which name the key of a base is wrapped, so that it is no person's. */
export const holderOf = (base: BaseId): string => `base/${base}`

/** The key of a base, under which lie the keys of its files; made when there is none. */
export async function caseKeyOf(db: Db, base: BaseId): Promise<WrappedKey> {
  const known = await readCaseKey(db, base)
  if (known !== undefined) return known
  const { wrapped, wrappedBy } = makePersonKey(holderOf(base))
  await sql`insert into case_key (base, wrapped, wrapped_by, made_at)
    values (${base}, ${wrapped}, ${wrappedBy}, ${now()}::timestamptz) on conflict (base) do nothing`.execute(db)
  const kept = await readCaseKey(db, base)
  if (kept === undefined) throw new Error(`The key of ${base} was taken away while it was made.`)
  return kept
}

/** The key of a base; undefined where there is none, or none any more. */
export async function readCaseKey(db: Db, base: BaseId): Promise<WrappedKey | undefined> {
  const row = await db
    .selectFrom('case_key')
    .select(['wrapped', 'wrapped_by as wrappedBy'])
    .where('base', '=', base)
    .executeTakeFirst()
  return row && { person: holderOf(base), ...row }
}

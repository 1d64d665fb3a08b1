import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { mostSavedViews, savedViewPlace, type SavedView } from '../reads/saved-views.js'
import { seal } from '../sealed-person.js'
import type { Database } from '../schema.js'
import { underKeyOf } from './person-keys.js'

type Db = Kysely<Database>

/**
 * Keeps a view in the place of the one of its id, sealed under the key of its keeper. Nothing is kept under the id of somebody
 * else's (`taken`), beyond the most that one person keeps (`full`), or of somebody erased (undefined).
 */
export const keepSavedView = async (db: Db, view: SavedView): Promise<'kept' | 'taken' | 'full' | undefined> => {
  const { id, person, page, name, asks, sharedWith, savedAt } = view
  return await underKeyOf(db, {
    person,
    work: async (key) => {
      const body = seal(key, { field: savedViewPlace(id), text: JSON.stringify({ name, asks }) })
      // The key is locked with the row: an erasure under way comes before it, and nothing is kept, or after it.
      const { rows } = await sql<{ state: 'kept' | 'taken' | 'full' }>`
        with own as (select person from person_key where person = ${person} and wrapped = ${key.wrapped} for key share),
        before as (select person from saved_view where id = ${id}),
        others as (select count(*) as many from saved_view where person = ${person} and id <> ${id}),
        saved as (
          insert into saved_view (id, person, page, body, programme, role, saved_at)
          select ${id}::uuid, own.person, ${page}, ${body}, ${sharedWith?.programme ?? null}, ${sharedWith?.role ?? null},
            ${savedAt}::timestamptz
          from own, others where others.many < ${mostSavedViews}
          on conflict (id) do update set page = excluded.page, body = excluded.body, programme = excluded.programme,
            role = excluded.role, saved_at = excluded.saved_at
          where saved_view.person = excluded.person
          returning person)
        select case when exists (select from saved) then 'kept'
          when exists (select from before where before.person <> own.person) then 'taken' else 'full' end as state
        from own`.execute(db)
      return rows[0]?.state
    },
  })
}

/** Takes a view of somebody away; says whether there was one. */
export async function dropSavedView(db: Db, { id, person }: Pick<SavedView, 'id' | 'person'>): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_view')
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

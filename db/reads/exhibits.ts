import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../schema.js'
import type { ExhibitTable } from '../schema/exhibit-tables.js'

type Db = Kysely<Database>
export type ListedExhibit = Selectable<ExhibitTable>

/** What was brought for a base, in the order in which it came. */
export const exhibitsOf = (db: Db, base: string): Promise<readonly ListedExhibit[]> =>
  db.selectFrom('exhibit').selectAll().where('base', '=', base).orderBy('received_seq').execute()

/** One exhibit of a base. */
export const readExhibit = (db: Db, { base, id }: { base: string; id: string }): Promise<ListedExhibit | undefined> =>
  db.selectFrom('exhibit').selectAll().where('base', '=', base).where('id', '=', id).executeTakeFirst()

/** Those of a base that are the same file, and stand. */
export const sameFile = (
  db: Db,
  { base, sha256 }: { base: string; sha256: string },
): Promise<readonly ListedExhibit[]> =>
  db
    .selectFrom('exhibit')
    .selectAll()
    .where('base', '=', base)
    .where('sha256', '=', sha256)
    .where('status', 'not in', ['returned', 'superseded'])
    .orderBy('received_seq')
    .execute()

/** Which stage of a base runs, and which roles have had a step in which. */
export async function stagesOf(db: Db, base: string) {
  const steps = await db
    .selectFrom('step')
    .select(['stage_no', 'role', 'also_roles', 'closed_at', 'key'])
    .where('base', '=', base)
    .execute()
  const { no, closed } = await db
    .selectFrom('base_stage')
    .select((eb) => [eb.fn.coalesce(eb.fn.max('no'), eb.val(0)).as('no')])
    .select((eb) =>
      eb
        .exists(eb.selectFrom('base').select('id').where('id', '=', base).where('closed_at', 'is not', null))
        .as('closed'),
    )
    .where('base', '=', base)
    .executeTakeFirstOrThrow()
  return { no, isClosed: Boolean(closed), steps }
}

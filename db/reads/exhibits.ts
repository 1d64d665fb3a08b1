import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import type { ExhibitTable } from '../schema/exhibit-tables.js'
import { keysAfter, pageOf, rowsFor, type Page, type PageRequest } from './page.js'
import { mandatesFor } from './steps.js'

type Db = Kysely<Database>
export type ListedExhibit = Selectable<ExhibitTable>

/** What was brought for a base, in the order in which it came. */
export async function listExhibits(
  db: Db,
  request: PageRequest & { readonly base: string },
): Promise<Page<ListedExhibit>> {
  const after = keysAfter(request, ['integer'])
  let query = db.selectFrom('exhibit').selectAll().where('base', '=', request.base)
  if (after?.[0] !== undefined) query = query.where('received_seq', '>', Number(after[0]))
  const rows = await query.orderBy('received_seq').limit(rowsFor(request)).execute()
  return pageOf(rows, { ...request, keysOf: (row) => [row.received_seq] })
}

/** Some exhibits of a base by their ids, with class and state: for whoever cites them. One that does not stand is missing. */
export async function exhibitsById(
  db: Db,
  { base, ids }: { readonly base: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, ListedExhibit>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('exhibit')
    .selectAll()
    .where('base', '=', base)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The open steps of a base, and on which of them somebody may act. */
export const openStepsOf = (db: Db, { base, person, now }: { base: string; person: string; now: Instant }) =>
  db
    .selectFrom('step')
    .select('id')
    .select((eb) => eb.exists(mandatesFor(db, { person, now })).$castTo<boolean>().as('isTheirs'))
    .where('base', '=', base)
    .where('closed_at', 'is', null)
    .orderBy('opened_seq')
    .execute()

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
    .select(['id', 'stage_no', 'role', 'also_roles', 'closed_at', 'key', 'outcome'])
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

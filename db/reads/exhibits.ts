import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import type { FileEnd } from '../../domain/exhibits/exhibit.js'
import { fallenStatuses } from '../../domain/exhibits/exhibit.js'
import type { Instant, BaseId, PersonId } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import type { ExhibitTable } from '../schema/exhibit-tables.js'
import { keysAfter, pageOf, rowsFor, type Page, type PageRequest } from './page.js'
import { mandatesFor } from './steps.js'

type Db = Kysely<Database>
/** An exhibit with what became of its file: null where it is there. */
export type ListedExhibit = Selectable<ExhibitTable> & { readonly file_end: FileEnd | null }

/** Exhibits, each with whether its file is gone, and why: of somebody who was erased nobody can read it from that moment on. */
const exhibitsIn = (db: Db) =>
  db
    .selectFrom('exhibit')
    .selectAll('exhibit')
    .select((eb) =>
      eb
        .selectFrom('exhibit_file')
        .leftJoin('person', 'person.id', 'exhibit_file.person')
        .whereRef('exhibit_file.id', '=', 'exhibit.id')
        .select(
          sql<FileEnd | null>`coalesce(exhibit_file.destroyed_for, case when exhibit_file.key_of = 'person'
            and person.erased_at is not null then 'erasure' end)`.as('end'),
        )
        .as('file_end'),
    )

/** What was brought for a base, in the order in which it came. */
export async function listExhibits(
  db: Db,
  request: PageRequest & { readonly base: BaseId },
): Promise<Page<ListedExhibit>> {
  const after = keysAfter(request, ['integer'])
  let query = exhibitsIn(db).where('base', '=', request.base)
  if (after?.[0] !== undefined) query = query.where('received_seq', '>', Number(after[0]))
  const rows = await query.orderBy('received_seq').limit(rowsFor(request)).execute()
  return pageOf(rows, { ...request, keysOf: (row) => [row.received_seq] })
}

/** Some exhibits of a base by their ids, with class and state: for whoever cites them. One that does not stand is missing. */
export async function exhibitsById(
  db: Db,
  { base, ids }: { readonly base: BaseId; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, ListedExhibit>> {
  if (ids.length === 0) return new Map()
  const rows = await exhibitsIn(db)
    .where('base', '=', base)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The open steps of a base, and on which of them somebody may act. */
export const openStepsOf = (db: Db, { base, person, now }: { base: BaseId; person: PersonId; now: Instant }) =>
  db
    .selectFrom('step')
    .select('id')
    .select((eb) => eb.exists(mandatesFor(db, { person, now })).$castTo<boolean>().as('isTheirs'))
    .where('base', '=', base)
    .where('closed_at', 'is', null)
    .orderBy('opened_seq')
    .execute()

/** One exhibit of a base. */
export const readExhibit = (db: Db, { base, id }: { base: BaseId; id: string }): Promise<ListedExhibit | undefined> =>
  exhibitsIn(db).where('base', '=', base).where('id', '=', id).executeTakeFirst()

/** Those of a base that are the same file, and stand. */
export const sameFile = (
  db: Db,
  { base, sha256 }: { base: BaseId; sha256: string },
): Promise<readonly ListedExhibit[]> =>
  exhibitsIn(db)
    .where('base', '=', base)
    .where('sha256', '=', sha256)
    .where('status', 'not in', fallenStatuses)
    .orderBy('received_seq')
    .execute()

/** Which stage of a base runs, and which roles have had a step in which. */
export async function stagesOf(db: Db, base: BaseId) {
  const steps = await db
    .selectFrom('step')
    .select(['id', 'stage_no', 'role', 'also_roles', 'opened_seq', 'closed_at', 'key', 'outcome'])
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

/** The exhibits that the forms of some entries cite, by the numbers of the entries. */
export async function citedBySeq(
  db: Db,
  { base, seqs }: { readonly base: BaseId; readonly seqs: readonly number[] },
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (seqs.length === 0) return new Map()
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['seq', 'payload'])
    .where('stream', '=', base)
    .where('seq', 'in', [...seqs])
    .execute()
  return new Map(
    rows.map(({ seq, payload }) => [seq, payload.type === 'step_acted' ? (payload.form?.exhibits ?? []) : []]),
  )
}

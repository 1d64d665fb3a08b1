import { sql } from 'kysely'
import type { Kysely, RawBuilder, Selectable } from 'kysely'
import type { Candidate } from '../../domain/values/candidate.js'
import type { Instant, ClusterId, ProgrammeId } from '../../domain/ids.js'
import type { BasesSort } from '../../domain/values/bases-sort.js'
import type { Database } from '../schema.js'
import type { BaseStageTable, BaseTable } from '../schema/base-tables.js'
import type { ClusterTable } from '../schema/programme-tables.js'
import { activatedAt, basesAsked, basesBeside, reviewOf, signedAt } from './bases-asked.js'
import type { BasesFilter, PlaceAsked, ReviewAhead } from './bases-asked.js'
import { firstOf, orderOf } from './bases-order.js'
import { groupedBy } from './grouped.js'
import { keysAfter, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'
import { placeZone } from './place-zone.js'
import { placesAsked } from './places.js'
import { waitingSteps } from './steps.js'
import type { WaitingRow } from './steps.js'

type Db = Kysely<Database>
type BaseRow = Selectable<BaseTable> & {
  readonly names: Selectable<ClusterTable>['names'] | null
  readonly zone: string | null
  readonly stage_entered: Instant | null
  readonly review: ReviewAhead | null
  readonly signed_at: Instant | null
  readonly activated_at: Instant | null
  readonly location: unknown
}

export type ListedBase = ReturnType<typeof baseFromRow> & { readonly waitsFor: readonly WaitingRow[] }
export type ReadBase = ListedBase & { readonly stages: readonly ReturnType<typeof stageFromRow>[] }

export interface BasesRequest extends PageRequest, BasesFilter {
  /** Left out: by their ids. */
  readonly sort?: BasesSort | undefined
  /** The time by which a step is late; left out: nobody asks for what is late. */
  readonly now?: Instant | undefined
}

/** Bases in the order asked for, each with the steps it waits for. */
export async function listBases(db: Db, request: BasesRequest): Promise<Page<ListedBase>> {
  const { sort, now = noMoment } = request
  const [told = '', id = told] =
    keysAfter(request, sort === undefined ? ['text'] : [orderOf(request).kind, 'text']) ?? []
  const most = rowsFor(request)
  const after = request.after === undefined ? undefined : ([told, id] as const)
  const places = await placesAsked(db, { asked: request, now })
  if (places.length === 0) return { items: [], next: null }
  const parts = sql.join(
    places.map((place) => firstOf(place, { ...request, most, after })),
    sql` union all `,
  )
  const query = basesWithNames(db)
    .innerJoin(found(parts, most), (join) => join.onRef('found.id', '=', 'base.id'))
    .select('found.told as sort_key')
    .orderBy('found.key')
    .orderBy('base.id')
  const keysOf = (row: { readonly sort_key: string; readonly id: string }) =>
    request.sort === undefined ? [row.id] : [row.sort_key, row.id]
  const { items, next } = pageOf(await query.execute(), { ...request, keysOf })
  const waiting = await waitingSteps(
    db,
    items.map(({ id }) => id),
  )
  return { items: items.map((row) => ({ ...baseFromRow(row), waitsFor: waiting.get(row.id) ?? [] })), next }
}

const found = (parts: RawBuilder<unknown>, most: number) =>
  sql<{
    id: string
    key: string
    told: string
  }>`(select * from (${parts}) as each_place order by key, id limit ${most})`.as<'found'>(sql.ref('found'))

/** Before it nothing is due. */
const noMoment = '1000-01-01T00:00:00.000Z'

/** How many are counted at most: a list that is longer is only known to be longer. */
export const countedAtMost = 1_000

/** How many bases a list would show on all its pages, counted to `countedAtMost` and no further. */
export async function countBases(db: Db, request: BasesFilter & { readonly now: Instant }): Promise<number> {
  const places = await placesAsked(db, { asked: request, now: request.now })
  const { rows } = await sql<{ count: number }>`select ${counted(places, { asked: request })} as count`.execute(db)
  return rows[0]?.count ?? 0
}

/** How many bases of these places are as asked, counted one further than `countedAtMost` and no further. */
export const counted = (
  places: readonly PlaceAsked[],
  { asked, and }: { readonly asked: BasesFilter; readonly and?: (place: PlaceAsked) => RawBuilder<unknown> },
): RawBuilder<number> => {
  const most = sql.lit(countedAtMost + 1)
  const each = places.map((place) => {
    const conditions = [...basesAsked(asked, place), ...(and === undefined ? [] : [and(place)])]
    return sql`(select ${basesBeside(asked)}
      where ${sql.join(conditions, sql` and `)} limit ${most})`
  })
  if (each.length === 0) return sql<number>`0`
  return sql<number>`(select count(*)::integer from (select from (${sql.join(each, sql` union all `)}) as each_place limit ${most}) as found)`
}

/** One base with its stages and the steps it waits for; undefined when there is none of that id. */
export const readBase = async (db: Db, { id }: { id: string }): Promise<ReadBase | undefined> =>
  (await readBases(db, [id]))[0]

/** The same of some bases, in no order; one that is not there is left out. */
export async function readBases(db: Db, ids: readonly string[]): Promise<readonly ReadBase[]> {
  if (ids.length === 0) return []
  const [rows, stages, waiting] = await Promise.all([
    basesWithNames(db).where('base.id', 'in', ids).execute(),
    stagesOf(db, ids),
    waitingSteps(db, ids),
  ])
  return rows.map((row) => ({
    ...baseFromRow(row),
    waitsFor: waiting.get(row.id) ?? [],
    stages: stages.get(row.id) ?? [],
  }))
}

/** The stages of some bases, each in the order in which it was entered. */
export async function stagesOf(db: Db, bases: readonly string[]): Promise<ReadonlyMap<string, ReadBase['stages']>> {
  if (bases.length === 0) return new Map()
  const rows = await db.selectFrom('base_stage').selectAll().where('base', 'in', bases).orderBy('no').execute()
  const byBase = groupedBy(rows, ({ base }) => base)
  return new Map([...byBase].map(([base, stages]) => [base, stages.map(stageFromRow)]))
}

/** What time it is for a base: a rehearsal's own clock is at least at its last entry. */
export const clockOf = ({ rehearsal, lastEntryAt }: Pick<ReadBase, 'rehearsal' | 'lastEntryAt'>, wall: Date): string =>
  rehearsal && lastEntryAt > wall.toISOString() ? lastEntryAt : wall.toISOString()

/** Bases, each beside its cluster. */
export const basesOf = (db: Db) =>
  db
    .selectFrom('base')
    .leftJoin('cluster', (join) =>
      join.onRef('cluster.programme', '=', 'base.programme').onRef('cluster.id', '=', 'base.cluster'),
    )

const basesWithNames = (db: Db) =>
  basesOf(db)
    .selectAll('base')
    .select('cluster.names as names')
    .select([placeZone.as('zone'), 'base.stage_entered_at as stage_entered', reviewOf.as('review')])
    .select([signedAt.as('signed_at'), activatedAt.as('activated_at')])
    .select(sql<unknown>`cluster.record -> 'location'`.as('location'))

const baseFromRow = (row: BaseRow) => ({
  id: row.id,
  programme: row.programme,
  cluster: row.cluster,
  names: row.names,
  call: row.call,
  category: row.category,
  province: row.province,
  country: row.country,
  zone: row.zone,
  stageEnteredAt: row.stage_entered,
  review: row.review,
  signedAt: row.signed_at,
  activatedAt: row.activated_at,
  endsOn: row.ends_on,
  at: pointIn(row.location),
  stage: row.stage,
  status: row.status,
  code: row.code,
  colour: row.colour,
  score: row.score,
  slot: row.slot,
  plaque: row.plaque,
  procedure: row.procedure,
  awaitsSession: row.awaits_session,
  reviews: row.reviews,
  missingParts: row.missing_parts,
  undated: row.undated,
  recordHash: row.record_hash,
  rehearsal: row.rehearsal,
  bodies: row.bodies,
  counts: { steps: row.steps_closed, decisions: row.decisions, letters: row.letters_sent },
  ledger: { entries: row.head_seq, head: row.head_hash },
  openedAt: row.opened_at,
  lastEntryAt: row.updated_at,
  closedAt: row.closed_at,
  nextDueAt: row.next_due_at,
  calendars: row.calendars,
})

/** Where a place is, as its record says: a point that stands for it, and nothing of its boundary. */
const pointIn = (location: unknown): { readonly lat: number; readonly lon: number } | null => {
  if (typeof location !== 'object' || location === null || !('lat' in location) || !('lon' in location)) return null
  const { lat, lon } = location
  const isPoint = typeof lat === 'number' && typeof lon === 'number' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  return isPoint ? { lat, lon } : null
}

const stageFromRow = (row: Selectable<BaseStageTable>) => ({
  no: row.no,
  stage: row.stage,
  year: row.year,
  enteredAt: row.entered_at,
  leftAt: row.left_at,
  outcome: row.outcome,
  code: row.code,
})

/** The bases of a programme that wait for a ranked session, best score first (1.10). */
export async function listCandidates(db: Db, { programme }: { programme: ProgrammeId }): Promise<readonly Candidate[]> {
  const rows = await db
    .selectFrom('base')
    .select(['id', 'score', 'category', 'province', 'overlapping', 'cluster'])
    .where('programme', '=', programme)
    .where('awaits_session', '=', sql.lit(true))
    .where('closed_at', 'is', null)
    .orderBy('score', (order) => order.desc().nullsLast())
    .orderBy('id')
    .execute()
  return rows.map(({ id, score, overlapping, ...row }) => ({
    base: id,
    score: score ?? 0,
    overlaps: overlapping,
    ...row,
  }))
}

/** How often a cluster was nominated in a programme, and its open base if it has one: the next base is number `count + 1`. */
export async function readNominations(
  db: Db,
  { programme, cluster }: { programme: ProgrammeId; cluster: ClusterId },
): Promise<{ readonly count: number; readonly open: string | null }> {
  const rows = await db
    .selectFrom('base')
    .select(['id', 'closed_at'])
    .where('programme', '=', programme)
    .where('cluster', '=', cluster)
    .execute()
  return { count: rows.length, open: rows.find(({ closed_at }) => closed_at === null)?.id ?? null }
}

/** The clusters of a programme whose base runs: no other one begins beside it. */
export const clustersUnderWay = async (
  db: Db,
  { programme }: { programme: ProgrammeId },
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('base')
    .select('cluster')
    .where('programme', '=', programme)
    .where('closed_at', 'is', null)
    .execute()
  return new Set(rows.map(({ cluster }) => cluster))
}

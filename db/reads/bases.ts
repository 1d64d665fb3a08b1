import type { Kysely, Selectable } from 'kysely'
import type { Candidate } from '../../domain/values/candidate.js'
import type { Stage, Status } from '../../domain/lifecycle.js'
import type { Database } from '../schema.js'
import type { BaseStageTable, BaseTable } from '../schema/base-tables.js'
import type { ClusterTable } from '../schema/programme-tables.js'
import { keysAfter, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'
import { placeZone } from './place-zone.js'
import { waitingSteps } from './steps.js'
import type { WaitingRow } from './steps.js'

type Db = Kysely<Database>
type BaseRow = Selectable<BaseTable> & {
  readonly names: Selectable<ClusterTable>['names'] | null
  readonly zone: string | null
}

export type ListedBase = ReturnType<typeof baseFromRow> & { readonly waitsFor: readonly WaitingRow[] }
export type ReadBase = ListedBase & { readonly stages: readonly ReturnType<typeof stageFromRow>[] }

export interface BasesRequest extends PageRequest {
  /** Left out: every programme that is no rehearsal. */
  readonly programme?: string | undefined
  readonly stage?: Stage | undefined
  readonly status?: Status | undefined
  /** Only these bases, and those of these programmes: what the reader may see. Left out: all. */
  readonly among?: { readonly programmes: readonly string[]; readonly bases: readonly string[] } | undefined
  /** Not these bases: in which the reader has declared an interest (SD5). */
  readonly without?: readonly string[] | undefined
}

/** Bases in the order of their ids, each with the steps it waits for. */
export async function listBases(db: Db, request: BasesRequest): Promise<Page<ListedBase>> {
  const { programme, stage, status, among, without } = request
  const after = keysAfter(request, ['text'])
  let query = basesWithNames(db).orderBy('base.id').limit(rowsFor(request))
  query =
    programme === undefined ? query.where('base.rehearsal', '=', false) : query.where('base.programme', '=', programme)
  if (stage !== undefined) query = query.where('stage', '=', stage)
  if (status !== undefined) query = query.where('status', '=', status)
  if (among !== undefined)
    query = query.where(({ eb }) =>
      eb.or([
        eb('base.programme', '=', eb.fn.any(eb.val(among.programmes))),
        eb('base.id', '=', eb.fn.any(eb.val(among.bases))),
      ]),
    )
  if (without !== undefined) query = query.where((eb) => eb.not(eb('base.id', '=', eb.fn.any(eb.val(without)))))
  if (after?.[0] !== undefined) query = query.where('base.id', '>', after[0])
  const { items, next } = pageOf(await query.execute(), { ...request, keysOf: ({ id }) => [id] })
  const waiting = await waitingSteps(
    db,
    items.map(({ id }) => id),
  )
  return { items: items.map((row) => ({ ...baseFromRow(row), waitsFor: waiting.get(row.id) ?? [] })), next }
}

/** One base with its stages and the steps it waits for; undefined when there is none of that id. */
export async function readBase(db: Db, { id }: { id: string }): Promise<ReadBase | undefined> {
  const row = await basesWithNames(db).where('base.id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const stages = await db.selectFrom('base_stage').selectAll().where('base', '=', id).orderBy('no').execute()
  const waiting = await waitingSteps(db, [id])
  return { ...baseFromRow(row), waitsFor: waiting.get(id) ?? [], stages: stages.map(stageFromRow) }
}

/** What time it is for a base: a rehearsal's own clock is at least at its last entry. */
export const clockOf = ({ rehearsal, lastEntryAt }: ReadBase, wall: Date): string =>
  rehearsal && lastEntryAt > wall.toISOString() ? lastEntryAt : wall.toISOString()

const basesWithNames = (db: Db) =>
  db
    .selectFrom('base')
    .leftJoin('cluster', (join) =>
      join.onRef('cluster.programme', '=', 'base.programme').onRef('cluster.id', '=', 'base.cluster'),
    )
    .selectAll('base')
    .select('cluster.names as names')
    .select(placeZone.as('zone'))

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
export async function listCandidates(db: Db, { programme }: { programme: string }): Promise<readonly Candidate[]> {
  const rows = await db
    .selectFrom('base')
    .select(['id', 'score', 'category', 'province', 'overlapping', 'cluster'])
    .where('programme', '=', programme)
    .where('awaits_session', '=', true)
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
  { programme, cluster }: { programme: string; cluster: string },
): Promise<{ readonly count: number; readonly open: string | null }> {
  const rows = await db
    .selectFrom('base')
    .select(['id', 'closed_at'])
    .where('programme', '=', programme)
    .where('cluster', '=', cluster)
    .execute()
  return { count: rows.length, open: rows.find(({ closed_at }) => closed_at === null)?.id ?? null }
}

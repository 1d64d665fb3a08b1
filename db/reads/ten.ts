import type { Kysely } from 'kysely'
import type { Instant, BaseId, ProgrammeId } from '../../domain/ids.js'
import type { Status } from '../../domain/lifecycle.js'
import type { WaitingPlace } from '../../domain/record.js'
import type { Database } from '../schema.js'
import type { ClusterTable } from '../schema/programme-tables.js'
import { placeZone } from './place-zone.js'
import { defined } from '../../domain/values/defined.js'

type Db = Kysely<Database>
type Names = ClusterTable['names']['__select__'] | null

/** A slot that is held: by which base, how it stands, and when the board is asked about it (R5). */
export interface HeldSlot {
  readonly number: number
  readonly base: BaseId
  readonly names: Names
  readonly zone: string | null
  readonly status: Status
  readonly until: Instant | null
}

/** An entry of the waiting list; one that waits for a session has no place in the order of offers (1.10). */
export interface WaitingBase extends Omit<WaitingPlace, 'against'> {
  readonly names: Names
  readonly zone: string | null
  readonly waitsFor: 'slot' | 'session'
  readonly against?: string
}

/** The slots of a programme that are held, by number. */
export async function listHeldSlots(db: Db, { programme }: { programme: ProgrammeId }): Promise<readonly HeldSlot[]> {
  return await db
    .selectFrom('slot')
    .innerJoin('base', 'base.id', 'slot.base')
    .leftJoin('cluster', (join) =>
      join.onRef('cluster.programme', '=', 'base.programme').onRef('cluster.id', '=', 'base.cluster'),
    )
    .select(['slot.number', 'base.id as base', 'cluster.names', 'status', 'slot_until as until'])
    .select(placeZone.as('zone'))
    .where('slot.programme', '=', programme)
    .orderBy('slot.number')
    .execute()
}

/** The waiting list in the order in which the programme offers slots, and behind it who waits for a session, best score first. */
export async function listWaiting(db: Db, { programme }: { programme: ProgrammeId }): Promise<readonly WaitingBase[]> {
  const listed = await db.selectFrom('programme').select('waiting_list').where('id', '=', programme).executeTakeFirst()
  const entries = listed?.waiting_list ?? []
  const rows = await basesOnList(db, { programme, among: entries.map(({ base }) => base) })
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const inOrder = entries.map((entry) => ({
    ...entry,
    names: rowOf.get(entry.base)?.names ?? null,
    zone: rowOf.get(entry.base)?.zone ?? null,
    waitsFor: 'slot' as const,
  }))
  const known = new Set(entries.map(({ base }) => base))
  const others = rows.filter(({ id, status }) => status === 'waiting_list' && !known.has(id))
  return [...inOrder, ...others.map((row, index) => forSession(row, entries.length + index + 1))]
}

const basesOnList = (db: Db, { programme, among }: { programme: ProgrammeId; among: readonly string[] }) =>
  db
    .selectFrom('base')
    .leftJoin('cluster', (join) =>
      join.onRef('cluster.programme', '=', 'base.programme').onRef('cluster.id', '=', 'base.cluster'),
    )
    .select(['base.id', 'names', 'status', 'code', 'score', 'category', 'province', 'updated_at', 'awaits_slot'])
    .select(placeZone.as('zone'))
    .where('base.programme', '=', programme)
    .where('closed_at', 'is', null)
    .where((eb) => eb.or([eb('status', '=', 'waiting_list'), eb('base.id', '=', eb.fn.any(eb.val(among)))]))
    .orderBy('score', (order) => order.desc().nullsLast())
    .orderBy('base.id')
    .execute()

type Row = Awaited<ReturnType<typeof basesOnList>>[number]

const forSession = (row: Row, place: number): WaitingBase => ({
  base: row.id,
  place,
  since: row.updated_at,
  score: row.score ?? 0,
  category: row.category,
  province: row.province,
  passed: false,
  waived: false,
  names: row.names,
  zone: row.zone,
  // A base that waits for a slot and is not in the order yet has told the programme a moment ago.
  waitsFor: row.awaits_slot ? 'slot' : 'session',
  ...defined({ code: isCapCode(row.code) ? row.code : undefined }),
})

const isCapCode = (code: string | null): code is 'CAP' | 'QUO' => code === 'CAP' || code === 'QUO'

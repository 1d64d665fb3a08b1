import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import type { CallTable, ProgrammeTable } from '../schema/programme-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
type InProgramme = PageRequest & { readonly programme: ProgrammeId }

export type ListedProgramme = ReturnType<typeof programmeFromRow>
export type ListedCall = ReturnType<typeof callFromRow>

/** Programmes in the order of their ids; or rehearsals, which stand among no others. */
export async function listProgrammes(
  db: Db,
  request: PageRequest & { readonly rehearsals?: boolean | undefined },
): Promise<Page<ListedProgramme>> {
  const after = keysAfter(request, ['text'])
  const { rehearsals = false } = request
  let query = db
    .selectFrom('programme')
    .selectAll()
    .where('rehearsal', '=', rehearsals)
    .orderBy('id')
    .limit(rowsFor(request))
  if (after?.[0] !== undefined) query = query.where('id', '>', after[0])
  return mapPage(pageOf(await query.execute(), { ...request, keysOf: ({ id }) => [id] }), programmeFromRow)
}

/** One programme; undefined when there is none of that id. */
export async function readProgramme(db: Db, { id }: { id: string }): Promise<ListedProgramme | undefined> {
  const row = await db.selectFrom('programme').selectAll().where('id', '=', id).executeTakeFirst()
  return row && programmeFromRow(row)
}

const programmeFromRow = (row: Selectable<ProgrammeTable>) => ({
  id: row.id,
  namespace: row.namespace,
  rehearsal: row.rehearsal,
  label: row.label,
  procedure: row.procedure,
  createdAt: row.created_at,
  openCall: row.open_call,
  windowEnds: row.window_ends,
  nextDueAt: row.next_due_at,
  ledger: { entries: row.head_seq, head: row.head_hash },
})

/** The calls of a programme in the order of their ids. */
export async function listCalls(db: Db, request: InProgramme): Promise<Page<ListedCall>> {
  const after = keysAfter(request, ['text'])
  let query = db
    .selectFrom('call')
    .selectAll()
    .where('programme', '=', request.programme)
    .orderBy('id')
    .limit(rowsFor(request))
  if (after?.[0] !== undefined) query = query.where('id', '>', after[0])
  return mapPage(pageOf(await query.execute(), { ...request, keysOf: ({ id }) => [id] }), callFromRow)
}

const callFromRow = (row: Selectable<CallTable>) => ({
  programme: row.programme,
  id: row.id,
  state: row.state,
  windowEnds: row.window_ends,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  decidedAt: row.decided_at,
  closedAt: row.closed_at,
})

export interface NextDue {
  readonly at: Instant
  /** What is due then: bases by id, and the programme by its own. */
  readonly streams: readonly string[]
}

/**
 * The next instant at which a clock of a programme has something to do, and whose; undefined when nothing is due. Where bases
 * are named, theirs alone.
 */
export async function nextDue(
  db: Db,
  { programme, bases }: { programme: ProgrammeId; bases?: readonly string[] | undefined },
): Promise<NextDue | undefined> {
  const named = sql<boolean>`id = any(${[...(bases ?? [])]}::text[])`
  const { rows } = await sql<{ stream: string; due: Instant }>`
    with due as (
      select id as stream, next_due_at as due from base
      where programme = ${programme} and closed_at is null and next_due_at is not null
        and ${bases === undefined ? sql<boolean>`true` : named}
      union all
      select id, next_due_at from programme
      where id = ${programme} and next_due_at is not null and ${bases === undefined}
    )
    select stream, due from due where due = (select min(due) from due) order by stream`.execute(db)
  const [first] = rows
  return first && { at: first.due, streams: rows.map(({ stream }) => stream) }
}

/** The programmes that live in a namespace, in the order of their ids. */
export async function programmesIn(db: Db, namespace: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('programme').select('id').where('namespace', '=', namespace).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

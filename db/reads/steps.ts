import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import type { Instant, BaseId, PersonId } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import type { StepKey } from '../../domain/values/step-key.js'
import type { Database } from '../schema.js'
import type { StepActTable, StepTable } from '../schema/base-tables.js'
import { groupedBy } from './grouped.js'
import { seatInForce } from '../seats.js'
import { keysAfter, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>

export interface StepAct {
  readonly person: PersonId
  readonly option: string
  readonly at: Instant
}
export type ListedStep = ReturnType<typeof stepFromRow> & { readonly acts: readonly StepAct[] }

export interface WaitingRow {
  readonly step: string
  readonly key: string
  readonly role: Role
  readonly since: Instant
  readonly dueAt: Instant
  /** The one holder of the role the step was given to. */
  readonly holder: string | null
  /** Fewer people may act than the step needs. */
  readonly vacant: boolean
}

export interface StepsRequest extends PageRequest {
  readonly base: BaseId
  /** Only open ones (true) or only closed ones (false). */
  readonly open?: boolean | undefined
  /** Not visits of these: they are not there for whoever reads. */
  readonly without?: readonly StepKey[] | undefined
}

/** The steps of a base in the order in which they were opened, each with who has acted on it. */
export async function listSteps(db: Db, request: StepsRequest): Promise<Page<ListedStep>> {
  const { base, open, without = [] } = request
  const after = keysAfter(request, ['integer'])
  let query = db.selectFrom('step').selectAll().where('base', '=', base).orderBy('opened_seq').limit(rowsFor(request))
  if (open !== undefined) query = query.where('closed_at', open ? 'is' : 'is not', null)
  if (without.length > 0) query = query.where('key', 'not in', without)
  if (after?.[0] !== undefined) query = query.where('opened_seq', '>', Number(after[0]))
  const { items, next } = pageOf(await query.execute(), { ...request, keysOf: (row) => [row.opened_seq] })
  return { items: await stepsWithActs(db, items), next }
}

/** In a statement over `step`: the seats in force with which somebody may act on it. */
export const mandatesFor = (db: Db, { person, now }: { person: PersonId; now: Instant }) =>
  db
    .selectFrom('mandate')
    .select('mandate.id')
    .where('mandate.person', '=', person)
    .where(seatInForce('mandate', now))
    .where(sql<boolean>`mandate.programme = step.programme`)
    .where(
      sql<boolean>`(mandate.role in (step.role, step.stand_in) or mandate.role = any(step.also_roles) or mandate.person = any(step.substitutes))`,
    )
    .where(sql<boolean>`(mandate.base is null or mandate.base = step.base)`)
    .where(sql<boolean>`(mandate.steps is null or step.key = any(mandate.steps))`)
    .where(sql<boolean>`(step.holder is null or step.holder in (mandate.person, mandate.delegator))`)
    .where(sql<boolean>`not exists (select from interest where interest.base = step.base
      and interest.person in (mandate.person, mandate.delegator))`)

/** Steps with who has acted on each. */
export async function stepsWithActs(db: Db, rows: readonly Selectable<StepTable>[]): Promise<readonly ListedStep[]> {
  if (rows.length === 0) return []
  const acts = await db
    .selectFrom('step_act')
    .selectAll()
    .where('base', 'in', [...new Set(rows.map(({ base }) => base))])
    .where('step', 'in', [...new Set(rows.map(({ id }) => id))])
    .orderBy('base')
    .orderBy('seq')
    .execute()
  const byStep = groupedBy(acts, ({ base, step }) => `${base} ${step}`)
  return rows.map((row) => ({
    ...stepFromRow(row),
    acts: (byStep.get(`${row.base} ${row.id}`) ?? []).map(actFromRow),
  }))
}

const stepFromRow = (row: Selectable<StepTable>) => ({
  base: row.base,
  programme: row.programme,
  id: row.id,
  key: row.key,
  round: row.round,
  stageNo: row.stage_no,
  role: row.role,
  side: row.side,
  openedAt: row.opened_at,
  dueAt: row.due_at,
  calendar: row.calendar,
  also: row.also_roles,
  substitutes: row.substitutes,
  seats: row.seats,
  closedAt: row.closed_at,
  outcome: row.outcome,
  code: row.code,
  how: row.how,
  score: row.score,
  escalated: row.escalated,
  voided: row.voided,
  standIn: row.stand_in,
  holder: row.holder,
  vacant: row.vacant,
  papers: row.papers,
})

const actFromRow = ({ person, option, at }: Selectable<StepActTable>): StepAct => ({ person, option, at })

/** The open steps of some bases, the most urgent first. */
export async function waitingSteps(
  db: Db,
  bases: readonly string[],
): Promise<ReadonlyMap<string, readonly WaitingRow[]>> {
  if (bases.length === 0) return new Map()
  const rows = await db
    .selectFrom('step')
    .select(['base', 'id as step', 'key', 'role', 'opened_at as since', 'due_at as dueAt', 'holder', 'vacant'])
    .where('base', 'in', bases)
    .where('closed_at', 'is', null)
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  const grouped = groupedBy(rows, ({ base }) => base)
  return new Map([...grouped].map(([base, steps]) => [base, steps.map(waitingFromRow)]))
}

const waitingFromRow = ({ step, key, role, since, dueAt, holder, vacant }: WaitingRow): WaitingRow => ({
  step,
  key,
  role,
  since,
  dueAt,
  holder,
  vacant,
})

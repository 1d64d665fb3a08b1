import { sql, type Kysely } from 'kysely'
import type { Instant, BaseId } from '../../domain/ids.js'
import type { Stage } from '../../domain/lifecycle.js'
import type { StepKey } from '../../domain/values/step-key.js'
import type { Database } from '../schema.js'
import { basesOf } from './bases.js'
import { basesAsked, clockOfRow, type BasesFilter } from './bases-asked.js'

/** Days by which the time in a stage is told; whoever is longer in it is in the last group. */
export const agesTold = [30, 90, 180] as const

export interface StageCount {
  readonly stage: Stage
  readonly bases: number
  readonly late: number
  /** By the days of `agesTold`, and then all that are longer in it. */
  readonly ages: readonly number[]
  readonly longest: { readonly base: BaseId; readonly since: Instant; readonly days: number } | null
}

/** How many of the bases asked for stand in which stage, and for how long; those that have ended stand in none. */
export async function countByStage(
  db: Kysely<Database>,
  request: BasesFilter & { readonly now: Instant },
): Promise<{ readonly stages: readonly StageCount[]; readonly closed: number }> {
  const { now, unseen = [] } = request
  let asked = basesOf(db)
    .leftJoin(lastEntered(db).as('current'), (join) => join.onRef('current.base', '=', 'base.id'))
    .leftJoin(earliestDue(db, unseen).as('earliest'), (join) => join.onRef('earliest.base', '=', 'base.id'))
    .select(['base.id', 'base.stage', sql<boolean>`base.closed_at is not null`.as('closed')])
    .select('current.entered_at as since')
    .select(sql<number>`extract(epoch from ${clockOfRow(now)} - current.entered_at) / 86400`.as('days'))
    .select(sql<boolean>`coalesce(earliest.due_at <= ${clockOfRow(now)}, false)`.as('late'))
  for (const condition of basesAsked(request, now)) asked = asked.where(condition)
  const [first, second, third] = agesTold
  const rows = await db
    .selectFrom(asked.as('one'))
    .select(['stage', 'closed', sql<number>`count(*)::integer`.as('bases')])
    .select(sql<number>`(count(*) filter (where late))::integer`.as('late'))
    .select(
      sql<readonly number[]>`array[count(*) filter (where days <= ${first}),
        count(*) filter (where days > ${first} and days <= ${second}),
        count(*) filter (where days > ${second} and days <= ${third}),
        count(*) filter (where days > ${third})]::integer[]`.as('ages'),
    )
    .select(sql<string | null>`(array_agg(id order by since) filter (where since is not null))[1]`.as('base'))
    .select([
      sql<Instant | null>`min(since)`.as('since'),
      sql<number>`coalesce(floor(max(days)), 0)::integer`.as('days'),
    ])
    .groupBy(['stage', 'closed'])
    .execute()
  return {
    stages: rows.flatMap(({ closed, base, since, days, ...row }) =>
      closed ? [] : [{ ...row, longest: base === null || since === null ? null : { base, since, days } }],
    ),
    closed: rows.filter(({ closed }) => closed).reduce((sum, { bases }) => sum + bases, 0),
  }
}

/** Of each base the open step that is due first, of those that may be seen. */
const earliestDue = (db: Kysely<Database>, unseen: readonly StepKey[]) =>
  db
    .selectFrom('step')
    .select(['step.base', (eb) => eb.fn.min('step.due_at').as('due_at')])
    .where('step.closed_at', 'is', null)
    .where(sql<boolean>`step.key <> all(${unseen}::text[])`)
    .groupBy('step.base')

/** Of each base that stands in a stage since when it does. */
const lastEntered = (db: Kysely<Database>) =>
  db
    .selectFrom('base_stage')
    .select(['base_stage.base', (eb) => eb.fn.max('base_stage.entered_at').as('entered_at')])
    .where('base_stage.left_at', 'is', null)
    .groupBy('base_stage.base')

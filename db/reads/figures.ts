import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { BroughtFacts, ReportFacts } from '../../domain/facts.js'
import { keysWhere } from '../../domain/gicc/steps.js'
import type { BaselineValue } from '../../domain/figures.js'
import type { Instant, BaseId } from '../../domain/ids.js'
import { defined } from '../../domain/values/defined.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** The KPI set that was agreed at launch (4.4), the last one that still counts; undefined before. */
export async function readBaseline(db: Db, { base }: { base: BaseId }): Promise<readonly BaselineValue[] | undefined> {
  const facts = await lastFacts(db, {
    base,
    keys: keysWhere(({ brings }) => brings === 'baseline'),
    where: sql<boolean>`true`,
  })
  return facts?.facts.baseline?.values
}

/** What an officer made of the gates (1.5a), the last reading that still counts; undefined before. */
export async function readTreatedGates(db: Db, { base }: { base: BaseId }): Promise<BroughtFacts['gates']> {
  const keys = keysWhere(({ supports }) => supports === 'gates')
  const found = await lastFacts(db, { base, keys, where: sql<boolean>`true` })
  return found?.facts.gates
}

/** A report as it counts, and when the test of its sample first opened; absent before. */
export interface ReadReport {
  readonly report: ReportFacts
  readonly testOpenedAt?: Instant
}

/** The report of a review year, the last one handed in that still counts; undefined when there is none. */
export async function readReport(
  db: Db,
  { base, year }: { base: BaseId; year: number },
): Promise<ReadReport | undefined> {
  const ofYear = sql<boolean>`entry.payload #>> '{facts,report,year}' = ${String(year)}`
  const found = await lastFacts(db, { base, keys: keysWhere(({ brings }) => brings === 'report'), where: ofYear })
  if (found?.facts.report === undefined) return undefined
  const test = await db
    .selectFrom('step')
    .select('opened_at')
    .where('base', '=', base)
    .where('stage_no', '=', found.stageNo)
    // A test that opened before this report came was of another one: its moment was known when this one was made.
    .where('opened_seq', '>', found.seq)
    .where(
      'key',
      'in',
      keysWhere(({ brings }) => brings === 'programme_record'),
    )
    .orderBy('opened_seq')
    .limit(1)
    .executeTakeFirst()
  return { report: found.facts.report, ...defined({ testOpenedAt: test?.opened_at }) }
}

interface Wanted {
  readonly base: BaseId
  readonly keys: readonly string[]
  readonly where: ReturnType<typeof sql<boolean>>
}

/** What the last act on some steps brought, read from the ledger itself; acts on voided steps do not count. */
async function lastFacts(
  db: Db,
  { base, keys, where }: Wanted,
): Promise<{ readonly facts: BroughtFacts; readonly stageNo: number; readonly seq: number } | undefined> {
  const row = await db
    .selectFrom('ledger_entry as entry')
    .innerJoin('step_act as act', (join) =>
      join.onRef('act.base', '=', 'entry.stream').onRef('act.seq', '=', 'entry.seq'),
    )
    .innerJoin('step', (join) => join.onRef('step.base', '=', 'act.base').onRef('step.id', '=', 'act.step'))
    .select(['entry.payload', 'entry.seq', 'step.stage_no'])
    .where('entry.stream', '=', base)
    .where('step.key', 'in', keys)
    .where('step.voided', 'is', null)
    .where(where)
    .where(sql<boolean>`entry.payload -> 'facts' is not null`)
    .orderBy('entry.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const facts = row?.payload.type === 'step_acted' ? row.payload.facts : undefined
  return row === undefined || facts === undefined ? undefined : { facts, stageNo: row.stage_no, seq: row.seq }
}

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql, type CompiledQuery, type Kysely, type KyselyPlugin } from 'kysely'
import { z } from 'zod'
import { connect } from '../../db/connect.js'
import { countByStage } from '../../db/reads/base-counts.js'
import { countBases, countedAtMost, listBases, listCandidates, type BasesRequest } from '../../db/reads/bases.js'
import { inboxOf } from '../../db/reads/inbox.js'
import { seatedAtVacancies } from '../../db/reads/newly-seated.js'
import { basesWithProposedVoids } from '../../db/reads/proposed-voids.js'
import { basesWithWaitingPapers } from '../../db/reads/waiting-papers.js'
import type { Database } from '../../db/schema.js'
import { basesSorts } from '../../domain/values/bases-sort.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { foundProgramme, morning } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>
let owner: Kysely<Database>

/** Many enough that a plan which looks at all of them reads fifty times what is allowed. */
const bases = 20_000
const allowed = 400
const programme = 'gasme'

beforeAll(async () => {
  database = await cloneDatabase('lists read little')
  db = connect(database.appUrl)
  await foundProgramme(db, ['PM'])
  owner = connect(database.ownerUrl)
  await sql`alter table base disable trigger user`.execute(owner)
  await sql`
    insert into base (id, programme, cluster, call, category, province, country, overlapping, record_hash, stage, status, procedure,
      awaits_session, reviews, missing_parts, undated, rehearsal, head_seq, head_hash, opened_at, updated_at)
    select 'gasme-W' || n || '-1', 'gasme', 'W' || n, '2027', 'electric', 'CN-ZJ', 'CN', '{}', repeat('a', 64), 'nomination', 'nominated',
      'full@1', n % 5000 = 0, 0, '{}', '{}', false, 0, repeat('0', 64), ${morning}, ${morning} from generate_series(1, ${bases}::int) n`.execute(
    owner,
  )
  await sql`
    insert into step (base, id, programme, key, round, stage_no, role, side, opened_seq, opened_at, due_at, calendar, seats, papers, vacant)
    select 'gasme-W' || n || '-1', '1.4a.1', 'gasme', '1.4a', 1, 1, 'PM', 'programme', 1, ${morning},
      ${morning}::timestamptz + n * interval '1 minute', 'US', 1, case when n % 5000 = 0 then '[{}]'::jsonb else '[]'::jsonb end, n % 5000 = 0
    from generate_series(1, ${bases}::int) n`.execute(owner)
  await sql`insert into base_stage (base, no, stage, entered_at)
    select 'gasme-W' || n || '-1', 1, 'nomination', ${morning}::timestamptz + n * interval '1 minute' - interval '1 year' from generate_series(1, ${bases}::int) n`.execute(
    owner,
  )
  // Each base was just written three times; the room of that is given back, as happens by itself where bases come one by one.
  await sql`vacuum full base, step`.execute(owner)
  await sql`vacuum analyze base, base_stage, step, ledger_entry, mandate`.execute(owner)
}, 120_000)

afterAll(async () => {
  await db.destroy()
  await owner.destroy()
  await database.drop()
})

type Ask = (db: Kysely<Database>) => Promise<unknown>

/** Whoever reads a programme, with a step that is not for these eyes. */
const reader = { now: morning, among: { programmes: [programme], bases: [] }, unseen: ['1.7'] } as const
const page =
  (asked: Partial<BasesRequest>): Ask =>
  (on) =>
    listBases(on, { ...reader, limit: 50, ...asked })

const lists: Readonly<Record<string, Ask>> = {
  'a page of the inbox': (asked) => inboxOf(asked, { person: 'p-PM', now: morning }),
  'papers that wait for a second person': (asked) => basesWithWaitingPapers(asked, { programme }),
  'words that were proposed to be taken back': (asked) => basesWithProposedVoids(asked, { programmes: [programme] }),
  'seats that were given where a step is vacant': (asked) => seatedAtVacancies(asked, { now: morning, most: 500 }),
  'bases that wait for their session': (asked) => listCandidates(asked, { programme }),
  'a page of bases': page({}),
  'a page of bases that are late, the latest first': page({ late: true, closed: false, sort: 'due' }),
  'a page of bases that are late': page({ late: true, closed: false }),
  'a page of bases of one stage in the order of what is due': page({ stage: 'nomination', closed: false, sort: 'due' }),
  'a page of reviews ahead': page({ reviewWithin: 90, sort: 'review' }),
  'bases of somebody with a seat of one': (asked) =>
    listBases(asked, { now: morning, among: { programmes: [], bases: ['gasme-W7-1'] }, sort: 'due' }),
  ...Object.fromEntries(
    basesSorts
      // A name is that of the cluster, which is looked up for each.
      .filter((sort) => sort !== 'name' && sort !== 'name_zh')
      .map((sort) => [`a page of bases in the order of ${sort}`, page({ sort })]),
  ),
}

/** Counts read as far as they count, and none of them reads all. */
const counts: Readonly<Record<string, Ask>> = {
  'how many there are': (asked) => countBases(asked, reader),
  'how many are late': (asked) => countBases(asked, { ...reader, late: true, closed: false }),
  'how many stand in each stage': (asked) => countByStage(asked, { ...reader }),
}

/** What is sent to the database while something is asked. */
const sentBy = async (ask: Ask): Promise<readonly CompiledQuery[]> => {
  const sent: CompiledQuery[] = []
  const noting: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      sent.push(db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  await ask(db.withPlugin(noting))
  return sent
}

interface Plan {
  readonly [field: string]: unknown
  readonly Plans?: readonly Plan[] | undefined
}
const Plan: z.ZodType<Plan> = z.lazy(() => z.looseObject({ Plans: z.array(Plan).optional() }))
const Explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.looseObject({ Plan })]) })])

/** Rows that the scans of a plan look at, taken or not. */
const rowsRead = (plan: Plan): number => {
  const below = (plan.Plans ?? []).reduce((sum, one) => sum + rowsRead(one), 0)
  if (plan['Relation Name'] === undefined) return below
  const of = (field: string): number => Number(plan[field] ?? 0)
  return below + (of('Actual Rows') + of('Rows Removed by Filter')) * of('Actual Loops')
}

const readBy = async (ask: Ask): Promise<number> => {
  let read = 0
  for (const query of await sentBy(ask)) {
    const asked = { ...query, sql: `explain (analyze, costs off, timing off, format json) ${query.sql}` }
    const [{ 'QUERY PLAN': plans }] = Explained.parse((await db.executeQuery(asked)).rows)
    read += rowsRead(plans[0].Plan)
  }
  return read
}

test.each(Object.entries(lists))('%s reads few rows, however many bases there are', async (_, ask) => {
  expect(await readBy(ask)).toBeLessThan(allowed)
})

test.each(Object.entries(counts))('%s is counted to a thousand, however many bases there are', async (_, ask) => {
  // A stage is counted seven times: its bases, those that are late with a step looked at for each, and four spans of time.
  expect(await readBy(ask)).toBeLessThan(8 * (countedAtMost + 1))
})

test('a count that ends says that there are more', async () => {
  expect(await countBases(db, reader)).toBe(countedAtMost + 1)
  const { stages } = await countByStage(db, reader)
  expect(stages).toMatchObject([{ stage: 'nomination', bases: countedAtMost + 1, longest: { base: 'gasme-W1-1' } }])
})

test('its twin: without their indexes the same questions look at every base', async () => {
  for (const index of ['step_waiting_papers', 'base_awaiting_session', 'step_open', 'step_open_to_role', 'step_vacant'])
    await sql`drop index ${sql.id(index)}`.execute(owner)
  expect(await readBy((asked) => basesWithWaitingPapers(asked, { programme }))).toBeGreaterThanOrEqual(bases)
  expect(await readBy((asked) => listCandidates(asked, { programme }))).toBeGreaterThanOrEqual(bases)
  expect(await readBy((asked) => seatedAtVacancies(asked, { now: morning, most: 500 }))).toBeGreaterThanOrEqual(bases)
  expect(await readBy((asked) => inboxOf(asked, { person: 'p-PM', now: morning }))).toBeGreaterThanOrEqual(bases)
  for (const index of [
    'step_open_in_order',
    'base_late',
    'base_in_stage',
    'base_by_entry',
    'base_by_review',
    'base_by_end',
  ])
    await sql`drop index ${sql.id(index)}`.execute(owner)
  for (const index of ['base_by_score', 'base_by_stage']) await sql`drop index ${sql.id(index)}`.execute(owner)
  for (const sort of ['due', 'entered', 'review', 'ends', 'score', 'stage'] as const)
    expect(await readBy(page({ sort }))).toBeGreaterThanOrEqual(bases)
  expect(await readBy((asked) => countByStage(asked, reader))).toBeGreaterThanOrEqual(bases)
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql, type Kysely, type Selectable } from 'kysely'
import { connect } from '../../db/connect.js'
import { agesTold, countByStage } from '../../db/reads/base-counts.js'
import { countBases, listBases, type BasesRequest } from '../../db/reads/bases.js'
import { openings } from '../../db/reads/bases-asked.js'
import type { Database } from '../../db/schema.js'
import type { BaseStageTable, BaseTable, StepTable } from '../../db/schema/base-tables.js'
import { stages } from '../../domain/lifecycle.js'
import { basesSorts } from '../../domain/values/bases-sort.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { foundProgramme, morning } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>
let owner: Kysely<Database>
let rows: Rows

interface Rows {
  readonly bases: readonly Selectable<BaseTable>[]
  readonly steps: readonly Selectable<StepTable>[]
  readonly stages: readonly Selectable<BaseStageTable>[]
}

/** Ninety bases of two programmes and a rehearsal: open and ended, late and not, with and without steps, in every stage. */
beforeAll(async () => {
  database = await cloneDatabase('bases in order')
  db = connect(database.appUrl)
  owner = connect(database.ownerUrl)
  await foundProgramme(db, ['PM'])
  await sql`insert into programme select (jsonb_populate_record(one, jsonb_build_object('id', its, 'namespace', its, 'rehearsal', its = 'trial'))).*
    from programme one, unnest(array['other', 'trial']) its where one.id = 'gasme'`.execute(owner)
  await sql`
    insert into base (id, programme, cluster, call, category, province, country, overlapping, record_hash, stage, status, procedure,
      awaits_session, reviews, missing_parts, undated, rehearsal, head_seq, head_hash, opened_at, updated_at, closed_at, score)
    select its || '-W' || 100 + n || '-1', its, 'W' || 100 + n, '2027', 'electric', 'CN-ZJ', 'CN', '{}', repeat('a', 64), (${[...stages]}::text[])[1 + n % 5],
      'nominated', 'full@1', false, 0, '{}', '{}', its = 'trial', 0, repeat('0', 64), ${morning}, ${morning}::timestamptz + n % 3 * interval '40 days',
      case when n % 7 = 0 then ${morning}::timestamptz end, case when n % 4 > 0 then n * 37 % 11 + 0.5 end
    from generate_series(1, 30) n, unnest(array['gasme', 'other', 'trial']) its`.execute(owner)
  await sql`
    insert into base_stage (base, no, stage, entered_at, left_at)
    select id, 1, stage, ${morning}::timestamptz - (right(cluster, 2)::int * 17 % 230) * interval '1 day', closed_at from base`.execute(
    owner,
  )
  await sql`
    insert into step (base, id, programme, key, round, stage_no, role, side, opened_seq, opened_at, due_at, calendar, seats, closed_at, holder)
    select base.id, key || '.' || visit, programme, key, 1, 1, (array['CM', 'SP', 'LG'])[1 + n % 3], 'programme', visit, ${morning},
      ${morning}::timestamptz + ((n * visit * 7) % 60 - 20) * interval '1 day', 'US', 1,
      case when base.closed_at is not null or (n + visit) % 4 = 0 then ${morning}::timestamptz end, case when n % 6 = 0 then 'p-PM' end
    from base, lateral (select right(cluster, 2)::int as n) numbered, unnest(array['1.4a', '1.6', '5.1']) with ordinality as told (key, visit)
    where n % 9 > 0`.execute(owner)
  await sql`update base set ends_on = (2030 + right(cluster, 1)::int % 4)::text || '-06-30' where right(cluster, 2)::int % 5 > 1`.execute(
    owner,
  )
  await sql`insert into cluster (programme, id, record, record_hash, names) select programme, cluster, '{}', repeat('a', 64),
    (select jsonb_build_object('en', told, 'zh-CN', told) from (select jsonb_build_object('name', 'n' || reverse(substr(cluster, 2))) as told) as named)
    from base where right(cluster, 2)::int % 3 > 0`.execute(owner)
  rows = {
    bases: await db.selectFrom('base').selectAll().execute(),
    steps: await db.selectFrom('step').selectAll().orderBy('opened_seq').execute(),
    stages: await db.selectFrom('base_stage').selectAll().execute(),
  }
}, 60_000)

afterAll(async () => {
  await db.destroy()
  await owner.destroy()
  await database.drop()
})

type Asked = BasesRequest & { readonly now: string }
type Base = Selectable<BaseTable>

const day = 86_400_000
const clockOf = ({ rehearsal, updated_at }: Base, { now }: Asked) => (rehearsal && updated_at > now ? updated_at : now)
const seenSteps = ({ id }: Base, { unseen = [] }: Asked) =>
  rows.steps.filter(({ base, closed_at, key }) => base === id && closed_at === null && !unseen.includes(key))
const firstDue = (base: Base, asked: Asked) =>
  seenSteps(base, asked)
    .map(({ due_at }) => due_at)
    .toSorted()[0]
const since = ({ id }: Base) => rows.stages.find(({ base, left_at }) => base === id && left_at === null)?.entered_at
const reviewAt = (base: Base) => {
  if (base.stage !== 'yearly_review' || since(base) === undefined) return undefined
  const opening = rows.steps.findLast((step) => step.base === base.id && openings.includes(step.key))
  return opening?.closed_at ?? opening?.due_at
}

/** What is asked, said of one base and of all its rows: the plain rule that the statements are held to. */
const isAsked = (base: Base, asked: Asked): boolean => {
  const { programme, rehearsal = false, among, without = [], stage, closed, late, role, holder, dueBefore } = asked
  const [first, steps] = [firstDue(base, asked), seenSteps(base, asked)]
  return (
    (programme === undefined ? base.rehearsal === rehearsal : base.programme === programme) &&
    (among === undefined || among.programmes.includes(base.programme) || among.bases.includes(base.id)) &&
    !without.includes(base.id) &&
    (stage === undefined || base.stage === stage) &&
    (closed === undefined || (base.closed_at !== null) === closed) &&
    (late === undefined || (first !== undefined && first <= clockOf(base, asked)) === late) &&
    (role === undefined || steps.some((step) => step.role === role)) &&
    (holder === undefined || steps.some((step) => step.holder === holder)) &&
    (dueBefore === undefined || (first !== undefined && first < dueBefore)) &&
    (asked.reviewWithin === undefined ||
      Date.parse(reviewAt(base) ?? '9999-01-01') < Date.parse(clockOf(base, asked)) + asked.reviewWithin * day)
  )
}

/** What a cluster is called in either language here, or its base where it has no name. */
const nameOf = ({ id, cluster }: Base): string => (Number(cluster.slice(-2)) % 3 === 0 ? id : `n${reversed(cluster)}`)
const reversed = (text: string): string => [...text.slice(1)].toReversed().join('')

/** By what a base stands in an order; what has none of it is last. */
const keyOf = (base: Base, asked: Asked): number | string => {
  const last = '~'
  switch (asked.sort) {
    case 'due':
      return firstDue(base, asked) ?? last
    case 'entered':
      return since(base) ?? last
    case 'review':
      return reviewAt(base) ?? last
    case 'score':
      return base.score === null ? Infinity : -base.score
    case 'stage':
      return stages.indexOf(base.stage)
    case 'ends':
      return base.ends_on ?? last
    case 'name':
      return nameOf(base).toLowerCase()
    case 'name_zh':
      return nameOf(base)
    case undefined:
    case 'id':
      return ''
  }
}

const expected = (asked: Asked): readonly string[] =>
  rows.bases
    .filter((base) => isAsked(base, asked))
    .map((base) => ({ id: base.id, key: keyOf(base, asked) }))
    .toSorted((one, other) => (one.key < other.key || (one.key === other.key && one.id < other.id) ? -1 : 1))
    .map(({ id }) => id)

const listed = async (asked: Asked, limit: number): Promise<readonly string[]> => {
  const found: string[] = []
  for (let after: string | undefined; ;) {
    const page = await listBases(db, { ...asked, limit, after })
    found.push(...page.items.map(({ id }) => id))
    if (page.next === null) return found
    after = page.next
  }
}

/** Numbers that are the same in each run. */
const dice = (seed: number) => {
  let state = seed
  return <T>(choices: readonly [T, ...T[]]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return choices[Math.floor((state / 2_147_483_648) * choices.length)] ?? choices[0]
  }
}

const asking = (seed: number): Asked => {
  const pick = dice(seed)
  for (let warm = 0; warm < 5; warm += 1) pick([0])
  return {
    now: pick([morning, new Date(Date.parse(morning) + 9 * day).toISOString()]),
    sort: pick([undefined, ...basesSorts]),
    programme: pick([undefined, undefined, 'gasme', 'trial']),
    rehearsal: pick([undefined, false, true]),
    among: pick([
      undefined,
      { programmes: ['gasme', 'other', 'trial'], bases: [] },
      { programmes: ['gasme'], bases: ['gasme-W105-1', 'other-W106-1', 'other-W110-1', 'trial-W111-1'] },
      { programmes: [], bases: ['gasme-W105-1', 'other-W106-1', 'trial-W111-1', 'trial-W110-1'] },
      { programmes: [], bases: [] },
    ]),
    without: pick([undefined, ['gasme-W105-1', 'other-W112-1']]),
    unseen: pick([undefined, ['1.6'], ['1.4a', '5.1']]),
    stage: pick([undefined, undefined, undefined, 'launch', 'yearly_review']),
    closed: pick([undefined, undefined, true, false]),
    late: pick([undefined, undefined, true, false]),
    role: pick([undefined, undefined, undefined, 'SP']),
    holder: pick([undefined, undefined, undefined, 'p-PM']),
    dueBefore: pick([undefined, undefined, undefined, morning]),
    reviewWithin: pick([undefined, undefined, undefined, 14]),
  }
}

const seeds = Array.from({ length: 120 }, (_, seed) => seed + 1)

test('whatever is asked by whomever, a list shows what the plain rule says, in its order, however it is paged', async () => {
  for (const asked of seeds.map(asking)) {
    const whole = { asked, found: await listed(asked, 200) }
    expect(whole).toEqual({ asked, found: expected(asked) })
    expect({ asked, found: await listed(asked, 4) }).toEqual(whole)
    expect(await countBases(db, asked)).toBe(whole.found.length)
  }
}, 120_000)

test('counts of the stages are those of the plain rule', async () => {
  for (const asked of seeds.map(asking)) {
    const found = rows.bases.filter((base) => isAsked(base, asked))
    const { stages: counted, closed } = await countByStage(db, asked)
    expect(closed).toBe(found.filter(({ closed_at }) => closed_at !== null).length)
    const told = counted.map(({ stage, bases, late, ages, longest }) => ({
      stage,
      bases,
      late,
      ages,
      since: longest?.since,
    }))
    expect({ asked, told }).toEqual({ asked, told: stages.flatMap((stage) => countOf(stage, { found, asked })) })
  }
}, 120_000)

const countOf = (stage: Base['stage'], { found, asked }: { found: readonly Base[]; asked: Asked }) => {
  const here = found.filter((base) => base.stage === stage && base.closed_at === null)
  if (here.length === 0) return []
  const days = here.map((base) => (Date.parse(clockOf(base, asked)) - Date.parse(since(base) ?? '')) / day)
  const bounds = [-Infinity, ...agesTold, Infinity]
  const ages = bounds.slice(1).map((upTo, at) => days.filter((one) => one <= upTo && one > (bounds[at] ?? 0)).length)
  const late = here.filter((base) => isAsked(base, { ...asked, late: true })).length
  return [{ stage, bases: here.length, late, ages, since: here.map(since).toSorted()[0] }]
}

test('its twin: the questions find much and little, in orders that are not that of the ids', () => {
  const answers = seeds.map(asking).map((asked) => expected(asked))
  expect(new Set(answers.map(({ length }) => length)).size).toBeGreaterThan(10)
  expect(answers.filter((ids) => ids.toSorted().join() !== ids.join()).length).toBeGreaterThan(12)
})

test('what is kept in the row of a base follows its steps, its stages and its memorandum', async () => {
  const kept = async () =>
    await db
      .selectFrom('base')
      .select(['first_due_at', 'stage_entered_at', 'review_at'])
      .where('id', '=', 'gasme-W109-1')
      .executeTakeFirstOrThrow()
  const [soon, late] = ['2031-01-01T00:00:00.000Z', '2032-01-01T00:00:00.000Z']
  const base = 'gasme-W109-1'
  await sql`insert into step (base, id, programme, key, round, stage_no, role, side, opened_seq, opened_at, due_at, calendar, seats)
    select ${base}, key || '.9', 'gasme', key, 9, 1, 'SP', 'programme', 90 + visit, ${morning}, due::timestamptz, 'US', 1
    from unnest(array['1.4a', '5.1'], array[${late}, ${soon}]) with ordinality as told (key, due, visit)`.execute(db)
  expect(await kept()).toMatchObject({ first_due_at: soon, review_at: soon })
  await sql`update step set closed_at = ${morning} where base = ${base} and id = '5.1.9'`.execute(db)
  expect(await kept()).toMatchObject({ first_due_at: late, review_at: morning })
  await sql`update base_stage set left_at = ${morning} where base = ${base}`.execute(db)
  expect(await kept()).toMatchObject({ stage_entered_at: null, review_at: null })
  await sql`insert into base_stage (base, no, stage, entered_at) values (${base}, 2, 'launch', ${soon})`.execute(db)
  expect(await kept()).toMatchObject({ stage_entered_at: soon, review_at: null })
})

test('the row of a base knows of a review by the steps with which one opens', async () => {
  const { rows: found } = await sql<{
    body: string
  }>`select prosrc as body from pg_proc where proname = 'bases_follow'`.execute(owner)
  expect(found[0]?.body).toContain(`opening.key in (${openings.map((key) => `'${key}'`).join(', ')})`)
})

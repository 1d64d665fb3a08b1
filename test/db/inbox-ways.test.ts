import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql, type Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { inboxOf } from '../../db/reads/inbox.js'
import { mandatesFor } from '../../db/reads/steps.js'
import type { Database } from '../../db/schema.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { foundProgramme, morning } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>

const people = Array.from({ length: 12 }, (_, at) => `p-${at}`)

/** Forty bases whose steps and seats stand in every way there is: given, lent, limited to steps, late, drawn, closed, ended, barred. */
beforeAll(async () => {
  database = await cloneDatabase('ways of a seat')
  db = connect(database.appUrl)
  await foundProgramme(db, ['PM'])
  const owner = connect(database.ownerUrl)
  await sql`alter table base disable trigger user`.execute(owner)
  await sql`
    insert into base (id, programme, cluster, call, category, province, country, overlapping, record_hash, stage, status, procedure,
      awaits_session, reviews, missing_parts, undated, rehearsal, head_seq, head_hash, opened_at, updated_at)
    select 'gasme-W' || n || '-1', 'gasme', 'W' || n, '2027', 'electric', 'CN-ZJ', 'CN', '{}', repeat('a', 64), 'nomination', 'nominated',
      'full@1', false, 0, '{}', '{}', false, 0, repeat('0', 64), ${morning}, ${morning} from generate_series(1, 40) n`.execute(
    owner,
  )
  await sql`
    insert into step (base, id, programme, key, round, stage_no, role, side, opened_seq, opened_at, due_at, calendar, seats, closed_at,
      holder, stand_in, also_roles, substitutes)
    select 'gasme-W' || n || '-1', key || '.' || visit, 'gasme', key, 1, 1, (array['CM', 'SP', 'LG'])[1 + (n + visit) % 3], 'programme', visit,
      ${morning}, ${morning}::timestamptz + (n * visit) % 17 * interval '1 hour', 'US', 1, case when (n + visit) % 5 = 0 then ${morning}::timestamptz end,
      case when n % 4 = 0 then 'p-' || (n + visit) % 12 end, case when visit = 3 then 'PD' end,
      case when (n + visit) % 3 = 0 then array['CH'] else '{}' end, case when n % 9 = 0 then array['p-' || visit] else '{}' end
    from generate_series(1, 40) n, unnest(array['1.4a', '1.6', '1.8', '2.3a']) with ordinality as told (key, visit)`.execute(
    owner,
  )
  await sql`
    insert into mandate (id, programme, base, person, organisation, role, from_at, until_at, revoked_at, delegator, lends, steps)
    select 'own-' || at, 'gasme', case when at % 4 = 2 or at % 6 = 2 then 'gasme-W' || (at * 3) || '-1' end, 'p-' || at, 'o-1',
      (array['CM', 'SP', 'LG', 'PD', 'CH', 'CM'])[1 + at % 6], '2020-01-01'::timestamptz,
      case when at = 7 then '2021-01-01'::timestamptz end, case when at = 6 then '2021-01-01'::timestamptz end, null, null, null
    from generate_series(0, 11) at`.execute(owner)
  await sql`
    insert into mandate (id, programme, base, person, organisation, role, from_at, until_at, delegator, lends, steps)
    select 'lent-' || id, programme, base, 'p-' || (row_number() over (order by id) + 5) % 12, organisation, role, from_at, '2099-01-01', person, id,
      case when role = 'CM' then array['1.6', '1.8'] end
    from mandate where id like 'own-%'`.execute(owner)
  await sql`
    insert into step_act (base, seq, step, person, role, mandate, option, at)
    select base, 100 + opened_seq, id, 'p-' || opened_seq * 2, role, 'm', 'approve', ${morning} from step where opened_seq < 4`.execute(
    owner,
  )
  await sql`insert into interest (base, person, kind, declared_at, declared_seq) select 'gasme-W' || n || '-1', 'p-' || n % 12, 'direct', ${morning}, 1
    from generate_series(1, 40, 7) n`.execute(owner)
  await owner.destroy()
}, 120_000)

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** What a seat gives, asked of every step there is: the slow way, by the one condition that other lists ask too. */
const bySteps = async (person: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('step')
    .select(['base', 'id'])
    .where('closed_at', 'is', null)
    .where((eb) => eb.exists(mandatesFor(db, { person, now: morning })))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('step_act')
            .select('seq')
            .whereRef('step_act.base', '=', 'step.base')
            .whereRef('step_act.step', '=', 'step.id')
            .where('step_act.person', '=', person),
        ),
      ),
    )
    .orderBy('due_at')
    .orderBy('base')
    .orderBy('id')
    .execute()
  return rows.map(({ base, id }) => `${base} ${id}`)
}

/** The same as the inbox gives it, page after page. */
const bySeats = async (person: string, limit: number): Promise<readonly string[]> => {
  const found: string[] = []
  for (let after: string | undefined; ;) {
    const page = await inboxOf(db, { person, now: morning, limit, after })
    found.push(...page.items.map(({ base, id }) => `${base} ${id}`))
    if (page.next === null) return found
    after = page.next
  }
}

test.each(people)(
  'the inbox of %s holds every step a seat gives, once, in the order of urgency, however it is paged',
  async (person) => {
    const expected = await bySteps(person)
    expect(await bySeats(person, 200)).toEqual(expected)
    expect(await bySeats(person, 3)).toEqual(expected)
  },
)

test('its twin: the people together have steps by each way, and none of them has all', async () => {
  const found = await Promise.all(people.map(bySteps))
  expect(found.flat().length).toBeGreaterThan(100)
  const open = await db.selectFrom('step').select('id').where('closed_at', 'is', null).execute()
  expect(found.every(({ length }) => length < open.length)).toBe(true)
  expect(new Set(found.map(String)).size).toBeGreaterThan(8)
})

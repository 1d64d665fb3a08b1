import { sql, type Kysely } from 'kysely'
import { now } from '../clock/machine-clock.js'
import { canonicalText } from '../db/canonical-text.js'
import { entryHash, noHash } from '../db/ledger.js'
import { groupedBy } from '../db/reads/grouped.js'
import type { Database } from '../db/schema.js'
import { entrySeal } from '../db/seals/entry-seal.js'
import { saveBootstrapMandates } from '../db/writes/people.js'
import type { AnyEvent } from '../domain/event.js'
import { full } from '../domain/gicc/full.js'
import { stages } from '../domain/lifecycle.js'
import { roleCodes, roles, type Role } from '../domain/role.js'
import { nominatedIn } from './a-long-life.js'

type Db = Kysely<Database>

/** The programme whose lists are measured. */
export const listed = 'bench'
/** Who reads: the first person in each of these roles, and the government of the first place. */
export const readers: readonly Role[] = ['PM', 'PD', 'SO', 'EX', 'CM', 'SP', 'LC', 'AU', 'LG']
/** The id of the one who reads in a role. */
export const readerIn = (role: Role): string => `p-${role.toLowerCase()}-1`

/** Holders of a role of the programme: as many as a programme of this size would have of each. */
const holdersOf = (role: Role): number => (role === 'AU' ? 1 : 10)

const places = ['Wenzhou', 'Foshan', 'Keqiao', 'Prato', 'Dalton']
const steps = Object.values(full.steps).map(({ key, role, stage }) => ({
  key,
  role,
  side: roles[role].side,
  stage: stages.indexOf(stage) + 1,
}))

/**
 * Fills a programme to so many bases, in numbers from `from` on: three of four are open, each with two open steps out of all there
 * are, some given to one holder, late, open to a stand-in or with a substitute, and eight closed ones behind them.
 */
export const fillBases = async (db: Db, { from, to }: Filling): Promise<void> => {
  for (let at = from; at <= to; at += 5_000) await some(db, { from: at, to: Math.min(to, at + 4_999) })
}

interface Filling {
  readonly from: number
  readonly to: number
}

const some = async (db: Db, { from, to }: Filling): Promise<void> => {
  const numbers = sql`generate_series(${from}::int, ${to}::int) n`
  const id = sql`'bench-C' || lpad(n::text, 6, '0') || '-1'`
  const day = sql`${now()}::timestamptz`
  await sql`
    insert into cluster (programme, id, record, record_hash, names)
    select ${listed}, 'C' || lpad(n::text, 6, '0'), '{}', repeat('a', 64), jsonb_build_object(
      'en', jsonb_build_object('name', place || ' cluster ' || n, 'place', place, 'government', place || ' government', 'industry', 'tools'),
      'zh-CN', jsonb_build_object('name', '产业集群' || n, 'place', place, 'government', '人民政府', 'industry', '五金'))
    from ${numbers}, lateral (select (${places}::text[])[1 + n % ${places.length}::int] as place) named`.execute(db)
  await sql`
    insert into base (id, programme, cluster, call, category, province, country, overlapping, record_hash, stage, status, procedure,
      awaits_session, reviews, missing_parts, undated, rehearsal, head_seq, head_hash, opened_at, updated_at, closed_at)
    select ${id}, ${listed}, 'C' || lpad(n::text, 6, '0'), '2027', 'electric', 'CN-ZJ', 'CN', '{}', repeat('a', 64),
      (${[...stages]}::text[])[1 + n % 5], (${['nominated', 'in_due_diligence', 'mou_in_negotiation', 'preparing_launch', 'active_green']}::text[])[1 + n % 5],
      ${`full@${full.version}`}, false, 0, '{}', '{}', false, case when n % 4 = 0 then 2 else 4 end, repeat('1', 64),
      ${day} - n % 900 * interval '1 day', ${day}, case when n % 4 = 0 then ${day} end
    from ${numbers}`.execute(db)
  await sql`
    insert into base_stage (base, no, stage, entered_at, left_at)
    select ${id}, 1, (${[...stages]}::text[])[1 + n % 5], ${day} - n % 400 * interval '1 day', case when n % 4 = 0 then ${day} end
    from ${numbers}`.execute(db)
  await fillSteps(db, { numbers, id, day })
  // Triggers are taken off while a programme is made up (`unguarded`): what they keep is brought up here.
  await sql`select bases_follow(array_agg(${id})) from ${numbers}`.execute(db)
  await fillEntries(db, { numbers, id })
}

interface Numbered {
  readonly numbers: ReturnType<typeof sql>
  readonly id: ReturnType<typeof sql>
}

const fillSteps = async (db: Db, { numbers, id, day }: Numbered & { readonly day: ReturnType<typeof sql> }) => {
  await sql`
    insert into step (base, id, programme, key, round, stage_no, role, side, opened_seq, opened_at, due_at, calendar, seats, closed_at,
      outcome, how, holder, stand_in, substitutes, escalated)
    select ${id}, told.key || '.' || visit, ${listed}, told.key, 1, told.stage, told.role, told.side, visit, ${day} - visit * interval '9 days',
      ${day} + (n % 180 - 20) * interval '1 day', 'cn', 1, case when closed then ${day} end, case when closed then 'submit' end,
      case when closed then 'act' end,
      case when n % 3 = 0 then 'p-' || lower(told.role) || '-' || (1 + n % 10) end, case when n % 50 = 0 then 'PD' end,
      case when n % 500 = 0 then array['p-ex-1'] else '{}' end, 0
    from ${numbers}, generate_series(1, 10) visit,
      lateral (select (n + visit * 37) % ${steps.length}::int as turn, n % 4 = 0 or visit <= 8 as closed) turned,
      jsonb_to_recordset(${JSON.stringify(steps.map((step, turn) => ({ ...step, turn })))}::jsonb)
        as told (turn int, key text, role text, side text, stage int)
    where told.turn = turned.turn`.execute(db)
  await sql`
    insert into step_act (base, seq, step, person, role, mandate, option, at)
    select ${id}, step.opened_seq, step.id, 'p-' || lower(step.role) || '-1', step.role, 'm', 'approve', step.opened_at
    from ${numbers} join step on step.base = ${id} where step.closed_at is not null or n % 7 = 0`.execute(db)
  await sql`
    insert into mandate (id, programme, base, person, organisation, role, from_at)
    select 'm-' || role || '-' || n, ${listed}, ${id}, 'p-' || lower(role) || '-' || n, 'o-' || n, role, '2020-01-01'
    from ${numbers}, unnest(${['LG', 'CLO', 'AL']}::text[]) role on conflict do nothing`.execute(db)
}

/** The ledger of each base up to its open steps, in rows as a worker writes them: what the judge asks can be asked of it. */
const fillEntries = async (db: Db, { numbers, id }: Numbered): Promise<void> => {
  const open = await sql<OpenRow>`
    select ${id} as base, n as number, step.id as step, step.key, step.role, step.due_at as "dueAt"
    from ${numbers} left join step on step.base = ${id} and step.closed_at is null order by n, step.opened_seq`.execute(
    db,
  )
  const rows = [...groupedBy(open.rows, ({ base }) => base)].flatMap(([base, steps]) => entriesOf(base, steps))
  for (let at = 0; at < rows.length; at += 1_000)
    await db
      .insertInto('ledger_entry')
      .values(rows.slice(at, at + 1_000))
      .execute()
}

interface OpenRow {
  readonly base: string
  readonly number: number
  readonly step: string | null
  readonly key: string
  readonly role: Role
  readonly dueAt: string
}

const begun = '2027-01-04T09:00:00.000Z'

const entriesOf = (base: string, steps: readonly OpenRow[]) => {
  const stage = full.steps[steps[0]?.key ?? '']?.stage ?? 'nomination'
  const events: readonly AnyEvent[] = [
    nominatedIn(listed, base.split('-')[1] ?? ''),
    { type: 'stage_entered', stage, no: 1, procedure: 'full', rulesVersion: full.version },
    ...steps.flatMap(({ step, key, role, dueAt }): readonly AnyEvent[] =>
      step === null
        ? []
        : [{ type: 'step_opened', step, key, role, dueAt, calendar: 'CN@Asia/Shanghai', alarms: [], seats: 1 }],
    ),
  ]
  let prev = noHash
  return events.map((event, index) => {
    const unhashed = {
      stream: base,
      seq: index + 1,
      type: event.type,
      schema_version: 1,
      payload: event,
      actor: null,
      on_behalf_of: null,
      role: null,
      channel: 'machine' as const,
      effective_on: null,
      occurred_at: begun,
      recorded_at: begun,
      command_id: `machine-${index}`,
      workflow_run: 'run-1',
      rules_version: `full@${full.version}`,
      prev_hash: prev,
    }
    const hash = entryHash(unhashed)
    prev = hash
    const canonical = canonicalText(event)
    return { ...unhashed, payload: canonical, canonical, hash, seal: entrySeal({ ...unhashed, hash }) }
  })
}

/** The seats of the programme's own people, and that of the government of the first place. */
export const fillSeats = async (db: Db): Promise<void> => {
  const held = { organisation: 'o-0', from: '2020-01-01T00:00:00.000Z' }
  const ofProgramme = roleCodes
    .filter((role) => !roles[role].perBase)
    .flatMap((role) =>
      Array.from({ length: holdersOf(role) }, (_, at) => ({
        id: `m-${role}-${at + 1}`,
        person: `p-${role.toLowerCase()}-${at + 1}`,
        role,
        ...held,
      })),
    )
  const ofPlace = { id: 'm-LG-1', base: `${listed}-C000001-1`, person: readerIn('LG'), role: 'LG' as const, ...held }
  await saveBootstrapMandates(db, { programme: listed, mandates: [...ofProgramme, ofPlace] })
}

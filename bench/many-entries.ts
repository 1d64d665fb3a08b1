import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { now } from '../clock/machine-clock.js'
import { canonicalText } from '../db/canonical-text.js'
import type { Database } from '../db/schema.js'
import { full } from '../domain/gicc/full.js'
import type { LivedEntry } from './a-long-life.js'

type Db = Kysely<Database>

/** Entries of each of the many bases beside the long one: a nomination on its way. */
const shortLife = 200

/** The base whose past is asked for. */
export const longBase = 'bench-C00000-1'

/** Fills a programme to so many entries: one base with a long life, the rest many bases in their first year. */
export const fillTo = async (
  db: Db,
  { life, size }: { life: readonly LivedEntry[]; size: number },
): Promise<number> => {
  const own = life.slice(0, size)
  await writeLife(db, own)
  const others = Math.ceil((size - own.length) / shortLife)
  for (let from = 1; from <= others; from += 250) await copyLife(db, { from, to: Math.min(others, from + 249) })
  await sql`analyze ledger_entry, base, step, step_act`.execute(db)
  const { rows } = await sql<{ entries: number }>`select count(*) as entries from ledger_entry`.execute(db)
  return rows[0]?.entries ?? 0
}

const writeLife = async (db: Db, life: readonly LivedEntry[]): Promise<void> => {
  const rows = life.map(({ event, at, by }, index) => ({
    stream: longBase,
    seq: index + 1,
    type: event.type,
    schema_version: 1,
    payload: canonicalText(event),
    canonical: canonicalText(event),
    actor: by?.person ?? null,
    on_behalf_of: by?.onBehalfOf ?? null,
    role: by?.role ?? null,
    channel: by === null ? ('machine' as const) : ('api' as const),
    effective_on: null,
    occurred_at: at,
    recorded_at: at,
    command_id: `command-${index}`,
    workflow_run: 'run-1',
    rules_version: `full@${full.version}`,
    prev_hash: '0'.repeat(64),
    hash: '1'.repeat(64),
    seal: `${'0'.repeat(8)}.${'0'.repeat(64)}`,
  }))
  for (let at = 0; at < rows.length; at += 500)
    await db
      .insertInto('ledger_entry')
      .values(rows.slice(at, at + 500))
      .execute()
  await standing(db, sql`values (${longBase})`)
}

const copyLife = async (db: Db, { from, to }: { from: number; to: number }): Promise<void> => {
  const names = sql`select 'bench-C' || lpad(n::text, 5, '0') || '-1' from generate_series(${from}::int, ${to}::int) n`
  await sql`
    insert into ledger_entry (stream, seq, type, schema_version, payload, canonical, actor, on_behalf_of, role, channel,
      effective_on, occurred_at, recorded_at, command_id, workflow_run, rules_version, prev_hash, hash, seal)
    select named.id, seq, type, schema_version, payload, canonical, actor, on_behalf_of, role, channel, effective_on,
      occurred_at, recorded_at, command_id || named.id, workflow_run, rules_version, prev_hash, hash, seal
    from ledger_entry cross join (${names}) as named (id)
    where stream = ${longBase} and seq <= ${shortLife}`.execute(db)
  await standing(db, names)
}

/** The rows that lists show of bases, as far as the questions look at them. */
const standing = async (db: Db, names: ReturnType<typeof sql>): Promise<void> => {
  await sql`
    insert into base (id, programme, cluster, call, category, province, country, overlapping, record_hash, stage, status,
      procedure, awaits_session, reviews, missing_parts, undated, rehearsal, head_seq, head_hash, opened_at, updated_at)
    select id, 'bench', split_part(id, '-', 2), '2027', 'electric', 'CN-ZJ', 'CN', '{}', repeat('a', 64), 'nomination',
      'nominated', ${`full@${full.version}`}, false, 0, '{}', '{}', false, ${shortLife}::int, repeat('1', 64), ${now()}::timestamptz, ${now()}::timestamptz
    from (${names}) as named (id)`.execute(db)
  await sql`
    insert into step (base, id, programme, key, round, stage_no, role, side, opened_seq, opened_at, due_at, calendar, seats,
      closed_at, outcome, how)
    select stream, payload->>'step', 'bench', payload->>'key', 1, 1, payload->>'role', 'programme', seq, occurred_at,
      (payload->>'dueAt')::timestamptz, payload->>'calendar', 1, occurred_at, 'submit', 'act'
    from ledger_entry where type = 'step_opened' and stream in (${names})`.execute(db)
  await sql`
    insert into step_act (base, seq, step, person, role, mandate, option, at)
    select stream, seq, payload->>'step', actor, role, 'm', payload->>'option', occurred_at
    from ledger_entry where type = 'step_acted' and stream in (${names})`.execute(db)
}

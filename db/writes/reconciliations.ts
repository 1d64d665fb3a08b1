import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Reconciled } from '../reads/reconciliations.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** How many differences a report keeps: more of them say nothing more than their number does. */
const keptAtMost = 200

/**
 * Keeps a report, once for each key, and queues a letter to the auditors when it found what the report before it had
 * not. Rehearsals send none: what differs there concerns nobody outside.
 */
export const keepReconciliation = (
  db: Db,
  { key, at, report }: { key: string; at: Instant; report: Reconciled },
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const { programme, streams, runs, entries, commands, divergences, recovered } = report
    const before = await trx
      .selectFrom('reconciliation')
      .select('divergences')
      .where('programme', '=', programme)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const kept = divergences.slice(0, keptAtMost)
    const row = await trx
      .insertInto('reconciliation')
      .values({
        programme,
        key,
        made_at: at,
        streams,
        runs,
        entries,
        commands,
        found: divergences.length,
        divergences: JSON.stringify(kept),
        recovered: recovered.length,
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('id')
      .executeTakeFirst()
    const known = new Set((before?.divergences ?? []).map(nameOf))
    if (row !== undefined && kept.some((one) => !known.has(nameOf(one)))) await tellAuditors(trx, { id: row.id, at })
  })

/** A row of jsonb gives its members back in an order of its own. */
const nameOf = (one: object): string => JSON.stringify(Object.entries(one).toSorted())

const tellAuditors = (db: Db, { id, at }: { id: number; at: Instant }) =>
  sql`
    insert into reconciliation_letter (reconciliation, recipient, next_attempt_at)
    select distinct reconciliation.id, person.id, ${at}::timestamptz
    from reconciliation
    join programme on programme.id = reconciliation.programme and not programme.rehearsal
    join mandate on mandate.programme = programme.id and mandate.role = 'AU' and mandate.revoked_at is null
      and mandate.from_at <= ${at}::timestamptz and (mandate.until_at is null or mandate.until_at > ${at}::timestamptz)
    join person on person.id = mandate.person and person.email is not null and person.erased_at is null
    where reconciliation.id = ${id}
    on conflict do nothing`.execute(db)

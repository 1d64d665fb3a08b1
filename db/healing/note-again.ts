import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { ToldCommand } from '../../domain/witness/told-rows.js'
import type { Database } from '../schema.js'
import type { Batch } from './plan-healing.js'

interface Noting {
  /** The command as its history holds it; absent where it came without a note. */
  readonly command: ToldCommand | undefined
  /** What was sent, and where to, where the note itself does not say it. */
  readonly body: unknown
  /** What the command became. */
  readonly batch: Batch
}

/**
 * Notes a command again as accepted, with what it became, so that its sender gets the same answer as before. A note that
 * is there stays as it is but for what the command became. Returns whether there is a note now, or none is needed: the
 * commands of machines have none.
 */
export async function noteAgain(trx: Transaction<Database>, { command, body, batch }: Noting): Promise<boolean> {
  const { stream, commandId: id, rows } = batch
  if (!uuid.test(id)) return true
  const entries = rows.map(({ seq, type, occurred_at: occurredAt }) => ({ seq, type, occurredAt }))
  const became = {
    state: 'accepted' as const,
    accepted: JSON.stringify({ head: rows.at(-1)?.seq ?? 0, entries }),
    answered_at: rows[0]?.recorded_at ?? null,
  }
  const noted = await trx.updateTable('command').set(became).where('id', '=', id).executeTakeFirst()
  if (noted.numUpdatedRows > 0n) return true
  if (command === undefined) return false
  const { person: actor, route, bodyHash: body_hash, receivedAt: received_at } = command
  const sent = JSON.stringify(command.body ?? body)
  await trx
    .insertInto('command')
    .values({ id, stream, route, actor, body_hash, body: sent, received_at, sent_at: null, ...became })
    .execute()
  return true
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Texts and scans that entries name and the database no longer has: no history holds them. */
export async function lostWith(
  db: Kysely<Database>,
  batches: readonly Batch[],
): Promise<{ readonly texts: readonly string[]; readonly scans: readonly string[] }> {
  const { rows } = await sql<{ texts: string[]; scans: string[] }>`
    with payload as (select value from jsonb_array_elements(${JSON.stringify(
      batches.flatMap(({ rows: some }) => some.map(({ payload }) => payload)),
    )}::jsonb)),
    named as (
      select distinct said ->> 'id' as text from payload,
        lateral (values (value -> 'reason'), (value -> 'text'), (value -> 'number'), (value #> '{paper,number}')) as any_of (said)
      where said ->> 'id' is not null),
    scanned as (select distinct coalesce(value ->> 'scan', value #>> '{paper,scan}') as scan from payload)
    select array(select text from named where not exists (select from text kept where kept.id::text = named.text)
        order by text) as texts,
      array(select scan from scanned where scan is not null
        and not exists (select from scan kept where kept.sha256 = scanned.scan) order by scan) as scans`.execute(db)
  return rows[0] ?? { texts: [], scans: [] }
}

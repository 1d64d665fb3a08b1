import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import { toldOutside } from '../../domain/sight/told-outside.js'
import type { Database } from '../schema.js'
import { isWebhookSealed, shownSecret, webhookSeal, webhookSecret, type WebhookMade } from '../seals/webhook-seal.js'

type Db = Kysely<Database>

/** As many webhooks as one programme has at once. */
export const mostWebhooks = 20

/**
 * Makes a webhook, to which is told what is recorded from now on, and gives its secret, this once. Undefined where the programme has as
 * many as it may.
 */
export async function makeWebhook(
  db: Db,
  { by, at, ...of }: Omit<WebhookMade, 'id' | 'madeAt'> & { readonly by: string; readonly at: Instant },
): Promise<{ readonly id: string; readonly secret: string } | undefined> {
  const made = { ...of, id: randomUUID(), madeAt: at }
  const seal = webhookSeal(made)
  const secret = webhookSecret({ id: made.id, seal })
  if (secret === undefined) throw new TypeError('A webhook was sealed with a key that is not held.')
  const { rows } = await sql<{ id: string }>`
    insert into webhook (id, programme, url, kinds, made_by, made_at, seal, seen)
    select ${made.id}::uuid, ${of.programme}, ${of.url}, ${of.kinds}::text[], ${by}, ${at}::timestamptz, ${seal},
      (select coalesce(max(index) + 1, 0) from ledger_leaf)
    where (select count(*) from webhook where programme = ${of.programme} and ended_at is null) < ${mostWebhooks}
    returning id`.execute(db)
  return rows.length === 0 ? undefined : { id: made.id, secret: shownSecret(secret) }
}

/** Ends a webhook for good; one that was ended stays ended by whom it was. What waits for it is not sent. */
export async function endWebhook(
  db: Db,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Instant },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('webhook')
      .set({ ended_at: at, ended_by: by })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute()
    await trx
      .updateTable('webhook_delivery')
      .set({ state: 'failed', response: 'ended', answered_at: at })
      .where('webhook', '=', id)
      .where('state', '=', 'queued')
      .execute()
  })
}

/** As many entries as are looked at for each webhook at once. */
const batch = 500

/** Whether an `entry` is one that is told to a webhook, whose programme and kinds stand in that row. */
const toldTo = (
  row: 'looked' | 'webhook',
) => sql<boolean>`split_part(entry.stream, '-', 1) = ${sql.ref(`${row}.programme`)}
  and entry.type = any (${toldOutside}::text[])
  and (${sql.ref(`${row}.kinds`)} = '{}' or entry.type = any (${sql.ref(`${row}.kinds`)}))`

/**
 * Queues what was recorded since it was last looked, for each webhook that has not ended: by the one order over all streams, so that no
 * entry is left out and none comes twice. Returns whether there may be more.
 */
export async function queueWebhooks(db: Db, { now }: { readonly now: Instant }): Promise<boolean> {
  const { rows } = await sql<{ looked: string }>`
    with due as (
      select id, programme, kinds, seen from webhook
      where ended_at is null and seen < (select coalesce(max(index) + 1, 0) from ledger_leaf)
      for update skip locked),
    looked as (
      select due.id as webhook, due.programme, due.kinds, leaf.index, leaf.stream, leaf.seq
      from due cross join lateral (
        select index, stream, seq from ledger_leaf where index >= due.seen order by index limit ${batch}) as leaf),
    queued as (
      insert into webhook_delivery (webhook, stream, seq, type, recorded_at, next_attempt_at)
      select webhook, entry.stream, entry.seq, entry.type, entry.recorded_at, ${now}::timestamptz
      from looked join ledger_entry entry on entry.stream = looked.stream and entry.seq = looked.seq
      where ${toldTo('looked')}
      on conflict do nothing)
    update webhook set seen = far.seen
    from (select webhook, max(index) + 1 as seen, count(*) as looked from looked group by webhook) as far
    where webhook.id = far.webhook
    returning far.looked`.execute(db)
  return rows.some(({ looked }) => Number(looked) === batch)
}

/** A message that is to be sent. */
export interface OutgoingMessage {
  readonly id: string
  readonly webhook: string
  readonly url: string
  readonly seal: string
  readonly programme: ProgrammeId
  readonly stream: string
  readonly seq: number
  readonly type: string
  readonly recordedAt: Instant
  /** This one counted. */
  readonly attempts: number
}

const leaseMs = 60_000

/**
 * Takes the next message that is due, for a minute, but for webhooks that are left out; undefined where none is. One for a webhook that
 * nobody of ours made is given up, and one that says what is not recorded, or not told outside: whoever may write rows has nothing signed.
 */
export async function takeMessage(
  db: Db,
  { now, except = [] }: { readonly now: Instant; readonly except?: readonly string[] },
): Promise<OutgoingMessage | undefined> {
  const { rows } = await sql<OutgoingMessage & { kinds: string[]; madeAt: Instant; isTold: boolean }>`
    update webhook_delivery sent set attempts = sent.attempts + 1,
      next_attempt_at = ${now}::timestamptz + make_interval(secs => ${leaseMs / 1000})
    from webhook where webhook.id = sent.webhook and sent.id = (
      select due.id from webhook_delivery due join webhook open on open.id = due.webhook and open.ended_at is null
      where due.state = 'queued' and due.next_attempt_at <= ${now}::timestamptz
        and due.webhook <> all (${except}::uuid[])
      order by due.next_attempt_at limit 1 for update of due skip locked)
    returning sent.id, sent.webhook, webhook.url, webhook.seal, webhook.programme, webhook.kinds, webhook.made_at as "madeAt",
      sent.stream, sent.seq, sent.type, sent.recorded_at as "recordedAt", sent.attempts, exists (
        select from ledger_entry entry where entry.stream = sent.stream and entry.seq = sent.seq
          and entry.type = sent.type and entry.recorded_at = sent.recorded_at and ${toldTo('webhook')}) as "isTold"`.execute(
    db,
  )
  const [row] = rows
  if (row === undefined) return undefined
  const { kinds, madeAt, isTold, ...message } = row
  const made = { id: message.webhook, programme: message.programme, url: message.url, kinds, madeAt }
  if (isTold && isWebhookSealed(made, message.seal)) return message
  await messageAnswered(db, { id: message.id, at: now, response: 'not ours', state: 'failed' })
  return await takeMessage(db, { now, except })
}

type Answered = { readonly id: string; readonly at: Instant; readonly response: string } & (
  { readonly state: 'delivered' | 'failed' } | { readonly state: 'queued'; readonly againAt: Instant }
)

/** Notes what became of a message; one that is tried again waits until then. */
export async function messageAnswered(db: Db, answered: Answered): Promise<void> {
  const { id, at, response, state } = answered
  const again = answered.state === 'queued' ? { next_attempt_at: answered.againAt } : {}
  await db
    .updateTable('webhook_delivery')
    .set({ state, response: response.slice(0, 100), answered_at: at, ...again })
    .where('id', '=', id)
    .execute()
}

/** Has a message sent once more, at once and with every attempt anew. Says whether there is one. */
export async function redeliver(
  db: Db,
  { id, webhook, at }: { readonly id: string; readonly webhook: string; readonly at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook_delivery')
    .set({ state: 'queued', attempts: 0, next_attempt_at: at })
    .where('id', '=', id)
    .where('webhook', '=', webhook)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes away what was answered before a moment. */
export async function forgetMessages(db: Db, { before }: { readonly before: Instant }): Promise<void> {
  await sql`delete from webhook_delivery where id in (
    select id from webhook_delivery where state <> 'queued' and answered_at < ${before}::timestamptz limit 1000)`.execute(
    db,
  )
}

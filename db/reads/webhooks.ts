import { sql, type Kysely } from 'kysely'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import type { DeliveryState } from '../../domain/values/webhook-state.js'
import type { Database } from '../schema.js'
import { isWebhookSealed, type WebhookMade } from '../seals/webhook-seal.js'
import { keysAfter, pageOf, rowsFor, type Page, type PageRequest } from './page.js'

/** A webhook as it stands. */
export interface Webhook extends WebhookMade {
  readonly madeBy: string
  readonly endedAt: Instant | null
}

/** The webhooks of a programme, the newest first, ended ones too; none that this programme did not make. */
export async function webhooksOf(
  db: Kysely<Database>,
  { programme, id }: { readonly programme: ProgrammeId; readonly id?: string },
): Promise<readonly Webhook[]> {
  let query = db.selectFrom('webhook').selectAll().where('programme', '=', programme)
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.orderBy('made_at', 'desc').orderBy('id').limit(200).execute()
  return rows.flatMap(({ made_at: madeAt, made_by: madeBy, ended_at: endedAt, seal, ...row }) => {
    const made = { id: row.id, programme: row.programme, url: row.url, kinds: row.kinds, madeAt }
    return isWebhookSealed(made, seal) ? [{ ...made, madeBy, endedAt }] : []
  })
}

/** A message and what became of it. */
export interface WebhookDelivery {
  readonly id: string
  readonly stream: string
  readonly seq: number
  readonly type: string
  readonly state: DeliveryState
  readonly attempts: number
  readonly recordedAt: Instant
  readonly nextAttemptAt: Instant
  readonly response: string | null
  readonly answeredAt: Instant | null
}

interface Asked extends PageRequest {
  readonly webhook: string
  readonly state?: DeliveryState | undefined
  readonly id?: string
}

/** What was sent to a webhook, or is to be, the newest entry first. */
export async function webhookDeliveries(db: Kysely<Database>, asked: Asked): Promise<Page<WebhookDelivery>> {
  const after = keysAfter(asked, ['instant', 'uuid'])
  let query = db
    .selectFrom('webhook_delivery')
    .select(['id', 'stream', 'seq', 'type', 'state', 'attempts', 'response'])
    .select(['recorded_at as recordedAt', 'next_attempt_at as nextAttemptAt', 'answered_at as answeredAt'])
    .where('webhook', '=', asked.webhook)
  if (asked.state !== undefined) query = query.where('state', '=', asked.state)
  if (asked.id !== undefined) query = query.where('id', '=', asked.id)
  if (after !== undefined)
    query = query.where(sql<boolean>`(recorded_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const rows = await query.orderBy('recorded_at', 'desc').orderBy('id', 'desc').limit(rowsFor(asked)).execute()
  return pageOf(rows, { limit: asked.limit, keysOf: ({ recordedAt, id }) => [recordedAt, id] })
}

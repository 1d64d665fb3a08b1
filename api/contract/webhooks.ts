import { z } from 'zod'
import { toldOutside } from '../../domain/sight/told-outside.js'
import { deliveryStates } from '../../domain/values/webhook-state.js'
import { pageFields, pageOf } from './page.js'
import { count, identifier, instant, programmeId, text, uuid } from './scalars.js'

export const WebhookParams = z.strictObject({ programme: programmeId, webhook: uuid })
export const DeliveryParams = z.strictObject({ programme: programmeId, webhook: uuid, delivery: uuid })

export const WebhookRequest = z
  .strictObject({
    url: text({ max: 500 }).describe('Where messages are posted: https, and a name of the public network.'),
    kinds: z
      .array(z.enum(toldOutside))
      .max(toldOutside.length)
      .default([])
      .describe('Types of entries. Empty: all that are told outside.'),
  })
  .meta({
    id: 'WebhookRequest',
    description:
      'Another program to be told what is recorded, by Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature).',
  })

const fields = {
  id: uuid,
  programme: programmeId,
  url: z.string(),
  kinds: z.array(z.string()),
  madeBy: identifier,
  madeAt: instant,
  endedAt: instant.nullable(),
}

export const WebhookResponse = z.object(fields).meta({ id: 'Webhook' })
export const WebhooksResponse = z.object({ items: z.array(WebhookResponse) }).meta({ id: 'Webhooks' })
export const MadeWebhookResponse = z
  .object({
    id: uuid,
    secret: z
      .string()
      .describe('By which messages are known to be ours (`whsec_`, then base64), shown this once and kept nowhere.'),
  })
  .meta({ id: 'MadeWebhook' })

export const DeliveriesQuery = z.strictObject({ ...pageFields, state: z.enum(deliveryStates).optional() })
export const DeliveryResponse = z
  .object({
    id: uuid.describe('The `webhook-id` of the message: the same however often it is sent.'),
    stream: identifier.describe('The base.'),
    seq: count,
    type: z.string(),
    state: z.enum(deliveryStates),
    attempts: count,
    recordedAt: instant,
    nextAttemptAt: instant.nullable().describe('Null: it is not sent again by itself.'),
    response: z.string().nullable().describe('What came back last: a status, or in a word why nothing did.'),
    answeredAt: instant.nullable(),
  })
  .meta({ id: 'WebhookDelivery' })
export const DeliveriesResponse = pageOf(DeliveryResponse, 'WebhookDeliveries')

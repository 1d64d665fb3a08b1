import { createHmac } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import { machineClock } from '../../clock/machine-clock.js'
import type { Database } from '../../db/schema.js'
import { webhookSecret } from '../../db/seals/webhook-seal.js'
import {
  forgetMessages,
  messageAnswered,
  queueWebhooks,
  takeMessage,
  type OutgoingMessage,
} from '../../db/writes/webhooks.js'
import { attend } from '../attend.js'
import type { PostAnswer, PostMessage } from './post-outside.js'

interface WebhookParts {
  readonly db: Kysely<Database>
  readonly log: Log
  readonly post: PostMessage
}

const lookMs = 2_000
const [secondMs, hourMs] = [1_000, 3_600_000]
/** When a message is tried again after each attempt that failed, as Standard Webhooks advises; after the last it is given up. */
const againAfterMs = [5 * secondMs, 300 * secondMs, 1_800 * secondMs, ...[2, 5, 10, 14, 20, 24].map((h) => h * hourMs)]
const keptMs = 30 * 24 * hourMs
const atMost = 50

/** Tells other programs what was recorded (0072), for as long as the process lives. */
export const startWebhooks = (parts: WebhookParts): { readonly stop: () => Promise<void> } =>
  attend({
    work: async ({ isStopping }) => await sendWebhooks(parts, { isStopping }),
    everyMs: lookMs,
    log: parts.log,
    waits: 'messages to other programs wait, because the database did not answer',
  })

interface Round {
  readonly now?: Date
  readonly isStopping?: () => boolean
}

/** Queues what was recorded, sends what is due, and takes away what was answered long ago. Returns whether there may be more. */
export const sendWebhooks = async (
  parts: WebhookParts,
  { now = machineClock(), isStopping = () => false }: Round = {},
): Promise<boolean> => {
  const { db } = parts
  const at = now.toISOString()
  const isMore = await queueWebhooks(db, { now: at })
  let sent = 0
  while (sent < atMost && !isStopping()) {
    const message = await takeMessage(db, { now: at })
    if (message === undefined) break
    await sendMessage(parts, { message, now })
    sent += 1
  }
  await forgetMessages(db, { before: new Date(now.getTime() - keptMs).toISOString() })
  return isMore || sent === atMost
}

const sendMessage = async (
  { db, log, post }: WebhookParts,
  { message, now }: { readonly message: OutgoingMessage; readonly now: Date },
): Promise<void> => {
  const secret = webhookSecret({ id: message.webhook, seal: message.seal })
  const signed = secret === undefined ? undefined : signedMessage({ message, secret, now })
  const answer: PostAnswer =
    signed === undefined ? { fault: 'key not held' } : await post({ url: message.url, ...signed })
  const response = 'status' in answer ? `HTTP ${answer.status}` : answer.fault
  const at = now.toISOString()
  if ('status' in answer && answer.status >= 200 && answer.status < 300)
    return await messageAnswered(db, { id: message.id, at, response, state: 'delivered' })
  const wait = againAfterMs[message.attempts - 1]
  const isGone = 'status' in answer && answer.status === 410
  if (wait === undefined || isGone) {
    log.warn({ webhook: message.webhook, delivery: message.id, response }, 'a message to another program was given up')
    return await messageAnswered(db, { id: message.id, at, response, state: 'failed' })
  }
  const againAt = new Date(now.getTime() + wait).toISOString()
  return await messageAnswered(db, { id: message.id, at, response, state: 'queued', againAt })
}

interface Signing {
  readonly message: Omit<OutgoingMessage, 'url' | 'seal' | 'webhook' | 'attempts'>
  readonly secret: Buffer
  readonly now: Date
}

/** A message with its headers by Standard Webhooks: ids and kinds, and nothing that names somebody or says a word. */
const signedMessage = ({ message, secret, now }: Signing) => {
  const { id, type, recordedAt, programme, stream, seq } = message
  const body = JSON.stringify({ type, timestamp: recordedAt, data: { programme, base: stream, seq } })
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'cornerstone',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
  }
}

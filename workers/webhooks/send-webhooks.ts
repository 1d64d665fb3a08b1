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
/** As many messages as one round sends, and as many as are under way at once. */
const [atMost, together] = [50, 8]
/** Who takes longer over a message than this, in milliseconds, has the next one in the next round. */
const slowMs = 1_000

/** Tells other programs what was recorded (0072), for as long as the process lives. */
export const startWebhooks = (parts: WebhookParts): { readonly stop: () => Promise<void> } =>
  attend({
    work: async ({ isStopping }) => await sendWebhooks(parts, { isStopping }),
    everyMs: lookMs,
    log: parts.log,
    waits: 'messages to other programs wait, because the database did not answer',
  })

interface Round {
  readonly clock?: () => Date
  readonly isStopping?: () => boolean
}

/**
 * Queues what was recorded, sends what is due, and takes away what was answered long ago. Returns whether there may be more. A few
 * messages are under way at once, to each webhook one; a webhook that takes its time, or does not take its message, has no other before
 * the next round, so that no slow address keeps the others waiting.
 */
export const sendWebhooks = async (
  parts: WebhookParts,
  { clock = machineClock, isStopping = () => false }: Round = {},
): Promise<boolean> => {
  const { db } = parts
  const isMore = await queueWebhooks(db, { now: clock().toISOString() })
  const round: Sending = { clock, underWay: new Map(), resting: new Set(), isSlow: false, faults: [] }
  let sent = 0
  try {
    while (sent < atMost && round.faults.length === 0 && !isStopping()) {
      const before = round.underWay.size
      const message = before < together ? await nextMessage(parts, round) : undefined
      if (message !== undefined) {
        sent += 1
        round.underWay.set(message.webhook, sendInRound(parts, { message, round }))
      } else if (before === 0) break
      // Where one ended while it was looked, what waits behind it was left out, and is looked for at once.
      else if (round.underWay.size === before) await Promise.race(round.underWay.values())
    }
  } finally {
    await Promise.all(round.underWay.values())
  }
  const [fault] = round.faults
  if (fault !== undefined) throw fault
  await forgetMessages(db, { before: new Date(clock().getTime() - keptMs).toISOString() })
  return isMore || sent === atMost || round.isSlow
}

/** What is on its way in one round. */
interface Sending {
  readonly clock: () => Date
  /** By webhook; none of them fails, so that one is not left to itself while another is waited for. */
  readonly underWay: Map<string, Promise<void>>
  /** Webhooks that have no other message in this round. */
  readonly resting: Set<string>
  /** Whether one rests only since it took its time: what waits for it is due. */
  isSlow: boolean
  readonly faults: Error[]
}

const nextMessage = async (
  { db }: WebhookParts,
  { clock, underWay, resting }: Sending,
): Promise<OutgoingMessage | undefined> =>
  await takeMessage(db, { now: clock().toISOString(), except: [...underWay.keys(), ...resting] })

const sendInRound = async (
  parts: WebhookParts,
  { message, round }: { readonly message: OutgoingMessage; readonly round: Sending },
): Promise<void> => {
  const { clock, underWay, resting, faults } = round
  const begun = clock().getTime()
  try {
    const isTaken = await sendMessage(parts, { message, clock })
    const isSlow = clock().getTime() - begun > slowMs
    if (!isTaken || isSlow) resting.add(message.webhook)
    round.isSlow ||= isTaken && isSlow
  } catch (error) {
    faults.push(error instanceof Error ? error : new Error(String(error)))
  } finally {
    underWay.delete(message.webhook)
  }
}

/** Sends a message, signed with the moment at which it goes, and notes what became of it. Returns whether it was taken. */
const sendMessage = async (
  { db, log, post }: WebhookParts,
  { message, clock }: { readonly message: OutgoingMessage; readonly clock: () => Date },
): Promise<boolean> => {
  const secret = webhookSecret({ id: message.webhook, seal: message.seal })
  const signed = secret === undefined ? undefined : signedMessage({ message, secret, now: clock() })
  const answer: PostAnswer =
    signed === undefined ? { fault: 'key not held' } : await post({ url: message.url, ...signed })
  const response = 'status' in answer ? `HTTP ${answer.status}` : answer.fault
  const answeredAt = clock()
  const answered = { id: message.id, at: answeredAt.toISOString(), response }
  if ('status' in answer && answer.status >= 200 && answer.status < 300) {
    await messageAnswered(db, { ...answered, state: 'delivered' })
    return true
  }
  const wait = againAfterMs[message.attempts - 1]
  const isGone = 'status' in answer && answer.status === 410
  if (wait === undefined || isGone) {
    log.warn({ webhook: message.webhook, delivery: message.id, response }, 'a message to another program was given up')
    await messageAnswered(db, { ...answered, state: 'failed' })
  } else {
    const againAt = new Date(answeredAt.getTime() + wait).toISOString()
    await messageAnswered(db, { ...answered, state: 'queued', againAt })
  }
  return false
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

import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import { shortForm } from '../../db/reads/checkpoints.js'
import type { Database } from '../../db/schema.js'
import {
  checkpointFailed,
  checkpointSent,
  queueCheckpointLetters,
  takeCheckpointLetters,
} from '../../db/writes/checkpoint-letters.js'
import type { OutgoingCheckpoint } from '../../db/writes/checkpoint-letters.js'
import { renderCheckpointLetter } from '../../mail/checkpoint-letter.js'
import type { Postman } from '../../mail/postman.js'

interface DailyParts {
  readonly db: Kysely<Database>
  readonly postman: Postman
  readonly log: Log
}

/** Mails the auditors the last checkpoint of each day, a few minutes after midnight (UTC), for as long as the process lives. */
export const startDailyLetter = (parts: DailyParts): { readonly stop: () => Promise<void> } => {
  const stopping = new AbortController()
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await mailCheckpoints(parts).catch((error: unknown) =>
        parts.log.warn({ err: error }, 'the checkpoint of the day waits to be mailed'),
      )
      await pause(lookMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

const lookMs = 5 * 60_000
/** After so many tries, a day and more apart from the first, a letter is given up. */
const triesAtMost = 60

/**
 * Queues and sends what is due now. The same day goes out to the same auditor under the same Message-ID, so that one that
 * came twice can be told; doubled or late it does no harm. Returns how many were taken by the mail server.
 */
export const mailCheckpoints = async ({ db, postman, log }: DailyParts, now = new Date()): Promise<number> => {
  await queueCheckpointLetters(db, { now: now.toISOString() })
  let sent = 0
  for (const letter of await takeCheckpointLetters(db, { now: now.toISOString() })) {
    const delivery = await postman.send(addressed(letter))
    const response = delivery.response.slice(0, 500)
    const { day, recipient, attempts } = letter
    if (delivery.accepted) {
      sent += 1
      await checkpointSent(db, { day, recipient, response, at: new Date().toISOString() })
      continue
    }
    const again = !delivery.permanent && attempts < triesAtMost
    const retryAt = new Date(now.getTime() + 30 * 60_000).toISOString()
    await checkpointFailed(db, { day, recipient, response, ...(again ? { retryAt } : {}) })
    log.warn({ day, recipient, attempts, again }, 'the mail server did not take the checkpoint of the day')
  }
  return sent
}

const addressed = ({ day, recipient, name, email, language, size, root, note }: OutgoingCheckpoint) => ({
  ...renderCheckpointLetter({ day, size, note, short: shortForm({ size, root }) }, language),
  outboxId: `checkpoint-${day}-${recipient.replaceAll(/[^A-Za-z0-9._-]/g, '_')}`,
  to: { name: name?.[language === 'en' ? 'en' : 'local'] ?? '', address: email },
})

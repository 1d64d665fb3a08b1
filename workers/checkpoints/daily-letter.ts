import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import { machineClock } from '../../clock/machine-clock.js'
import { shortForm } from '../../db/reads/checkpoints.js'
import type { Database } from '../../db/schema.js'
import {
  checkpointAnswered,
  queueCheckpointLetters,
  takeCheckpointLetters,
} from '../../db/writes/checkpoint-letters.js'
import type { OutgoingCheckpoint } from '../../db/writes/checkpoint-letters.js'
import { renderCheckpointLetter } from '../../mail/checkpoint-letter.js'
import type { Postman } from '../../mail/postman.js'
import { attend } from '../attend.js'
import { sendDue } from '../letters/due-letters.js'

interface DailyParts {
  readonly db: Kysely<Database>
  readonly postman: Postman
  readonly log: Log
}

const lookMs = 5 * 60_000

/** Mails the auditors the last checkpoint of each day, a few minutes after midnight (UTC), for as long as the process lives. */
export const startDailyLetter = (parts: DailyParts): { readonly stop: () => Promise<void> } =>
  attend({
    work: async () => await mailCheckpoints(parts),
    everyMs: lookMs,
    log: parts.log,
    waits: 'the checkpoint of the day waits to be mailed',
  })

/**
 * Queues and sends what is due now. The same day goes out to the same auditor under the same Message-ID, so that one that
 * came twice can be told; doubled or late it does no harm. Returns how many were taken by the mail server.
 */
export const mailCheckpoints = async ({ db, postman, log }: DailyParts, now = machineClock()): Promise<number> => {
  await queueCheckpointLetters(db, { now: now.toISOString() })
  return await sendDue(await takeCheckpointLetters(db, { now: now.toISOString() }), {
    postman,
    log,
    now,
    addressed,
    answered: async ({ day, recipient }, answer) => await checkpointAnswered(db, { day, recipient, ...answer }),
    refused: 'the mail server did not take the checkpoint of the day',
  })
}

const addressed = ({ day, recipient, name, email, language, size, root, note }: OutgoingCheckpoint) => ({
  ...renderCheckpointLetter({ day, size, note, short: shortForm({ size, root }) }, language),
  outboxId: `checkpoint-${day}-${recipient.replaceAll(/[^A-Za-z0-9._-]/g, '_')}`,
  to: { name: name?.[language === 'en' ? 'en' : 'local'] ?? '', address: email },
})

import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import type { Database } from '../../db/schema.js'
import { reconciliationAnswered, takeReconciliationLetters } from '../../db/writes/reconciliation-letters.js'
import type { OutgoingReconciliation } from '../../db/writes/reconciliation-letters.js'
import { renderDivergenceLetter } from '../../mail/divergence-letter.js'
import type { Postman } from '../../mail/postman.js'

interface LetterParts {
  readonly db: Kysely<Database>
  readonly postman: Postman
  readonly log: Log
}

/** How often the relay looks for what the hourly comparison found. */
const lookMs = 10_000
/** Half-hourly for a day and more; then a letter is given up, and the report stays. */
const [triesAtMost, againMs] = [60, 30 * 60_000]

/** Tells the auditors of differences between ledger and histories, for as long as the process lives. */
export const startDivergenceLetters = (parts: LetterParts): { readonly stop: () => Promise<void> } => {
  const stopping = new AbortController()
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await mailDivergences(parts).catch((error: unknown) =>
        parts.log.warn({ err: error }, 'a letter about differences of ledger and histories waits'),
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

/** Sends what is due now, each under a Message-ID of its own that a repeat bears too. Returns how many were taken. */
export const mailDivergences = async ({ db, postman, log }: LetterParts, now = new Date()): Promise<number> => {
  let sent = 0
  for (const letter of await takeReconciliationLetters(db, { now: now.toISOString() })) {
    const { reconciliation, recipient, attempts } = letter
    const delivery = await postman.send(addressed(letter))
    const response = delivery.response.slice(0, 500)
    if (delivery.accepted) {
      sent += 1
      await reconciliationAnswered(db, { reconciliation, recipient, response, sentAt: new Date().toISOString() })
      continue
    }
    const again = !delivery.permanent && attempts < triesAtMost
    const retryAt = new Date(now.getTime() + againMs).toISOString()
    await reconciliationAnswered(db, { reconciliation, recipient, response, ...(again ? { retryAt } : {}) })
    log.warn({ reconciliation, recipient, attempts, again }, 'the mail server did not take a letter about differences')
  }
  return sent
}

const addressed = (letter: OutgoingReconciliation) => ({
  ...renderDivergenceLetter(letter, letter.language),
  outboxId: `reconciliation-${letter.reconciliation}-${letter.recipient.replaceAll(/[^A-Za-z0-9._-]/g, '_')}`,
  to: { name: letter.name?.[letter.language === 'en' ? 'en' : 'local'] ?? '', address: letter.email },
})

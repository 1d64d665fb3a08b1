import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import { machineClock } from '../../clock/machine-clock.js'
import type { Database } from '../../db/schema.js'
import { reconciliationAnswered, takeReconciliationLetters } from '../../db/writes/reconciliation-letters.js'
import type { OutgoingReconciliation } from '../../db/writes/reconciliation-letters.js'
import { renderDivergenceLetter } from '../../mail/divergence-letter.js'
import type { Postman } from '../../mail/postman.js'
import { attend } from '../attend.js'
import { sendDue } from '../letters/due-letters.js'

interface LetterParts {
  readonly db: Kysely<Database>
  readonly postman: Postman
  readonly log: Log
}

/** How often the relay looks for what the hourly comparison found. */
const lookMs = 10_000

/** Tells the auditors of differences between ledger and histories, for as long as the process lives. */
export const startDivergenceLetters = (parts: LetterParts): { readonly stop: () => Promise<void> } =>
  attend({
    work: async () => await mailDivergences(parts),
    everyMs: lookMs,
    log: parts.log,
    waits: 'a letter about differences of ledger and histories waits',
  })

/** Sends what is due now, each under a Message-ID of its own that a repeat bears too. Returns how many were taken. */
export const mailDivergences = async ({ db, postman, log }: LetterParts, now = machineClock()): Promise<number> =>
  await sendDue(await takeReconciliationLetters(db, { now: now.toISOString() }), {
    postman,
    log,
    now,
    addressed,
    answered: async ({ reconciliation, recipient }, answer) =>
      await reconciliationAnswered(db, { reconciliation, recipient, ...answer }),
    refused: 'the mail server did not take a letter about differences',
  })

const addressed = (letter: OutgoingReconciliation) => ({
  ...renderDivergenceLetter(letter, letter.language),
  outboxId: `reconciliation-${letter.reconciliation}-${letter.recipient.replaceAll(/[^A-Za-z0-9._-]/g, '_')}`,
  to: { name: letter.name?.[letter.language === 'en' ? 'en' : 'local'] ?? '', address: letter.email },
})

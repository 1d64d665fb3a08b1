import { hostname } from 'node:os'
import process from 'node:process'
import { relayConfig } from '../config/processes.js'
import { connect } from '../db/connect.js'
import { holdInstallationKeys, installationKeys } from '../db/seals/installation-key.js'
import { createPostman } from '../mail/postman.js'
import { startDailyLetter } from './checkpoints/daily-letter.js'
import { startRelay } from './relay.js'
import { startCodeLetters } from './letters/code-letters.js'
import { startThirdPartyLetters } from './letters/third-party-letters.js'
import { relayName } from './letters/relay-name.js'
import { createLog } from './log.js'
import { lettersFrom, senderFrom } from './mail-settings.js'
import { startMailbox } from './mailbox.js'
import { runProcess, type Keep } from './run-process.js'
import { postOutside } from './webhooks/post-outside.js'
import { startWebhooks } from './webhooks/send-webhooks.js'
import { startDivergenceLetters } from './witness/divergence-letters.js'

/**
 * The relay process: sends the letters of the outbox, the checkpoint of the day and what a comparison of the two witnesses
 * found, tells other programs what was recorded, and in a trial holds the mailbox that
 * takes them. It is apart from the worker, so that writing and sending letters never stands before a decision
 * (docs/decisions/0019). Tells a parent process `{ ready: true }` once it looks after the outbox.
 */
await runProcess(relay)

async function relay(keep: Keep): Promise<void> {
  const config = relayConfig()
  const { DATABASE_URL: databaseUrl, MAILBOX_SMTP_PORT: port, SMTP_URL: smtpUrl } = config
  const log = createLog({ name: 'relay', level: config.LOG_LEVEL })
  holdInstallationKeys(installationKeys(config))
  const db = connect(databaseUrl, { name: relayName(hostname()) })
  keep(() => db.destroy())
  if (port !== undefined) keep((await startMailbox({ db, port })).close)
  const postman = createPostman({
    smtpUrl,
    from: senderFrom(config.MAIL_FROM),
    replies: config.MAIL_REPLIES,
    timeoutMillis: 10_000,
  })
  keep(postman.close)
  const gatherMs = config.LETTERS_GATHER_SECONDS * 1000
  const undo = {
    realMs: config.LETTERS_UNDO_SECONDS * 1000,
    rehearsalMs: config.LETTERS_UNDO_SECONDS_IN_REHEARSALS * 1000,
  }
  keep(startRelay({ db, postman, log, databaseUrl, gatherMs, undo, ...lettersFrom(config) }).stop)
  keep(startCodeLetters({ db, postman, log }).stop)
  const { publicUrl, sendsRehearsals } = lettersFrom(config)
  keep(startThirdPartyLetters({ db, postman, log, publicUrl, sendsRehearsals }).stop)
  keep(startWebhooks({ db, log, post: postOutside({ isTrial: config.MODE === 'embedded' }) }).stop)
  keep(startDailyLetter({ db, postman, log }).stop)
  keep(startDivergenceLetters({ db, postman, log }).stop)
  log.info({ mailbox: port !== undefined }, 'relay looks after the outbox')
  process.send?.({ ready: true })
}

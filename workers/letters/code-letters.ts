import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import { machineClock } from '../../clock/machine-clock.js'
import type { Database } from '../../db/schema.js'
import { codeAnswered, codeMinutes, takeCodes, type OutgoingCode } from '../../db/writes/act-codes.js'
import { renderCodeLetter } from '../../mail/code-letter.js'
import type { AddressedLetter, Postman } from '../../mail/postman.js'
import { attend } from '../attend.js'

interface CodeParts {
  readonly db: Kysely<Database>
  readonly postman: Postman
  readonly log: Log
}

/** Somebody waits before a page for it. */
const [lookMs, againMs] = [3_000, 20_000]

/** Mails the codes that are asked for before acts of weight by a link (0061), for as long as the process lives. */
export const startCodeLetters = (parts: CodeParts): { readonly stop: () => Promise<void> } =>
  attend({
    work: async () => await mailCodes(parts),
    everyMs: lookMs,
    log: parts.log,
    waits: 'codes wait to be mailed',
  })

/** Sends what waits; each attempt bears another code. What did not leave in the time a code is good is given up. Returns how many were taken. */
export const mailCodes = async ({ db, postman, log }: CodeParts, now = machineClock()): Promise<number> => {
  let sent = 0
  for (const { email, ...code } of await takeCodes(db, { now: now.toISOString() })) {
    const { link, askedAt, attempts } = code
    if (email === null) {
      await codeAnswered(db, { link, response: 'not sent: the address of this person has been erased', isSent: false })
      continue
    }
    const delivery = await postman.send(lettered({ ...code, email }))
    const retryAt = new Date(now.getTime() + againMs)
    const again =
      !delivery.accepted && !delivery.permanent && retryAt.getTime() < Date.parse(askedAt) + codeMinutes * 60_000
    const answer = { link, response: delivery.response.slice(0, 500), isSent: delivery.accepted }
    await codeAnswered(db, again ? { ...answer, retryAt: retryAt.toISOString() } : answer)
    if (delivery.accepted) sent += 1
    else log.warn({ link, attempts, again }, 'the mail server did not take a code')
  }
  return sent
}

const lettered = (letter: OutgoingCode & { readonly email: string }): AddressedLetter => {
  const { link, attempts, base, step, code, name, email, language } = letter
  return {
    ...renderCodeLetter({ base, step, code, minutes: codeMinutes }, language),
    outboxId: `code-${link}-${attempts}-${Date.parse(letter.askedAt)}`,
    to: { name: name?.[language === 'en' ? 'en' : 'local'] ?? '', address: email },
  }
}

import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import { machineClock } from '../../clock/machine-clock.js'
import { clockOf, readBase } from '../../db/reads/bases.js'
import { readForms } from '../../db/reads/forms.js'
import type { Database } from '../../db/schema.js'
import {
  addressOf,
  forgetUnasked,
  giveUpQuestions,
  isTriedAgain,
  questionDelivered,
  takeQuestion,
  type OutgoingQuestion,
} from '../../db/writes/third-parties.js'
import { partsOfItem, thirdPartyLine } from '../../domain/gicc/third-party-line.js'
import { outboxIdOfQuestion } from '../../db/outbox-id.js'
import { keyOf } from '../../domain/values/step-key.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { endAtPlace } from '../../domain/words/hours.js'
import type { AddressedLetter, Postman } from '../../mail/postman.js'
import { renderThirdPartyLetter } from '../../mail/third-party-letter.js'
import { attend } from '../attend.js'

interface QuestionParts {
  readonly db: Kysely<Database>
  readonly postman: Postman
  readonly log: Log
  readonly publicUrl: string
  /** False where the mail server may reach the world: what a rehearsal asks then stays here (0011). */
  readonly sendsRehearsals: boolean
}

/** Nobody waits before a page for it. */
const [lookMs, firstAgainMs] = [5_000, 60_000]

/** How many are sent before what is over is looked at again. */
const atMost = 20

/** Mails the questions to people outside (0066), for as long as the process lives, and takes away the addresses of what was never asked. */
export const startThirdPartyLetters = (parts: QuestionParts): { readonly stop: () => Promise<void> } =>
  attend({
    work: async () => await mailQuestions(parts),
    everyMs: lookMs,
    log: parts.log,
    waits: 'questions to people outside wait to be mailed',
  })

/** Sends what waits, one after the other; each attempt bears another token, and one that throws holds up none of the others. Returns how many left. */
export const mailQuestions = async (parts: QuestionParts, now = machineClock()): Promise<number> => {
  const { db, log } = parts
  const at = { now: now.toISOString() }
  let sent = 0
  for (let no = 0; no < atMost; no += 1) {
    const question = await takeQuestion(db, at)
    if (question === undefined) break
    try {
      if (await mailQuestion(parts, { ...question, now })) sent += 1
    } catch (error) {
      // It waits until its lease is over, and is given up when that has happened too often.
      log.warn({ question: question.id, attempts: question.attempts, err: error }, 'a question could not be mailed')
    }
  }
  await giveUpQuestions(db, at)
  await forgetUnasked(db, at)
  return sent
}

interface TakenAt extends OutgoingQuestion {
  readonly now: Date
}

/** Whether it left. */
const mailQuestion = async (parts: QuestionParts, question: TakenAt): Promise<boolean> => {
  const { db, postman, log } = parts
  const { id, attempts, now } = question
  const letter = await letterOf(parts, question)
  if ('unsent' in letter) {
    await questionDelivered(db, { id, response: `not sent: ${letter.unsent}`, isSent: false })
    return false
  }
  const delivery = await postman.send(letter)
  const again = !delivery.accepted && !delivery.permanent && isTriedAgain(attempts)
  const answer = { id, response: delivery.response.slice(0, 500), isSent: delivery.accepted }
  const retryAt = new Date(now.getTime() + firstAgainMs * 2 ** attempts).toISOString()
  await questionDelivered(db, again ? { ...answer, retryAt } : answer)
  if (!delivery.accepted) log.warn({ question: id, attempts, again }, 'the mail server did not take a question')
  return delivery.accepted
}

const letterOf = async (
  { db, publicUrl, sendsRehearsals }: QuestionParts,
  { now, id, base, activity, sealed, language, until, token }: TakenAt,
): Promise<AddressedLetter | { readonly unsent: string }> => {
  const address = await addressOf(db, { id, base, sealed })
  if (address === null) return { unsent: 'the address is gone' }
  const found = await readBase(db, { id: base })
  const { step } = partsOfItem(activity) ?? {}
  const line = thirdPartyLine(activity, await readForms(db, { base, keys: step === undefined ? [] : [keyOf(step)] }))
  if (found === undefined || line === undefined) return { unsent: 'nothing is left of what was noted' }
  const { names, zone, rehearsal } = found
  if (until <= clockOf(found, now)) return { unsent: 'its time is over' }
  if (rehearsal && !sendsRehearsals) return { unsent: 'a rehearsal writes to nobody outside this machine' }
  const cluster = { en: names?.en.name ?? base, 'zh-CN': names?.['zh-CN'].name ?? base }
  const link = new URL(`/confirm#${token}`, publicUrl).href
  return {
    ...renderThirdPartyLetter(
      { cluster, line, until: endAtPlace(until, zone ?? programmeZone), link, rehearsal },
      language,
    ),
    outboxId: outboxIdOfQuestion({ id, token }),
    to: { name: '', address },
  }
}

import { machineClock } from '../../clock/machine-clock.js'
import { unsentRehearsal } from '../../db/reads/undelivered.js'
import { letterFailed, letterSent, sendTogether, type OutgoingLetter } from '../../db/writes/letters.js'
import { keepLetterCopy } from '../../db/writes/letter-copies.js'
import { revokeLinks } from '../../db/writes/links.js'
import type { AddressedLetter, MailDelivery } from '../../mail/postman.js'
import type { RelayParts } from './relay-parts.js'
import { bindsSomebody } from './mails.js'
import type { WrittenMail } from './write-letters.js'

type Parts = Pick<RelayParts, 'db' | 'postman' | 'log' | 'sendsRehearsals'>

/**
 * Hands over one mail and notes of each letter in it what became of it. A mail with a binding notice is sent at most once: each in it is noted
 * as `unknown` before it leaves, so that whoever dies in between leaves just that, and a person decides. Any other letter is
 * sent again under the same Message-ID until an answer comes. Returns what became of each.
 */
export const deliver = async (written: WrittenMail, parts: Parts): Promise<readonly Fate[]> => {
  const { id: outboxId, first, others, rendered } = written
  const binds = bindsSomebody(written)
  const all = [first, ...others]
  const refusal = whyKept(first, parts)
  if (refusal !== undefined || rendered === undefined) {
    for (const { id } of all) await letterFailed(parts.db, { id, response: refusal ?? unwritten })
    return all.map(() => 'failed')
  }
  for (const { id } of binds ? all : []) await letterFailed(parts.db, { id, response: handingOver, unknown: true })
  await sendTogether(parts.db, { first: outboxId, letters: all.map(({ id }) => id) })
  await keepCopy(written, parts)
  const mail: AddressedLetter = { ...rendered, outboxId, to: readerOf(first) }
  const delivery = await parts.postman.send(mail)
  const fates: Fate[] = []
  for (const letter of all) fates.push(await note(letter, { delivery, binds, ...parts }))
  return fates
}

/** Before it leaves, so that nothing leaves of which nobody can say later what it said. */
const keepCopy = async ({ first, kept = new Map() }: WrittenMail, { db }: Parts): Promise<void> => {
  for (const [letter, { subject, text }] of kept)
    await keepLetterCopy(db, { letter, person: first.recipient, subject, text, at: machineClock().toISOString() })
}

export type Fate = 'sent' | 'waiting' | 'failed' | 'unknown'

const unwritten = 'not sent: the letter could not be written; the log of the relay says why'
const handingOver = 'being handed over; if this stays, nobody knows whether it arrived'

const whyKept = ({ email, rehearsal }: OutgoingLetter, { sendsRehearsals }: Parts): string | undefined => {
  if (email === null) return 'not sent: the address of this person has been erased'
  if (rehearsal && !sendsRehearsals) return unsentRehearsal
  return undefined
}

const readerOf = ({ name, language, email }: OutgoingLetter): AddressedLetter['to'] => ({
  name: name?.[language === 'en' ? 'en' : 'local'] ?? '',
  address: email ?? '',
})

const note = async (
  letter: OutgoingLetter,
  { delivery, binds, db, log }: Parts & { readonly delivery: MailDelivery; readonly binds: boolean },
): Promise<Fate> => {
  const { id, kind, attempts, sentWith } = letter
  const response = delivery.response.slice(0, 500)
  if (delivery.accepted) {
    await letterSent(db, { id, response })
    return 'sent'
  }
  const unknown = delivery.unknown && binds
  const againMs = delivery.permanent || unknown ? undefined : nextTry(letter)
  // That it surely did not come this time says nothing of an earlier time without an answer.
  const mayHaveCome = delivery.unknown || sentWith !== null
  await letterFailed(db, { id, response, unknown, againMs, mayHaveCome })
  // What surely did not come acts for nobody; the next attempt bears a link of its own.
  if (!mayHaveCome) await revokeLinks(db, { letter: id, at: machineClock().toISOString() })
  if (againMs !== undefined) return 'waiting'
  // The answer of the mail server may name an address, so it stays in the database.
  log.warn({ letter: id, kind, attempts, unknown }, 'a letter was given up; its row says why')
  return unknown ? 'unknown' : 'failed'
}

/**
 * Sooner at first, every hour in the end; after three days the letter is given up (RFC 5321, 4.5.4.1 asks for days), and never
 * before it was tried often: it may have waited here for the turn of its base (R9).
 */
const nextTry = ({ attempts, queuedAt }: OutgoingLetter): number | undefined => {
  if (attempts >= triesAtLeast && machineClock().getTime() - Date.parse(queuedAt) > 72 * hourMs) return undefined
  return Math.min(1_000 * 2 ** attempts, hourMs)
}

/** By then two hours have passed. */
const triesAtLeast = 12

const hourMs = 60 * 60 * 1000

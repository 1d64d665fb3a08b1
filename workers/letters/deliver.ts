import { machineClock } from '../../clock/machine-clock.js'
import { letterFailed, letterSent } from '../../db/writes/letters.js'
import type { RenderedLetter } from '../../mail/letter.js'
import type { AddressedLetter, Delivery } from '../../mail/postman.js'
import type { RelayParts } from '../relay.js'
import type { WrittenLetter } from './write-letters.js'

type Parts = Pick<RelayParts, 'db' | 'postman' | 'log' | 'sendsRehearsals'>

/**
 * Hands over one letter and notes what became of it. A binding notice is sent at most once: it is noted as `unknown`
 * before it leaves, so that whoever dies in between leaves just that, and a person decides (reliability.md 3.6). Any
 * other letter is sent again under the same Message-ID until an answer comes. Returns what became of it.
 */
export const deliver = async ({ letter, rendered }: WrittenLetter, parts: Parts): Promise<Fate> => {
  const refusal = whyKept(letter, parts)
  if (refusal !== undefined || rendered === undefined) {
    await letterFailed(parts.db, { id: letter.id, response: refusal ?? unwritten })
    return 'failed'
  }
  if (isBinding(letter)) await letterFailed(parts.db, { id: letter.id, response: handingOver, unknown: true })
  const delivery = await parts.postman.send(addressed(letter, rendered))
  return await note(letter, { delivery, ...parts })
}

export type Fate = 'sent' | 'waiting' | 'failed' | 'unknown'

const unwritten = 'not sent: the letter could not be written; the log of the relay says why'
const handingOver = 'being handed over; if this stays, nobody knows whether it arrived'

type Letter = WrittenLetter['letter']

/** Papers that bind somebody; the letter that brings one must not come twice. */
const bindingPapers: readonly (string | undefined)[] = [
  'decision_letter',
  'feedback_sheet',
  'mou_text',
  'review_letter',
  'withdrawal_resolution',
]

const isBinding = ({ kind, facts }: Letter): boolean =>
  kind === 'base_closed' || (kind === 'document_made' && bindingPapers.includes(facts.kind))

const whyKept = ({ email, rehearsal }: Letter, { sendsRehearsals }: Parts): string | undefined => {
  if (email === null) return 'not sent: the address of this person has been erased'
  if (rehearsal && !sendsRehearsals)
    return 'not sent: letters of a rehearsal go to the mailbox of the same machine only'
  return undefined
}

const addressed = (letter: Letter, rendered: RenderedLetter): AddressedLetter => ({
  ...rendered,
  outboxId: letter.id,
  to: { name: letter.name?.[letter.language === 'en' ? 'en' : 'local'] ?? '', address: letter.email ?? '' },
})

const note = async (letter: Letter, { delivery, db, log }: Parts & { readonly delivery: Delivery }): Promise<Fate> => {
  const { id, kind, attempts } = letter
  const response = delivery.response.slice(0, 500)
  if (delivery.accepted) {
    await letterSent(db, { id, response })
    return 'sent'
  }
  const unknown = delivery.unknown && isBinding(letter)
  const againMs = delivery.permanent || unknown ? undefined : nextTry(letter)
  await letterFailed(db, { id, response, unknown, againMs })
  if (againMs !== undefined) return 'waiting'
  // The answer of the mail server may name an address, so it stays in the database.
  log.warn({ letter: id, kind, attempts, unknown }, 'a letter was given up; its row says why')
  return unknown ? 'unknown' : 'failed'
}

/** Sooner at first, every hour in the end; after three days the letter is given up (RFC 5321, 4.5.4.1 asks for days). */
const nextTry = ({ attempts, queuedAt }: Letter): number | undefined => {
  if (machineClock().getTime() - Date.parse(queuedAt) > 72 * hourMs) return undefined
  return Math.min(1_000 * 2 ** attempts, hourMs)
}

const hourMs = 60 * 60 * 1000

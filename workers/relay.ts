import { letterChannel } from '../db/record/queue-letters.js'
import { letterFailed, takeLetters } from '../db/writes/letters.js'
import { deliver, type Fate } from './letters/deliver.js'
import { lookAt } from './letters/one-look.js'
import type { WrittenMail } from './letters/write-letters.js'
import { attend } from './attend.js'
import type { RelayParts } from './letters/relay-parts.js'

/**
 * Sends the letters of the outbox, a few at a time, for as long as the process lives. Several relays may run at once;
 * one that dies gives its letters back. Faults of the database or the mail server are waited out.
 */
export const startRelay = (parts: RelayParts): { readonly stop: () => Promise<void> } => {
  const { databaseUrl: url, log } = parts
  return attend({
    work: async ({ isStopping }) => (await sendSome(parts, isStopping)) === batch,
    everyMs: lookMs,
    call: url === undefined ? undefined : { url, channel: letterChannel, courtesyMs },
    log,
    waits: 'letters wait, because the database did not answer',
  })
}

/**
 * A decision rings the bell in the same moment in which its answer is on the way; writing letters then would keep a person
 * waiting for what nobody waits for.
 */
const courtesyMs = 250

/** Letters taken at once, letters on their way at once, and how long the relay sleeps when nobody calls it. */
const [batch, parallel, lookMs] = [40, 4, 2_000]
/**
 * A letter is ours for the lease. One whose turn has not come early in it is given back, so that a slow mail server never
 * has us send what another relay may hold by then.
 */
const [leaseMs, beginWithinMs] = [60_000, 15_000]

const sendSome = async (parts: RelayParts, isStopping: () => boolean): Promise<number> => {
  const latest = performance.now() + beginWithinMs
  const { db, gatherMs } = parts
  const letters = await takeLetters(db, { limit: batch, leaseMs, gatherMs })
  const { mails, asItStands } = await lookAt(letters, parts)
  const written = [...mails]
  const fates: Fate[] = []
  const lane = async (): Promise<void> => {
    while (!isStopping() && performance.now() < latest) {
      const next = written.shift()
      if (next === undefined) return
      for (const mail of await asItStands(next)) fates.push(...(await deliver(mail, parts)))
    }
  }
  await Promise.all(Array.from({ length: parallel }, lane))
  await giveBack(written, parts)
  const waiting = fates.filter((fate) => fate === 'waiting').length
  if (waiting > 0)
    parts.log.warn({ waiting, of: letters.length }, 'letters wait, because the mail server did not take them')
  return letters.length
}

const giveBack = async (mails: readonly WrittenMail[], { db }: RelayParts): Promise<void> => {
  for (const { id } of mails.flatMap(({ first, others }) => [first, ...others]))
    await letterFailed(db, { id, response: 'not begun', againMs: 0 })
}

import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import type { Database } from '../db/schema.js'
import { letterFailed, takeLetters } from '../db/writes/letters.js'
import type { Postman } from '../mail/postman.js'
import { deliver, type Fate } from './letters/deliver.js'
import { writeLetters, type WrittenLetter } from './letters/write-letters.js'
import { attend } from './attend.js'

export interface RelayParts {
  readonly db: Kysely<Database>
  readonly postman: Postman
  readonly log: Log
  /** With it a letter leaves as soon as it is queued; without it at the next look, two seconds later at most. */
  readonly databaseUrl?: string
  /** The address of the API, to which letters point. */
  readonly publicUrl: string
  /** False where the mail server may reach the world: letters of rehearsals then stay here, marked failed (design 4). */
  readonly sendsRehearsals: boolean
}

/**
 * Sends the letters of the outbox, a few at a time, for as long as the process lives. Several relays may run at once;
 * one that dies gives its letters back. Faults of the database or the mail server are waited out.
 */
export const startRelay = (parts: RelayParts): { readonly stop: () => Promise<void> } => {
  const { databaseUrl: url, log } = parts
  return attend({
    work: async ({ isStopping }) => (await sendSome(parts, isStopping)) === batch,
    everyMs: lookMs,
    call: url === undefined ? undefined : { url, channel: 'letter', courtesyMs },
    ...{ log, waits: 'letters wait, because the database did not answer' },
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
  const letters = await takeLetters(parts.db, { limit: batch, leaseMs })
  const written = [...(await writeLetters(letters, parts))]
  const fates: Fate[] = []
  const lane = async (): Promise<void> => {
    while (!isStopping() && performance.now() < latest) {
      const next = written.shift()
      if (next === undefined) return
      fates.push(await deliver(next, parts))
    }
  }
  await Promise.all(Array.from({ length: parallel }, lane))
  await giveBack(written, parts)
  const waiting = fates.filter((fate) => fate === 'waiting').length
  if (waiting > 0)
    parts.log.warn({ waiting, of: letters.length }, 'letters wait, because the mail server did not take them')
  return letters.length
}

const giveBack = async (letters: readonly WrittenLetter[], { db }: RelayParts): Promise<void> => {
  for (const { letter } of letters) await letterFailed(db, { id: letter.id, response: 'not begun', againMs: 0 })
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import type { NoteSigner } from '../../db/log/note.js'
import type { Database } from '../../db/schema.js'
import { createBell } from '../bell.js'
import { listenFor } from '../listen.js'

interface SequencerParts {
  readonly db: Kysely<Database>
  readonly signers: readonly NoteSigner[]
  readonly databaseUrl: string
  readonly log: Log
}

/**
 * The sequencer: puts committed entries in their order and signs a checkpoint whenever one is due or somebody waits for
 * one, for as long as the process lives. Several may run; they take turns. Faults of the database are waited out.
 */
export const startSequencer = (parts: SequencerParts): { readonly stop: () => Promise<void> } => {
  const bell = createBell()
  let wanted = false
  const heard = (): void => {
    wanted = true
    bell.ring()
  }
  const listening = listenFor({ url: parts.databaseUrl, channel: 'checkpoint', heard })
  let stopping = false
  const run = async (): Promise<void> => {
    while (!stopping) {
      const atOnce = wanted
      wanted = false
      await once(parts, atOnce)
      await bell.wait(lookMs)
      if (!stopping) await pause(courtesyMs)
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopping = true
      bell.ring()
      await Promise.all([running, listening.close()])
    },
  }
}

/** How long it sleeps when nobody calls it, and how long it lets a call wait for others that come with it. */
const [lookMs, courtesyMs] = [5_000, 50]

const once = async ({ db, signers, log }: SequencerParts, atOnce: boolean): Promise<void> => {
  try {
    const made = await makeCheckpoint(db, { signers, atOnce })
    if (made !== undefined) log.info({ size: made.size, root: made.root }, 'checkpoint signed')
  } catch (error) {
    log.warn({ err: error }, 'no checkpoint could be made; trying again')
  }
}

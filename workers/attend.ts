import { setTimeout as pause } from 'node:timers/promises'
import type { Logger as Log } from 'pino'
import { createBell } from './bell.js'
import { listenFor, type Listened } from '../db/listen.js'

/** What a process looks after for as long as it lives. */
interface Duty {
  /** One round. True: there was more than one round takes, so the next one follows at once. */
  readonly work: (round: Round) => Promise<unknown>
  /** How long it sleeps when nobody calls it. */
  readonly everyMs: number
  /** Who may call it out of its sleep, and how long a call waits for others that come with it. */
  readonly call?: (Listened & { readonly courtesyMs: number }) | undefined
  readonly log: Log
  /** What is said when a round went wrong; the next is the next try. */
  readonly waits: string
}

interface Round {
  /** Somebody has called since the round before. */
  readonly called: boolean
  readonly isStopping: () => boolean
}

/** Works now, when it is called, and every so often, until it is stopped; a round that has begun is ended first. */
export const attend = ({ work, everyMs, call, log, waits }: Duty): { readonly stop: () => Promise<void> } => {
  const bell = createBell()
  let called = false
  let stopping = false
  const heard = (): void => {
    called = true
    bell.ring()
  }
  const listening = call === undefined ? undefined : listenFor({ ...call, heard })
  const isStopping = (): boolean => stopping
  const run = async (): Promise<void> => {
    while (!isStopping()) {
      const round = { called, isStopping }
      called = false
      const more = await work(round).catch((error: unknown) => {
        // Who called was not served: the next round is for them.
        called ||= round.called
        log.warn({ err: error }, waits)
      })
      if (more === true || isStopping()) continue
      await bell.wait(everyMs)
      if (call !== undefined && !isStopping()) await pause(call.courtesyMs)
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopping = true
      bell.ring()
      await Promise.all([running, listening?.close()])
    },
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Say } from './running-process.js'

/** Something that runs, can end by itself, and can be stopped. */
export interface RunningService {
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

export interface Kept<S extends RunningService> {
  readonly first: S
  readonly stop: () => Promise<void>
}

const firstWaitMs = 500
const longestWaitMs = 30_000
/** Who has run so long was sound when it ended, and is started again at once. */
const soundMs = 5_000

/**
 * Starts a service and starts it again each time it ends without having been asked to: at once where it had run soundly, and
 * waiting longer each time it fails soon again, and saying so. The first start may fail; then nothing is kept and the error is
 * thrown.
 */
export async function keepRunning<S extends RunningService>(
  start: () => Promise<S>,
  { title, say }: { readonly title: string; readonly say: Say },
): Promise<Kept<S>> {
  const first = await start()
  let current: S | undefined = first
  let stopping = false
  const watch = async (): Promise<void> => {
    let waitMs = 0
    for (;;) {
      const startedAt = performance.now()
      await current?.ended
      if (stopping) return
      const wasSound = performance.now() - startedAt > soundMs
      waitMs = wasSound ? 0 : Math.min(Math.max(waitMs * 2, firstWaitMs), longestWaitMs)
      say(`The ${title} ended unexpectedly; it is started again ${waitMs === 0 ? 'at once' : `in ${waitMs / 1000} s`}.`)
      await pause(waitMs)
      current = stopping ? undefined : await start().catch((error: unknown) => explain(error))
      if (current !== undefined) say(`The ${title} runs again.`)
      if (stopping) await current?.stop()
    }
  }
  const explain = (error: unknown): undefined => void say(error instanceof Error ? error.message : String(error))
  void watch()
  return {
    first,
    stop: async () => {
      stopping = true
      await current?.stop()
    },
  }
}

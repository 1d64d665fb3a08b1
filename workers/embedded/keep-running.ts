import { setTimeout as pause } from 'node:timers/promises'
import type { Say } from './running-process.js'

/** Something that runs, can end by itself, and can be stopped. */
export interface RunningService {
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

export interface KeptService<S extends RunningService> {
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
): Promise<KeptService<S>> {
  const first = await start()
  let current: S | undefined = first
  let stopping = false
  const halt = new AbortController()
  // One that was asked to stop does not tell that it ended.
  const halted = new Promise<void>((resolve) => halt.signal.addEventListener('abort', () => resolve()))
  const watch = async (): Promise<void> => {
    let waitMs = 0
    while (!stopping) {
      const startedAt = performance.now()
      await Promise.race([current?.ended, halted])
      if (stopping) return
      const wasSound = performance.now() - startedAt > soundMs
      waitMs = wasSound ? 0 : Math.min(Math.max(waitMs * 2, firstWaitMs), longestWaitMs)
      say(`The ${title} ended unexpectedly; it is started again ${waitMs === 0 ? 'at once' : `in ${waitMs / 1000} s`}.`)
      await pause(waitMs, undefined, { signal: halt.signal }).catch(() => undefined)
      current = stopping ? undefined : await start().catch((error: unknown) => explain(error))
      if (current !== undefined) say(`The ${title} runs again.`)
    }
    await current?.stop()
  }
  const explain = (error: unknown): undefined => void say(error instanceof Error ? error.message : String(error))
  const watching = watch()
  return {
    first,
    stop: async () => {
      stopping = true
      halt.abort()
      await current?.stop()
      // One that was just being started again is stopped as well before this returns.
      await watching
    },
  }
}

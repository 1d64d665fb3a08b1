import process from 'node:process'

export interface Grace {
  /** Ends what this process holds, in order. It is called once, whatever happens how often. */
  readonly close: () => Promise<void>
  /** Told why the process ends, and what went wrong. */
  readonly say: (line: string) => void
  /** After this long the process ends although `close` has not. */
  readonly patienceMs?: number
  /** A child ends when the process that started it is gone, so that no orphan works on unseen. */
  readonly endWithParent?: boolean
}

/**
 * The one way in which every process of this program ends: on Ctrl-C, on SIGTERM, when its parent is gone, or after a
 * defect nobody caught, it closes what it holds and leaves. A second Ctrl-C does not wait. Returns the same door for code
 * that wants to end the process by itself.
 */
export function closeWithGrace(grace: Grace): (code?: number) => Promise<never> {
  const { close, say, patienceMs = 30_000, endWithParent = false } = grace
  let leaving: Promise<never> | undefined
  const leave = (code = 0): Promise<never> => (leaving ??= closeAndExit({ close, say, patienceMs, code }))
  const onSignal = (name: NodeJS.Signals): void => {
    if (leaving !== undefined && name === 'SIGINT') process.exit(130)
    void leave()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  if (endWithParent && process.connected) process.once('disconnect', () => void leave())
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (problem: unknown) => {
      say(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem))
      void leave(1)
    })
  }
  return leave
}

interface Leaving {
  readonly close: () => Promise<void>
  readonly say: (line: string) => void
  readonly patienceMs: number
  readonly code: number
}

async function closeAndExit({ close, say, patienceMs, code }: Leaving): Promise<never> {
  setTimeout(() => {
    say(`Closing took longer than ${patienceMs / 1000} seconds; the process ends anyway.`)
    process.exit(1)
  }, patienceMs).unref()
  try {
    await close()
  } catch (error) {
    say(`Closing failed: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
  process.exit(code)
}

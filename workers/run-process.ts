import process from 'node:process'
import { closeWithGrace } from './close-with-grace.js'

/** Remembers how something that was started is ended; what was started last ends first. */
export type Keep = (close: () => Promise<void> | void) => void

/**
 * Runs a process of the installation: does its work, says in one line why it could not, and ends what the work had
 * started, in the opposite order, on a signal or when the process that started it is gone.
 */
export const runProcess = async (work: (keep: Keep) => Promise<void>): Promise<void> => {
  const opened: Parameters<Keep>[0][] = []
  const leave = closeWithGrace({
    say: (line) => process.stderr.write(`${line}\n`),
    patienceMs: 14_000,
    endWithParent: true,
    close: async () => {
      for (const close of [...opened].reverse()) await close()
    },
  })
  try {
    await work((close) => opened.push(close))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    await leave(1)
  }
}

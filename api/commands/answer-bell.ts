import { listenFor } from '../../db/listen.js'
import { answerChannel } from '../../db/record/command-note.js'

/** Rings for a command when it may have been recorded. Nobody answers by it: it says when to look. */
export interface AnswerBell {
  /** Calls `ring` whenever the command may have been recorded, until it is told to leave. */
  readonly attend: (command: string, ring: () => void) => () => void
  readonly close: () => Promise<void>
}

/**
 * Hears from the database of every command that is recorded, over one connection for the whole process. Whoever has the
 * database may ring as well, and a ring may be lost while the connection is away; all who wait are rung when it is back.
 */
export const openAnswerBell = (url: string): AnswerBell => {
  const waiting = new Map<string, Set<() => void>>()
  const ringFor = (command: string): void => waiting.get(command)?.forEach((ring) => ring())
  const heard = (command?: string): void =>
    command === undefined ? waiting.forEach((_, one) => ringFor(one)) : ringFor(command)
  const { close } = listenFor({ url, channel: answerChannel, heard })
  return {
    attend: (command, ring) => {
      const rings = waiting.get(command) ?? new Set()
      waiting.set(command, rings.add(ring))
      return () => {
        rings.delete(ring)
        if (rings.size === 0 && waiting.get(command) === rings) waiting.delete(command)
      }
    },
    close,
  }
}

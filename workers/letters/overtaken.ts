import type { OutgoingLetter } from '../../db/writes/letters.js'
import { letters } from '../../domain/letters/letters.js'
import { writtenReminder } from './news-told.js'

/**
 * Reminders that a later one of the same step to the same reader has caught up with before they left: it says all that they would. A
 * written one is a count of the rules (E3) and leaves by itself.
 */
export const overtaken = (waiting: readonly OutgoingLetter[]): readonly OutgoingLetter[] =>
  waiting.filter(
    (one) =>
      letters[one.kind].ends === 'remind' &&
      one.step !== null &&
      one.sentWith === null &&
      writtenReminder(one.facts) === undefined &&
      waiting.some(
        ({ kind, base, step, recipient, seq }) =>
          kind === one.kind && base === one.base && step === one.step && recipient === one.recipient && seq > one.seq,
      ),
  )

import type { OutgoingLetter } from '../../db/writes/letters.js'
import { letters } from '../../domain/letters/letters.js'

/** What leaves as one mail: the letter it is sent under, and what travels with it. */
export interface Mail {
  /** The id it bears outside: of its first letter when it was first handed over. */
  readonly id: string
  readonly first: OutgoingLetter
  readonly others: readonly OutgoingLetter[]
}

/** Whether a letter binds somebody, and so must not come twice. */
const isBinding = ({ kind, facts }: OutgoingLetter): boolean => letters[kind].binds?.(facts) ?? false

/** Whether a mail holds something that binds. */
export const bindsSomebody = ({ first, others }: Mail): boolean => [first, ...others].some(isBinding)

/**
 * One mail for each reader, and one for what binds of each base: nobody finds a decision among reminders, and nobody has three mails
 * of one decision, its letter, its sheet and the time for redress. What goes to another address travels alone. Letters that were handed over together and had no answer stay
 * together.
 */
export const mailsOf = (due: readonly OutgoingLetter[]): readonly Mail[] => {
  const mails = new Map<string, OutgoingLetter[]>()
  for (const letter of due) {
    const { recipient, base, rehearsal, isElsewhere } = letter
    const apart = isBinding(letter) ? ` ${base}` : ''
    const own = isElsewhere ? letter.id : `${recipient} ${rehearsal}${apart}`
    const key = letter.sentWith ?? own
    mails.set(key, [...(mails.get(key) ?? []), letter])
  }
  return [...mails.values()].flatMap((together) => {
    const [first, ...others] = together
    return first === undefined ? [] : [{ id: first.sentWith ?? first.id, first, others }]
  })
}

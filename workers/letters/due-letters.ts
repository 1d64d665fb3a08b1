import type { Logger as Log } from 'pino'
import { machineClock } from '../../clock/machine-clock.js'
import type { AddressedLetter, Postman } from '../../mail/postman.js'

/** What the mail server said to a letter: when it took it, or when to try again; neither: it is given up. */
export interface Answered {
  readonly response: string
  readonly sentAt?: string
  readonly retryAt?: string
}

interface Sending<L> {
  readonly postman: Postman
  readonly log: Log
  readonly now: Date
  readonly addressed: (letter: L) => AddressedLetter
  readonly answered: (letter: L, answer: Answered) => Promise<void>
  /** What is said when the mail server did not take one. */
  readonly refused: string
}

/** Half-hourly for a day and more; then a letter is given up. */
const [triesAtMost, againMs] = [60, 30 * 60_000]

/** Sends letters to auditors one after another, and notes each answer. Returns how many were taken. */
export const sendDue = async <L extends { readonly recipient: string; readonly attempts: number }>(
  letters: readonly L[],
  { postman, log, now, addressed, answered, refused }: Sending<L>,
): Promise<number> => {
  let sent = 0
  for (const letter of letters) {
    const delivery = await postman.send(addressed(letter))
    const response = delivery.response.slice(0, 500)
    if (delivery.accepted) {
      sent += 1
      await answered(letter, { response, sentAt: machineClock().toISOString() })
      continue
    }
    const { recipient, attempts } = letter
    const again = !delivery.permanent && attempts < triesAtMost
    await answered(
      letter,
      again ? { response, retryAt: new Date(now.getTime() + againMs).toISOString() } : { response },
    )
    log.warn({ recipient, attempts, again }, refused)
  }
  return sent
}

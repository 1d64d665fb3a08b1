import { readCommand } from '../../db/reads/commands.js'
import type { ApiParts } from '../parts.js'
import type { HttpAnswer } from './answer.js'
import { isSameAsk } from './ask.js'
import type { WriteRequest } from './ask.js'
import { knownAnswer } from './settle.js'

interface Answering {
  readonly ask: WriteRequest
  /** The whole way of the command, to its answer. It goes on when the sender has been answered before its end. */
  readonly whole: Promise<HttpAnswer>
}

/**
 * Answers when the command stands in the ledger, which is its answer by every path (0036), while Temporal completes the
 * update behind it, or at the end of the whole way, whichever comes first (0070). What rings is believed in nothing: what is
 * answered is what `record` vouches for under this id, from this sender and with this body.
 */
export const answeredFirst = async (parts: ApiParts, { ask, whole }: Answering): Promise<HttpAnswer> => {
  let leave: () => void = () => undefined
  const standing = new Promise<HttpAnswer>((answer) => {
    const look = async (): Promise<void> => {
      const known = await standsUnder(parts, ask)
      if (known !== undefined) answer(known)
    }
    // Where the database cannot be asked now the whole way says so, or ends all the same.
    leave = parts.answers.attend(ask.key, () => void look().catch(() => undefined))
  })
  try {
    return await Promise.race([whole, standing.then(goesOnBehind(parts, { ask, whole }))])
  } finally {
    leave()
  }
}

const standsUnder = async ({ db }: ApiParts, ask: WriteRequest): Promise<HttpAnswer | undefined> => {
  const known = await readCommand(db, { id: ask.key })
  return known?.accepted && isSameAsk(ask, known) ? knownAnswer(known) : undefined
}

/** What goes wrong behind an answer changes nothing of it: the sweeper sends again what Temporal has not completed. */
const goesOnBehind =
  ({ log }: ApiParts, { ask, whole }: Answering) =>
  (answer: HttpAnswer): HttpAnswer => {
    whole.catch((error: unknown) =>
      log.warn(
        { err: error, command: ask.key },
        'a command was answered and not completed; the sweeper will see to it',
      ),
    )
    return answer
  }

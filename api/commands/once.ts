import { readCommand } from '../../db/reads/commands.js'
import { answerCommand, receiveCommand } from '../../db/writes/commands.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import type { Answer } from './answer.js'
import { StoredAnswer } from './answer.js'
import { isSameAsk, noteOfAsk } from './ask.js'
import type { Ask } from './ask.js'

interface Once {
  readonly ask: Ask
  readonly stream: string
  readonly work: () => Promise<Answer>
  /** What is noted of it besides: ids, codes and hashes only. */
  readonly body?: unknown
}

/**
 * A write that the edge does itself, such as an import: noted under its key, done, answered. The same key again gives
 * the first answer; if there is none, because the process ended halfway, the work is done again, so it must be harmless
 * to repeat.
 */
export const once = async (parts: ApiParts, { ask, stream, work, body = null }: Once): Promise<Answer> => {
  const { db, clock } = parts
  const { key: id } = ask
  const command = noteOfAsk(ask, { stream, body, at: clock().toISOString() })
  const known = await readCommand(db, { id })
  if (known !== undefined) {
    if (!isSameAsk(ask, known)) throw new ProblemError({ code: 'idempotency_conflict', detail: { key: id } })
    if (known.outcome !== null) return StoredAnswer.parse(known.outcome)
  } else {
    const received = await receiveCommand(db, command)
    if (received.kind === 'conflict') throw new ProblemError({ code: 'idempotency_conflict', detail: { key: id } })
  }
  const answer = await work()
  const outcome = { status: answer.status, body: answer.body }
  await answerCommand(db, { command, outcome, at: clock().toISOString() })
  return answer
}

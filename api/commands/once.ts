import { answerCommand, receiveCommand } from '../../db/writes/commands.js'
import type { ApiParts } from '../parts.js'
import type { HttpAnswer } from './answer.js'
import { StoredAnswer } from './answer.js'
import { keyTaken, noteOfAsk } from './ask.js'
import type { WriteRequest } from './ask.js'

interface Once {
  readonly ask: WriteRequest
  readonly stream: string
  readonly work: () => Promise<HttpAnswer>
  /** What is noted of it besides: ids, codes and hashes only. */
  readonly body?: unknown
}

/**
 * A write that the edge does itself, such as an import: noted under its key, done, answered. The same key again gives
 * the first answer, and waits for it while the work is under way; if there is none, because the process ended halfway or
 * another one has the work in hand, it is done again, so it must be harmless to repeat. A "no" it answers with is kept as refused.
 */
export const once = (parts: ApiParts, asked: Once): Promise<HttpAnswer> => {
  const { key } = asked.ask
  const here = underWay.get(parts) ?? new Map<string, Promise<void>>()
  underWay.set(parts, here)
  const own = (here.get(key) ?? Promise.resolve()).then(() => onceAlone(parts, asked))
  const ended = own.then(
    () => undefined,
    () => undefined,
  )
  here.set(key, ended)
  void ended.then(() => here.get(key) === ended && here.delete(key))
  return own
}

/** In each process, when whoever came last under a key is answered: a second click comes while the first is still at work. */
const underWay = new WeakMap<ApiParts, Map<string, Promise<void>>>()

const onceAlone = async (parts: ApiParts, { ask, stream, work, body = null }: Once): Promise<HttpAnswer> => {
  const { db, clock } = parts
  const { key: id } = ask
  const command = noteOfAsk(ask, { stream, body, at: clock().toISOString() })
  const received = await receiveCommand(db, command)
  if (received.kind === 'conflict') throw keyTaken(id)
  if (received.kind === 'answered') return StoredAnswer.parse(received.outcome)
  const { status, body: said } = await work()
  const state = status < 400 ? 'accepted' : 'refused'
  const outcome = { status, body: said }
  const keeping = await answerCommand(db, { command, state, outcome, at: clock().toISOString() })
  if (keeping.kind === 'conflict') throw keyTaken(id)
  return StoredAnswer.parse(keeping.outcome)
}

import type { Accepted } from '../../workflows/messages.js'
import type { NotedCommand } from '../../db/reads/commands.js'
import { answerCommand, isTaken, refuseCommand } from '../../db/writes/commands.js'
import type { IncomingCommand, KeptAnswer } from '../../db/writes/commands.js'
import { logRefusedAttempt } from '../../db/writes/refused-attempts.js'
import { AcceptedResponse, CreatedResponse } from '../contract/answer.js'
import type { ApiParts } from '../parts.js'
import type { No } from '../problems.js'
import type { HttpAnswer } from './answer.js'
import { answerOf, answerOfNo, StoredAnswer } from './answer.js'
import { keyTaken } from './ask.js'
import { refusalSeen } from './refusal-seen.js'
import type { WriteRequest } from './ask.js'

/** How the way of a command ended: carried out, or a "no" that is final. */
export type Conclusion =
  { readonly kind: 'accepted'; readonly accepted: Accepted } | { readonly kind: 'refused'; readonly refusal: No }

interface Settling {
  readonly submission: { readonly ask: WriteRequest; readonly stream: string; readonly note: IncomingCommand }
  readonly conclusion: Conclusion
}

export interface Settled {
  readonly answer: HttpAnswer
  /** Resolves when the answer is kept, or could not be; it never rejects. */
  readonly noted: Promise<void>
}

/**
 * Keeps the answer under the command's name, so that a repeat hears the same, and a refusal in the log of refused
 * attempts, since Temporal keeps no trace of what a validator refused. What became entries was noted with them, so its
 * sender need not wait until it is noted that the answer was given: should that be lost, the sweeper asks once more. What
 * stands in the ledger under the command's name is the answer, even where a workflow that has forgotten it says no. Throws
 * `idempotency_conflict` where the name is by now another command's: the answer is that one's.
 */
export const settle = async (parts: ApiParts, { submission, conclusion }: Settling): Promise<Settled> => {
  const { ask, stream, note: command } = submission
  if (conclusion.kind === 'refused') return await settleNo(parts, { submission, refusal: conclusion.refusal })
  const { accepted } = conclusion
  const answer = answerOfAccepted(ask, { accepted, stream })
  const keeping = { command, outcome: kept(answer), at: parts.clock().toISOString() }
  if (accepted.entries.length === 0) return told(ask, await answerCommand(parts.db, keeping))
  if (await isTaken(parts.db, command)) throw keyTaken(ask.key)
  const note = async (): Promise<void> => {
    await answerCommand(parts.db, keeping)
  }
  return { answer, noted: replyGoesFirst().then(note).catch(warn(parts)) }
}

const settleNo = async (
  parts: ApiParts,
  { submission, refusal }: Pick<Settling, 'submission'> & { readonly refusal: No },
): Promise<Settled> => {
  const { ask, stream, note: command } = submission
  const at = parts.clock().toISOString()
  const heard = await refusalSeen(parts, { no: refusal, person: ask.person, stream })
  const outcome = kept(answerOfNo(heard, { setting: ask.setting }))
  const no = await refuseCommand(parts.db, { command, outcome, at })
  if (no.kind === 'standing') {
    const { stream: on, ...accepted } = no.standing
    return { answer: answerOfAccepted(ask, { accepted, stream: on }), noted: Promise.resolve() }
  }
  const settled = told(ask, no)
  await logRefusedAttempt(parts.db, {
    at,
    actor: ask.person,
    stream,
    route: ask.route,
    commandId: ask.key,
    code: refusal.code,
    detail: refusal.detail,
  })
  return settled
}

/** Two who settle the same key at once tell the same: the answer that was kept first. */
const told = ({ key }: WriteRequest, keeping: KeptAnswer): Settled => {
  if (keeping.kind === 'conflict') throw keyTaken(key)
  return { answer: StoredAnswer.parse(keeping.outcome), noted: Promise.resolve() }
}

const replyGoesFirst = (): Promise<void> => new Promise((go) => setImmediate(go))

const warn =
  ({ log }: ApiParts) =>
  (error: unknown): void =>
    log.warn({ err: error }, 'an answer was given and could not be noted; the sweeper will note it')

/**
 * The answer to a command that came before: the one that follows from the entries it became, or else the one that was
 * given; undefined while there is neither.
 */
export const knownAnswer = ({ id, route, stream, accepted, outcome }: NotedCommand): HttpAnswer | undefined => {
  if (accepted !== null) return answerOfAccepted({ key: id, route }, { accepted, stream })
  return outcome === null ? undefined : StoredAnswer.parse(outcome)
}

/** A nomination creates a base, and its answer names it; everything else happens to what exists. */
const answerOfAccepted = (
  { key: command, route }: Pick<WriteRequest, 'key' | 'route'>,
  { accepted, stream }: { accepted: Accepted; stream: string },
): HttpAnswer => {
  const { head, entries } = accepted
  return creates(route)
    ? answerOf(CreatedResponse, { status: 201, value: { base: stream, command, head, entries: [...entries] } })
    : answerOf(AcceptedResponse, { status: 200, value: { command, head, entries: [...entries] } })
}

const creates = (route: string): boolean => /^POST \/programmes\/[^/]+\/bases$/.test(route)

const kept = ({ status, body }: HttpAnswer): Omit<HttpAnswer, 'headers'> => ({ status, body })

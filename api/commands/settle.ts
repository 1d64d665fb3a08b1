import type { Accepted } from '../../workflows/messages.js'
import type { NotedCommand } from '../../db/reads/commands.js'
import { answerCommand, refuseCommand } from '../../db/writes/commands.js'
import type { IncomingCommand } from '../../db/writes/commands.js'
import { logRefusedAttempt } from '../../db/writes/refused-attempts.js'
import { AcceptedResponse, CreatedResponse } from '../contract/answer.js'
import type { ApiParts } from '../parts.js'
import type { No } from '../problems.js'
import type { Answer } from './answer.js'
import { answerOf, answerOfNo, StoredAnswer } from './answer.js'
import type { Ask } from './ask.js'

export type Outcome =
  { readonly kind: 'accepted'; readonly accepted: Accepted } | { readonly kind: 'refused'; readonly refusal: No }

interface Settling {
  readonly submission: { readonly ask: Ask; readonly stream: string; readonly note: IncomingCommand }
  readonly delivery: Outcome
}

export interface Settled {
  readonly answer: Answer
  /** Resolves when the answer is kept, or could not be; it never rejects. */
  readonly noted: Promise<void>
}

/**
 * Keeps the answer under the command's name, so that a repeat hears the same, and a refusal in the log of refused
 * attempts, since Temporal keeps no trace of what a validator refused. What became entries was noted with them, so its
 * sender need not wait until it is noted that the answer was given: should that be lost, the sweeper asks once more. What
 * stands in the ledger under the command's name is the answer, even where a workflow that has forgotten it says no.
 */
export const settle = async (parts: ApiParts, { submission, delivery }: Settling): Promise<Settled> => {
  const { ask, stream, note: command } = submission
  const at = parts.clock().toISOString()
  if (delivery.kind === 'accepted') {
    const answer = answerOfAccepted(ask, { accepted: delivery.accepted, stream })
    const note = () => answerCommand(parts.db, { command, outcome: kept(answer), at })
    if (delivery.accepted.entries.length > 0) return { answer, noted: replyGoesFirst().then(note).catch(warn(parts)) }
    await note()
    return { answer, noted: Promise.resolve() }
  }
  const { refusal } = delivery
  const outcome = kept(answerOfNo(refusal, { setting: ask.setting }))
  const no = await refuseCommand(parts.db, { command, outcome, at })
  if (no.kind === 'standing') {
    const { stream: on, ...accepted } = no.standing
    return { answer: answerOfAccepted(ask, { accepted, stream: on }), noted: Promise.resolve() }
  }
  await logRefusedAttempt(parts.db, {
    at,
    actor: ask.person,
    stream,
    route: ask.route,
    commandId: ask.key,
    code: refusal.code,
    detail: refusal.detail,
  })
  // Two who settle the same key at once tell the same: the one that was kept first.
  return { answer: StoredAnswer.parse(no.outcome), noted: Promise.resolve() }
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
export const knownAnswer = ({ id, route, stream, accepted, outcome }: NotedCommand): Answer | undefined => {
  if (accepted !== null) return answerOfAccepted({ key: id, route }, { accepted, stream })
  return outcome === null ? undefined : StoredAnswer.parse(outcome)
}

/** A nomination creates a base, and its answer names it; everything else happens to what exists. */
const answerOfAccepted = (
  { key: command, route }: Pick<Ask, 'key' | 'route'>,
  { accepted, stream }: { accepted: Accepted; stream: string },
): Answer => {
  const { head, entries } = accepted
  return creates(route)
    ? answerOf(CreatedResponse, { status: 201, value: { base: stream, command, head, entries: [...entries] } })
    : answerOf(AcceptedResponse, { status: 200, value: { command, head, entries: [...entries] } })
}

const creates = (route: string): boolean => /^POST \/programmes\/[^/]+\/bases$/.test(route)

const kept = ({ status, body }: Answer): Omit<Answer, 'headers'> => ({ status, body })

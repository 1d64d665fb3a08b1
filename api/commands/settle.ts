import type { Accepted } from '../../workflows/messages.js'
import { answerCommand } from '../../db/writes/commands.js'
import { logRefusedAttempt } from '../../db/writes/refused-attempts.js'
import { AcceptedResponse, CreatedResponse } from '../contract/answer.js'
import type { ApiParts } from '../parts.js'
import type { No } from '../problems.js'
import type { Answer } from './answer.js'
import { answerOf, answerOfNo } from './answer.js'
import type { Ask } from './ask.js'

export type Outcome =
  { readonly kind: 'accepted'; readonly accepted: Accepted } | { readonly kind: 'refused'; readonly refusal: No }

interface Settling {
  readonly submission: { readonly ask: Ask; readonly stream: string }
  readonly delivery: Outcome
}

/**
 * Keeps the answer under the command's name, so that a repeat hears the same, and a refusal in the log of refused
 * attempts, since Temporal keeps no trace of what a validator refused.
 */
export const settle = async (parts: ApiParts, { submission, delivery }: Settling): Promise<Answer> => {
  const { ask, stream } = submission
  const at = parts.clock().toISOString()
  if (delivery.kind === 'accepted') {
    const answer = answerOfAccepted(ask, { accepted: delivery.accepted, stream })
    await answerCommand(parts.db, { id: ask.key, state: 'accepted', outcome: kept(answer), at })
    return answer
  }
  const { refusal } = delivery
  const answer = answerOfNo(refusal, { setting: ask.setting })
  await logRefusedAttempt(parts.db, {
    at,
    actor: ask.person,
    stream,
    route: ask.route,
    commandId: ask.key,
    code: refusal.code,
    detail: refusal.detail,
  })
  await answerCommand(parts.db, { id: ask.key, state: 'refused', outcome: kept(answer), at })
  return answer
}

/** A nomination creates a base, and its answer names it; everything else happens to what exists. */
const answerOfAccepted = (ask: Ask, { accepted, stream }: { accepted: Accepted; stream: string }): Answer => {
  const { head, entries } = accepted
  return creates(ask.route)
    ? answerOf(CreatedResponse, { status: 201, value: { base: stream, command: ask.key, head, entries: [...entries] } })
    : answerOf(AcceptedResponse, { status: 200, value: { command: ask.key, head, entries: [...entries] } })
}

const creates = (route: string): boolean => /^POST \/programmes\/[^/]+\/bases$/.test(route)

const kept = ({ status, body }: Answer): Omit<Answer, 'headers'> => ({ status, body })

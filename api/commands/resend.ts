import type { FastifyRequest } from 'fastify'
import { readBase } from '../../db/reads/bases.js'
import { readCommand } from '../../db/reads/commands.js'
import { readLetter, type ListedLetter } from '../../db/reads/letters.js'
import { resendLetter } from '../../db/writes/resend.js'
import { programmeOfBase } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import { mustHold, programmesHeld } from '../auth/must-hold.js'
import { mustSeeBase } from '../auth/sight.js'
import { ResentResponse } from '../contract/paper.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { lettersSeenBy } from '../views/letter-view.js'
import { answerOf, answerOfNo, type HttpAnswer } from './answer.js'
import { askOf, type WriteRequest } from './ask.js'
import { once } from './once.js'
import { keptReason } from './revive.js'

/** Who sends a letter once more: those who run the programme, and who keeps the house. */
export const resenders: readonly Role[] = ['PM', 'PD', 'AD']

/** Whether somebody may send letters of a base once more. */
export const isResender = async (
  parts: ApiParts,
  { person, base }: { readonly person: string; readonly base: string },
): Promise<boolean> =>
  (await programmesHeld(parts, { person, programme: programmeOfBase(base), roles: resenders })).length > 0

/** Whether a letter can be sent once more: not while it waits to be sent, nor where it was no longer so. */
export const isResendable = ({ state }: Pick<ListedLetter, 'state'>): boolean =>
  state !== 'queued' && state !== 'not_needed'

interface Resending {
  readonly request: FastifyRequest
  /** Under which name it is sent; left out: the one its sender chose for the request. */
  readonly ask?: WriteRequest
  readonly base: string
  readonly id: string
  readonly reason: string
  /** Another address of its reader; absent: the one on record. */
  readonly address?: string | undefined
}

/**
 * Sends a letter once more, with who asked for it and why on record. It is a letter of its own, which the relay writes and sends as
 * any other: with what is so when it leaves, and not at all where what it says of its step is no longer so. To another address it goes
 * without a link that acts: whoever asks for it must not act in its reader's name. Refuses a second other address while one waits.
 */
export const resend = async (
  parts: ApiParts,
  { request, ask = askOf(request), base, id, reason, address }: Resending,
): Promise<HttpAnswer> => {
  const { person } = request
  const sight = await mustSeeBase(parts, { person, base })
  if ((await readBase(parts.db, { id: base })) === undefined) throw notFound(`base ${base}`)
  await mustHold(parts, { person, programme: programmeOfBase(base), roles: resenders })
  const letter = await readLetter(parts.db, { base, id, ...lettersSeenBy(sight) })
  if (letter === undefined) throw notFound(`letter ${id}`)
  const isKnown = (await readCommand(parts.db, { id: ask.key })) !== undefined
  const kept = isKnown ? {} : await keptReason(parts, { stream: base, author: person, reason })
  if ('no' in kept) throw new ProblemError(kept.no)
  // That it went elsewhere is noted, and not where: an address names somebody.
  const elsewhere = address === undefined ? {} : { elsewhere: true }
  const work = async (): Promise<HttpAnswer> => {
    const at = parts.clock().toISOString()
    const to = address === undefined ? undefined : { recipient: letter.recipient, address }
    const sent = await resendLetter(parts.db, { id, at, elsewhere: to })
    if (sent !== undefined && 'letter' in sent)
      return answerOf(ResentResponse, { status: 200, value: { command: ask.key, letter: sent.letter } })
    return answerOfNo({ code: 'letter_not_needed', detail: { letter: id, ...sent } }, { setting: ask.setting })
  }
  return await once(parts, { ask, stream: base, work, body: { act: 'resend', about: id, ...kept, ...elsewhere } })
}

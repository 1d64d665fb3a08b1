import type { FastifyRequest } from 'fastify'
import type { MendingCode } from '../../domain/mending.js'
import { programmeOfBase, workflowIdOf } from '../../domain/ids.js'
import { revivers } from '../../domain/judge/revive.js'
import { readCommand, type NotedCommand } from '../../db/reads/commands.js'
import { skipCommand } from '../../db/writes/skip-command.js'
import { mustHold } from '../auth/must-hold.js'
import { RetryResponse, SkipResponse } from '../contract/mending.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import { answerOf, answerOfNo, type HttpAnswer } from './answer.js'
import { askOf, type WriteRequest } from './ask.js'
import { once } from './once.js'
import { keptReason, mustBeMendable, type Mending } from './revive.js'
import { seenCommand } from './seen-command.js'
import { sweep } from './sweeper.js'
import { defined } from '../../domain/values/defined.js'

/**
 * Tries again at once what fails on a base or programme: its unanswered commands are sent under their own ids, and its
 * activities start as for the first time. Harmless to repeat: each counts once however often it is sent.
 */
export const retry = async (parts: ApiParts, mending: Mending): Promise<HttpAnswer> => {
  const { request, stream } = mending
  await mustBeMendable(parts, mending)
  const ask = askOf(request)
  return await noted(parts, {
    ...mending,
    ask,
    act: 'retry',
    work: async () => {
      const reset = await resetActivities(parts, stream)
      // Those of this very moment too.
      const settled = await sweep(parts, { waitedMs: -1, stream })
      return answerOf(RetryResponse, { status: 200, value: { command: ask.key, settled, reset } })
    },
  })
}

const resetActivities = async ({ temporal, ...parts }: ApiParts, stream: string): Promise<number> => {
  const { namespace } = await programmePlace(parts, programmeOfBase(stream))
  const place = { namespace, workflow: workflowIdOf(stream) }
  const failing = ((await temporal.stateOf(place))?.activities ?? []).filter(({ attempt }) => attempt > 1)
  for (const { id } of failing) await temporal.resetActivity(place, id)
  return failing.length
}

interface Skipping {
  readonly request: FastifyRequest
  readonly id: string
  readonly code: MendingCode
  readonly reason?: string | undefined
}

/**
 * Answers a command as failed that was sent and has no outcome; it is not sent again, and the database refuses to record it
 * should it still be under way. Refused for whatever stands in the ledger or was answered: that is not undone here. To whoever
 * may not know of the command there is none.
 */
export const skip = async (parts: ApiParts, { request, id: named, ...why }: Skipping): Promise<HttpAnswer> => {
  const known = await seenCommand(parts, { id: named, person: request.person })
  const { id } = known
  const programme = programmeOfBase(known.stream)
  await mustHold(parts, { person: request.person, programme, roles: revivers })
  const ask = askOf(request)
  return await noted(parts, {
    ...why,
    stream: known.stream,
    ask,
    act: 'skip',
    about: id,
    work: async () => {
      const at = parts.clock().toISOString()
      const before = await readCommand(parts.db, { id })
      const isDone = before?.state === 'failed' || (await skipCommand(parts.db, { id, outcome: failed(known), at }))
      if (isDone) return answerOf(SkipResponse, { status: 200, value: { command: ask.key, skipped: id } })
      return answerOfNo(
        { code: 'not_skippable', detail: { command: id, state: before?.state ?? known.state } },
        { setting: ask.setting },
      )
    },
  })
}

/** What the sender is told from then on, in the language of the record: nobody asks at this moment. */
const failed = ({ id, route }: NotedCommand): Omit<HttpAnswer, 'headers'> => {
  const setting = { locale: 'en', instance: route.split(' ')[1] ?? '/', requestId: id } as const
  const { status, body } = answerOfNo({ code: 'command_skipped', detail: { command: id } }, { setting })
  return { status, body }
}

interface Noting {
  readonly ask: WriteRequest
  readonly act: 'retry' | 'skip'
  readonly stream: string
  readonly code: MendingCode
  readonly reason?: string | undefined
  /** The command that is skipped. */
  readonly about?: string
  readonly work: () => Promise<HttpAnswer>
}

/** An act that changes no base stands in no ledger: it is noted as a command, with who, why and on what. */
const noted = async (parts: ApiParts, { ask, act, stream, code, reason, about, work }: Noting): Promise<HttpAnswer> => {
  const kept =
    (await readCommand(parts.db, { id: ask.key })) === undefined ? { stream, author: ask.person, reason } : undefined
  const words = kept === undefined ? {} : await keptReason(parts, kept)
  if ('no' in words) throw new ProblemError(words.no)
  const body = { act, code, ...words, ...defined({ about }) }
  return await once(parts, { ask, stream, work, body })
}

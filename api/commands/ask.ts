import type { FastifyRequest } from 'fastify'
import { uuid } from '../contract/scalars.js'
import { localeOf } from '../language.js'
import { ProblemError } from '../problems.js'
import type { ProblemSetting } from '../problems.js'
import type { SentNote } from '../../domain/record.js'
import type { NotedCommand } from '../../db/reads/commands.js'
import type { IncomingCommand } from '../../db/writes/commands.js'
import { bodyMark, type BodyMark } from './fingerprint.js'

/** A write as it was asked: under which name, by whom, where, and with what. */
export interface Ask extends BodyMark {
  readonly key: string
  readonly person: string
  /** Method and path, ids included: the same key somewhere else is another command. */
  readonly route: string
  readonly setting: ProblemSetting
}

/** Reads the name of a write and who asks. Refuses a write without a UUID as its Idempotency-Key. */
export const askOf = (request: FastifyRequest): Ask => {
  const given = request.headers['idempotency-key']
  const key = uuid.safeParse(given)
  if (!key.success) {
    const got = given === undefined ? 'absent' : 'no UUID'
    throw new ProblemError({ code: 'idempotency_key_missing', detail: { got } })
  }
  const path = pathOf(request)
  return {
    key: key.data.toLowerCase(),
    person: request.person,
    route: `${request.method} ${path}`,
    ...bodyMark(request.body),
    setting: settingOf(request),
  }
}

/** Whether a command that came before is the very same: by whom, where, and with what. */
export const isSameAsk = (
  { person, route, bodyHash, formerHashes }: Ask,
  known: Pick<NotedCommand, 'actor' | 'route' | 'bodyHash'>,
): boolean => known.actor === person && known.route === route && [bodyHash, ...formerHashes].includes(known.bodyHash)

/** A write as the database notes it. */
export const noteOfAsk = (
  { key: id, route, person: actor, bodyHash, formerHashes }: Ask,
  { stream, body, at }: Pick<IncomingCommand, 'stream' | 'body' | 'at'>,
): IncomingCommand => ({ id, stream, route, actor, bodyHash, formerHashes, body, at })

/** What of a note travels with the command, so that it can be written again. */
export const sentNote = ({ route, bodyHash, at = '' }: IncomingCommand): SentNote => ({
  route,
  bodyHash,
  receivedAt: at,
})

/** For whom a problem about this request is written. */
export const settingOf = (request: FastifyRequest): ProblemSetting => ({
  locale: localeOf(request.headers['accept-language']),
  instance: pathOf(request),
  requestId: request.id,
})

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? request.url

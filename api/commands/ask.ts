import { isUtf8 } from 'node:buffer'
import type { FastifyRequest } from 'fastify'
import type { IdentityProof } from '../auth/proof.js'
import { localeOf } from '../language.js'
import { ProblemError } from '../problems.js'
import type { ProblemSetting } from '../problems.js'
import type { SentNote } from '../../domain/record.js'
import type { NotedCommand } from '../../db/reads/commands.js'
import type { IncomingCommand } from '../../db/writes/commands.js'
import type { KeyFault } from '../problem-catalogue.js'
import { bodyMark, derivedUuid, type BodyMark } from './fingerprint.js'

/** A write as it was asked: under which id, by whom, where, and with what. */
export interface WriteRequest extends BodyMark {
  /** The id of the command, which follows from who asks and the key that was chosen for it. */
  readonly key: string
  readonly person: string
  /** Method and path, ids included: the same key somewhere else is another command. */
  readonly route: string
  readonly setting: ProblemSetting
  /** By what, and when, whoever sends it was last asked who he or she is. */
  readonly proof?: IdentityProof | undefined
}

/** Reads the name of a write and who asks. Refuses a write without an Idempotency-Key of 1 to 255 characters. */
export const askOf = (request: FastifyRequest): WriteRequest => {
  const key = keyIn(request.headers['idempotency-key'])
  if (typeof key !== 'string') throw new ProblemError({ code: 'idempotency_key_missing', detail: key })
  const path = pathOf(request)
  return {
    key: commandIdOf({ person: request.person, key }),
    person: request.person,
    route: `${request.method} ${path}`,
    ...bodyMark(request.body),
    setting: settingOf(request),
    proof: request.proof,
  }
}

/**
 * The id of a command: it follows from who sends it and the key they chose, so that keys are one's own and whoever repeats a
 * key repeats the command. The key itself is kept nowhere.
 */
export const commandIdOf = ({ person, key }: { readonly person: string; readonly key: string }): string =>
  derivedUuid('idempotency key', person, key)

/** The id of the command a request would be; undefined where it bears no key. */
export const commandIdIn = ({ headers, person }: FastifyRequest): string | undefined => {
  const key = keyIn(headers['idempotency-key'])
  return typeof key === 'string' ? commandIdOf({ person, key }) : undefined
}

const longestKey = 255

/** The key of a header: bare, or in quotes as the draft of the header has it (a string of RFC 9651); else what is wrong. */
const keyIn = (header: string | readonly string[] | undefined): string | { readonly got: KeyFault } => {
  if (header === undefined) return { got: 'absent' }
  const given = asWritten(typeof header === 'string' ? header : header.join(', '))
  const [, quoted] = /^"((?:[^"\\]|\\["\\])*)"$/.exec(given) ?? []
  const key = quoted?.replaceAll(/\\(["\\])/g, '$1') ?? given
  if (key === '') return { got: 'empty' }
  return [...key].length > longestKey ? { got: 'too_long' } : key
}

/** A header comes byte for byte: what somebody wrote in UTF-8 is read as it was written, anything else as it came. */
const asWritten = (header: string): string => {
  const bytes = Buffer.from(header, 'latin1')
  return bytes.toString('latin1') === header && isUtf8(bytes) ? bytes.toString('utf8') : header
}

/** Whether a command that came before is the very same: by whom, where, and with what. */
export const isSameAsk = (
  { person, route, bodyHash, formerHashes }: WriteRequest,
  known: Pick<NotedCommand, 'actor' | 'route' | 'bodyHash'>,
): boolean => known.actor === person && known.route === route && [bodyHash, ...formerHashes].includes(known.bodyHash)

/** The problem that a key is another command's. */
export const keyTaken = (key: string): ProblemError =>
  new ProblemError({ code: 'idempotency_conflict', detail: { key } })

/** A write as the database notes it. */
export const noteOfAsk = (
  { key: id, route, person: actor, bodyHash, formerHashes }: WriteRequest,
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

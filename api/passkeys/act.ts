import type { FastifyRequest } from 'fastify'
import type { Sha256, PersonId } from '../../domain/ids.js'
import { pairsOf } from '../act/act-body.js'
import { commandIdIn, commandIdOf } from '../commands/ask.js'
import { jsonHash } from '../commands/fingerprint.js'

/** Under which name the form of a page brings what a passkey says. */
export const passkeyField = 'passkey'

type Announced =
  | { readonly path: string; readonly form: string }
  | { readonly path: string; readonly key: string; readonly body: unknown }

/** The act a challenge is asked for, by a hash of where it goes, under which id, and all it says. */
export const actAnnounced = (person: PersonId, act: Announced): Sha256 =>
  'form' in act
    ? hashOf({ path: act.path, command: null, body: withoutPasskey(pairsOf(act.form)) })
    : hashOf({ path: act.path, command: commandIdOf({ person, key: act.key }), body: act.body })

/** The act a request is, by the same hash. The form of a page bears its own id among its fields. */
export const actSent = (request: FastifyRequest): Sha256 => {
  const [path = ''] = request.url.split('?', 1)
  return isForm(request)
    ? hashOf({ path, command: null, body: withoutPasskey(fieldsOf(request.body)) })
    : hashOf({ path, command: commandIdIn(request) ?? null, body: request.body ?? null })
}

/** Whether a request is the form of a page, which has no headers of its own. */
export const isForm = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config.marked === 'form'

/** The fields of a form as they were sent. */
export const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? { ...body } : {}

interface ActParts {
  readonly path: string
  readonly command: string | null
  readonly body: unknown
}

const hashOf = ({ path, command, body }: ActParts): Sha256 => jsonHash(['act', path, command, body])

/** A script reads line ends of a form otherwise than a browser sends them. */
const withoutPasskey = (fields: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name !== passkeyField)
      .map(([name, texts]) => [name, textsIn(texts).map((text) => text.replaceAll(/\r\n?/g, '\n'))]),
  )

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

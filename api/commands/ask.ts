import type { FastifyRequest } from 'fastify'
import { uuid } from '../contract/scalars.js'
import { localeOf } from '../language.js'
import { ProblemError } from '../problems.js'
import type { ProblemSetting } from '../problems.js'
import { fingerprint } from '../../documents/document-store.js'
import { jsonHash } from './fingerprint.js'

/** A write as it was asked: under which name, by whom, where, and with what. */
export interface Ask {
  readonly key: string
  readonly person: string
  /** Method and path, ids included: the same key somewhere else is another command. */
  readonly route: string
  readonly bodyHash: string
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
    bodyHash: request.body instanceof Uint8Array ? fingerprint(request.body) : jsonHash(request.body ?? null),
    setting: settingOf(request),
  }
}

/** For whom a problem about this request is written. */
export const settingOf = (request: FastifyRequest): ProblemSetting => ({
  locale: localeOf(request.headers['accept-language']),
  instance: pathOf(request),
  requestId: request.id,
})

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? request.url

import type { FastifyError } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { UnreadableCursorError } from '../db/reads/page.js'
import { DocumentDamaged, DocumentStoreFault, DocumentStoreFull } from '../documents/document-store.js'
import { fieldSays, gotAt, type CameAt } from './contract/field-says.js'
import { bodyLimitBytes } from './contract/scalars.js'
import { ProblemError, unavailable } from './problems.js'
import { isTemporalAway } from './temporal/delivery-failure.js'

const Coded = z.object({ code: z.string().optional(), message: z.string().default(''), name: z.string().default('') })

/** The outside of whatever was thrown while a request was handled: always a problem, never a stack or a statement. */
export const asProblem = (error: unknown, setting: FailureSetting): ProblemError => {
  const { requestId, contentType, limit = bodyLimitBytes, allowed = 'application/json' } = setting
  if (error instanceof ProblemError) return error
  if (hasZodFastifySchemaValidationErrors(error)) return misfit(error, setting)
  if (error instanceof UnreadableCursorError) return unreadableCursor()
  const { code = '', message, name } = Coded.catch({ message: '', name: '' }).parse(error)
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new ProblemError({ code: 'too_large', detail: { limit } })
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new ProblemError({ code: 'unsupported_media', detail: { got: contentType ?? 'absent', allowed } })
  }
  if (bodyFaults.has(code) || name === 'SyntaxError') {
    return new ProblemError({ code: 'malformed_body', detail: { got: message.slice(0, 120) } })
  }
  if (code === 'FST_ERR_BAD_URL') return new ProblemError({ code: 'not_found', detail: { what: 'address' } })
  if (error instanceof DocumentStoreFull) {
    return new ProblemError({ code: 'document_store_full', detail: { what: `${error.what} ${error.allowed}` } })
  }
  const isAway = error instanceof DocumentStoreFault && !(error instanceof DocumentDamaged)
  if (isAway) return unavailable('The document store')
  if (isDatabaseAway(error)) return unavailable('PostgreSQL')
  if (isTemporalAway(error)) return unavailable('Temporal')
  return new ProblemError({ code: 'unexpected', detail: { requestId } })
}

interface FailureSetting {
  readonly requestId: string
  readonly contentType: string | undefined
  /** What came in the body, the address and the query, by the name the framework has for each. */
  readonly came?: Readonly<Record<string, unknown>>
  /** The Idempotency-Key as it was sent. */
  readonly key: string | undefined
  /** What the route takes, where that is something else: so many bytes, in which forms. */
  readonly limit?: number | undefined
  readonly allowed?: string | undefined
}

const bodyFaults = new Set([
  'FST_ERR_CTP_EMPTY_JSON_BODY',
  'FST_ERR_CTP_INVALID_JSON_BODY',
  'FST_ERR_CTP_INVALID_CONTENT_LENGTH',
  'FST_ERR_CTP_INVALID_TYPE',
])

const misfit = (error: FastifyError, { key, came }: FailureSetting): ProblemError => {
  if (error.validationContext === 'headers') {
    return new ProblemError({
      code: 'idempotency_key_missing',
      detail: { got: key === undefined ? 'absent' : 'empty' },
    })
  }
  const where = error.validationContext ?? 'body'
  const errors = (error.validation ?? []).map(({ instancePath, keyword, message, params }) => ({
    path: instancePath || '/',
    says: fieldSays({ ...params, code: keyword, message, ...cameAt(came?.[where], instancePath) }),
  }))
  return new ProblemError({ code: 'invalid_request', detail: { where, count: errors.length } }, { errors })
}

/** What came at a place of a request, where the request is known. */
const cameAt = (came: unknown, pointer: string): CameAt =>
  came === undefined || came === null ? {} : gotAt(came, pointer.split('/').slice(1))

const notOfThisList = 'must be the `next` of an earlier page of this list'

const unreadableCursor = (): ProblemError =>
  new ProblemError(
    { code: 'invalid_request', detail: { where: 'querystring', count: 1 } },
    { errors: [{ path: '/after', says: fieldSays({ code: 'custom', message: notOfThisList }) }] },
  )

/**
 * Whether PostgreSQL could not be reached, could not write, or was too slow: connection exceptions (class 08), a transaction it
 * gave up as idle (25P), one that met another (40), too many connections or a full disk (53), a lock not had (55P), a statement
 * cancelled, shutting down or starting (57), a fault of its files (58), a refused or lost socket, a pool that waited in vain.
 */
export const isDatabaseAway = (error: unknown): boolean => {
  const { code = '', message } = Coded.catch({ message: '', name: '' }).parse(error)
  return (
    /^(08|25P|40|53|55P|57|58)[0-9A-Z]*$/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'ENOENT'].includes(code) ||
    /Connection terminated|is not queryable$|timeout exceeded when trying to connect/.test(message)
  )
}

import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { AccessKind } from '../domain/access.js'
import { logAccess } from '../db/writes/access-log.js'
import type { ApiApp, ApiParts } from './parts.js'
import { paramOf, streamOf } from './refused-log.js'

interface Watched {
  readonly kind: AccessKind
  readonly subject: string
}

/** What leaves a row in the access log when it succeeds: confidential reading, exports, settings (SD9, SD10, 8.12). */
export const watchedRoutes: Readonly<Record<string, Watched>> = {
  'GET /documents/:sha256': { kind: 'read', subject: 'document' },
  'GET /bases/:id/scans/:sha256': { kind: 'read', subject: 'scan' },
  'GET /bases/:id/figures': { kind: 'read', subject: 'figures' },
  'GET /bases/:id/history': { kind: 'read', subject: 'history' },
  'GET /bases/:id/history.csv': { kind: 'exported', subject: 'history' },
  'GET /bases/:id/history.pdf': { kind: 'exported', subject: 'history' },
  'GET /bases/:id/letters': { kind: 'read', subject: 'letters' },
  'GET /refused-attempts': { kind: 'read', subject: 'refused_attempts' },
  'GET /access-log': { kind: 'read', subject: 'access_log' },
  'GET /exceptions': { kind: 'read', subject: 'exceptions' },
  'GET /bases/:id/evidence': { kind: 'exported', subject: 'evidence' },
  'GET /programmes/:programme/evidence': { kind: 'exported', subject: 'evidence' },
  'POST /programmes/:programme/mandates': { kind: 'set', subject: 'mandates' },
  'POST /mandates/:id/revocations': { kind: 'set', subject: 'mandates' },
  'POST /checkpoints/:size/attestations': { kind: 'set', subject: 'attestation' },
  'POST /rehearsals': { kind: 'set', subject: 'rehearsal' },
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The base the answer is about, where the path does not name it. */
    about: string
  }
}

/**
 * Keeps the access log. A row is written before the answer leaves, so nothing confidential is read while the log cannot be
 * kept: then the answer is that PostgreSQL is away.
 */
export const addAccessLog = (app: ApiApp, { db, clock }: ApiParts): void => {
  app.decorateRequest('about', '')
  app.addHook('onSend', async (request, reply, payload) => {
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const watched = watchedRoutes[`${method} ${request.routeOptions.url ?? ''}`]
    if (watched === undefined || reply.statusCode >= 400) return payload
    const at = clock().toISOString()
    const about = { stream: streamOf(request) ?? null, object: objectOf(request) }
    await logAccess(db, { at, person: request.person, ...watched, ...about })
    return payload
  })
}

/** Which document, checkpoint or mandate it was. */
const objectOf = ({ params, routeOptions: { url = '' } }: FastifyRequest): string | null => {
  const own = url.startsWith('/bases/') ? undefined : paramOf(params, 'id')
  return paramOf(params, 'sha256') ?? paramOf(params, 'size') ?? own ?? null
}

/** How many tokens a process remembers to have seen; one that was forgotten is only asked of the database again. */
const remembered = 5_000

/** Notes the first use of a token as a sign-in. The log knows it by its fingerprint, from which nobody makes a token. */
export const signInLog = ({ db, clock }: Pick<ApiParts, 'db' | 'clock'>) => {
  const known = new Set<string>()
  return async (authorization: string, person: string): Promise<void> => {
    const object = createHash('sha256').update(authorization).digest('hex').slice(0, 32)
    if (known.has(object)) return
    const at = clock().toISOString()
    await logAccess(db, { ...{ at, person, kind: 'signed_in', subject: 'token', stream: null, object } })
    const [oldest] = known.size >= remembered ? known : []
    if (oldest !== undefined) known.delete(oldest)
    known.add(object)
  }
}

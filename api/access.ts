import type { PersonId } from '../domain/ids.js'
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { logAccess } from '../db/writes/access-log.js'
import type { ApiApp, ApiParts, AskingParts } from './parts.js'
import { paramOf, streamOf } from './refused-log.js'
import { unwatchedRoutes, watchedRoutes } from './watched-routes.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The base the answer is about, where the path does not name it. */
    about: string
  }
}

/**
 * Keeps the access log. A row is written before the answer leaves, so nothing confidential is read while the log cannot be
 * kept: then the answer is that PostgreSQL is away. Refuses, as a defect, a route to read of which nobody said whether it is
 * watched: a forgotten word stops the start, it never leaves a look unseen.
 */
export const addAccessLog = (app: ApiApp, { db, clock }: ApiParts): void => {
  app.addHook('onRoute', ({ method, url }) => {
    if ([method].flat().includes('GET')) mustBeNamed(`GET ${url}`)
  })
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

const mustBeNamed = (route: string): void => {
  if (route in watchedRoutes || unwatchedRoutes.some(({ routes }) => routes.includes(route))) return
  throw new Error(
    `${route} is in neither list of api/watched-routes.ts. Say there under which word it is logged, or why it is not.`,
  )
}

/** Which document, exhibit, visit of a step, checkpoint, person or mandate it was. */
const objectOf = ({ params, routeOptions: { url = '' } }: FastifyRequest): string | null => {
  const own = url.startsWith('/bases/') ? undefined : paramOf(params, 'id')
  return (
    paramOf(params, 'sha256') ??
    paramOf(params, 'exhibit') ??
    paramOf(params, 'letter') ??
    paramOf(params, 'step') ??
    paramOf(params, 'size') ??
    paramOf(params, 'person') ??
    own ??
    null
  )
}

/** How many tokens a process remembers to have seen; one that was forgotten is only asked of the database again. */
const remembered = 5_000

/** Notes the first use of a token as a sign-in. The log knows it by its fingerprint, from which nobody makes a token. */
export const signInLog = ({ db, clock }: AskingParts) => {
  const known = new Set<string>()
  return async (authorization: string, person: PersonId): Promise<void> => {
    const object = createHash('sha256').update(authorization).digest('hex').slice(0, 32)
    if (known.has(object)) return
    const at = clock().toISOString()
    await logAccess(db, { at, person, kind: 'signed_in', subject: 'token', stream: null, object })
    const [oldest] = known.size >= remembered ? known : []
    if (oldest !== undefined) known.delete(oldest)
    known.add(object)
  }
}

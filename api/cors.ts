import type { ApiApp } from './parts.js'

/**
 * Lets pages of the sites that are named read answers, and of no other. They ask with a token of their own: cookies of ours are sent by
 * no other site (`SameSite`), and no answer says that they would be taken. Where none is named, nothing of this is there.
 *
 * `@fastify/cors` (11.4.3) was read for it and is not taken: with a list it answers what another site asks beforehand with 204 and all it
 * would allow, and without one the same with a 404 in the place of our 405; it says to everybody what may be read, and leaves the policy
 * that keeps other sites out (`cross-origin-resource-policy`) to whoever uses it.
 */
export const addCors = (app: ApiApp, { origins }: { readonly origins: readonly string[] }): void => {
  if (origins.length === 0) return
  app.addHook('onRequest', async (request, reply) => {
    const { origin, 'access-control-request-method': wanted } = request.headers
    // What is kept for one site is given to no other.
    reply.header('vary', 'origin')
    if (origin === undefined || !origins.includes(origin)) return
    reply.header('access-control-allow-origin', origin)
    reply.header('access-control-expose-headers', exposed)
    reply.header('cross-origin-resource-policy', 'cross-origin')
    if (request.method !== 'OPTIONS' || wanted === undefined) return
    reply.header('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE')
    reply.header('access-control-allow-headers', 'authorization, content-type, idempotency-key, accept-language')
    reply.header('access-control-max-age', String(minuteSeconds * 10))
    await reply.code(204).send()
  })
}

const minuteSeconds = 60
const exposed = 'content-disposition, location, retry-after'

import type { ApiApp } from './parts.js'

/**
 * Lets pages of the sites that are named read answers, and of no other. They ask with a token of their own: cookies of ours are sent by
 * no other site (`SameSite`), and no answer says that they would be taken. Where none is named, nothing of this is there.
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

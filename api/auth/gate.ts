import { signInLog } from '../access.js'
import type { RateLimits } from '../rate-limits.js'
import type { ApiApp, ApiParts } from '../parts.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The person of the token; empty on routes that are open to everybody. */
    person: string
  }
  interface FastifyContextConfig {
    /** Open to everybody: no token is asked for. Every other route is closed. */
    open?: boolean
    /** The forms of body it takes, where that is not JSON. */
    takes?: string
  }
}

/**
 * Asks for a token on every route that does not call itself open: a forgotten word closes, it never opens. Before that it
 * counts how often the address asks, and after it how often the person does.
 */
export const addGate = (app: ApiApp, { parts, limits }: { parts: ApiParts; limits: RateLimits }): void => {
  const signedIn = signInLog(parts)
  app.decorateRequest('person', '')
  app.addHook('onRequest', async (request) => {
    await limits.byAddress(request)
    if (request.is404 || request.routeOptions.config.open === true) return
    const { authorization } = request.headers
    request.person = await parts.verifyToken(authorization)
    await limits.byPerson(request)
    await signedIn(authorization ?? '', request.person)
  })
}

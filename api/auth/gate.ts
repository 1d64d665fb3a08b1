import { signInLog } from '../access.js'
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

/** Asks for a token on every route that does not call itself open: a forgotten word closes, it never opens. */
export const addGate = (app: ApiApp, parts: ApiParts): void => {
  const signedIn = signInLog(parts)
  app.decorateRequest('person', '')
  app.addHook('onRequest', async (request) => {
    if (request.is404 || request.routeOptions.config.open === true) return
    const { authorization } = request.headers
    const person = await parts.verifyToken(authorization)
    await signedIn(authorization ?? '', person)
    request.person = person
  })
}

import { signInLog } from '../access.js'
import type { SignIn } from '../../db/reads/sign-ins.js'
import { mustBearFormMark, mustBeMeant, signInOf } from '../sign-in/who-asks.js'
import { apiTokenIn, mustBeInScope } from './api-token.js'
import type { RateLimits } from '../rate-limits.js'
import type { ApiApp, ApiParts } from '../parts.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The person of the token or of the sign-in; empty on routes that are open to everybody. */
    person: string
    /** The sign-in of the browser, where that says who asks. */
    signIn: SignIn | undefined
  }
  interface FastifyContextConfig {
    /** Open to everybody: no token is asked for. Every other route is closed. */
    open?: boolean
    /** The forms of body it takes, where that is not JSON. */
    takes?: string
    /** It takes the form of a page, which bears the mark of the sign-in among its fields; one with a file is looked at by its route. */
    marked?: 'form' | 'file form'
  }
}

/**
 * Asks for a token, or a browser that is signed in, on every route that does not call itself open: a forgotten word closes, it never opens. Before that it
 * counts how often the address asks, and after it how often the person does.
 */
export const addGate = (app: ApiApp, { parts, limits }: { parts: ApiParts; limits: RateLimits }): void => {
  const signedIn = signInLog(parts)
  app.decorateRequest('person', '')
  app.decorateRequest('signIn', undefined)
  app.addHook('onRequest', async (request) => {
    await limits.byAddress(request)
    if (request.is404 || request.routeOptions.config.open === true) return
    const { authorization } = request.headers
    const token = await apiTokenIn(parts, request)
    const signIn = authorization === undefined ? await signInOf(parts, request) : undefined
    request.person = token?.person ?? signIn?.person ?? (await parts.verifyToken(authorization))
    request.signIn = signIn
    await limits.byPerson(request)
    if (token !== undefined) return mustBeInScope(request, token)
    const isForm = request.routeOptions.config.marked !== undefined
    if (signIn !== undefined) return isForm ? undefined : mustBeMeant(parts, { request, signIn })
    await signedIn(authorization ?? '', request.person)
  })
  app.addHook('preHandler', async (request) => {
    if (request.routeOptions.config.marked === 'form') mustBearFormMark(parts, { request, body: request.body })
  })
}

import type { FastifyRequest } from 'fastify'
import { signInLog } from '../access.js'
import { askingRows, readerOfRows, type RowsAsked } from '../../db/rows-of-the-reader.js'
import type { SignIn } from '../../db/reads/sign-ins.js'
import { mustBearFormMark, mustBeMeant, signInOf } from '../sign-in/who-asks.js'
import { apiTokenIn, mustBeInScope } from './api-token.js'
import { proofOfSignIn, proofOfToken, type IdentityProof } from './proof.js'
import { isReadForReader } from '../read-routes.js'
import type { RateLimits } from '../rate-limits.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The person of the token or of the sign-in; empty on routes that are open to everybody. */
    person: string
    /** The sign-in of the browser, where that says who asks. */
    signIn: SignIn | undefined
    /** By what, and when, that person was last asked who he or she is; the token of a machine says nothing of it. */
    proof: IdentityProof | undefined
    /** For whom its statements read: for the person, where something is read for its reader (0065). */
    rows: RowsAsked
  }
  interface FastifyContextConfig {
    /** Open to everybody: no token is asked for. Every other route is closed. */
    open?: boolean
    /** It is open, and still drawn for whoever is signed in: with the rooms he or she finds everywhere. */
    knows?: boolean
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
  app.decorateRequest('proof', undefined)
  app.decorateRequest('rows')
  app.addHook('onRequest', (request, _reply, done) => askingRows((request.rows = {}), done))
  app.addHook('onRequest', async (request) => {
    await limits.byAddress(request)
    const { open, knows } = request.routeOptions.config
    if (!request.is404 && open === true && knows === true) await knowSignedIn(parts, request)
    if (request.is404 || open === true) return
    const { authorization } = request.headers
    const token = await apiTokenIn(parts, request)
    const signIn = authorization === undefined ? await signInOf(parts, request) : undefined
    request.person = token?.person ?? signIn?.person ?? (await parts.verifyToken(authorization))
    request.signIn = signIn
    const route = `${request.method === 'HEAD' ? 'GET' : request.method} ${request.routeOptions.url}`
    if (isReadForReader(route)) request.rows.reader = readerOfRows(request.person, parts.clock())
    await limits.byPerson(request)
    if (token !== undefined) return mustBeInScope(request, token)
    request.proof = signIn === undefined ? proofOfToken(authorization ?? '') : proofOfSignIn(signIn)
    const isForm = request.routeOptions.config.marked !== undefined
    if (signIn !== undefined) return isForm ? undefined : mustBeMeant(parts, { request, signIn })
    await signedIn(authorization ?? '', request.person)
  })
  // A body is read outside of what was begun before it.
  app.addHook('preValidation', (request, _reply, done) => askingRows(request.rows, done))
  app.addHook('preHandler', async (request) => {
    if (request.routeOptions.config.marked === 'form') mustBearFormMark(parts, { request, body: request.body })
  })
}

/** Who is signed in, where nobody has to be: a sign-in that has ended is as none. */
const knowSignedIn = async (parts: ApiParts, request: FastifyRequest): Promise<void> => {
  const signIn = await signInOf(parts, request).catch((error: unknown) => {
    if (error instanceof ProblemError) return undefined
    throw error
  })
  if (signIn === undefined) return
  request.person = signIn.person
  request.signIn = signIn
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { answerOfNo, give } from './commands/answer.js'
import { settingOf } from './commands/ask.js'
import { asProblem } from './failures.js'
import type { ApiApp, ApiParts } from './parts.js'
import { refusedLog } from './refused-log.js'
import { noPage, readsPages } from './pages/no-page.js'
import { ProblemError, statusOf } from './problems.js'
import { defined } from '../domain/values/defined.js'
import { bareFrame, frameOf } from './workplace/frame.js'
import { giveWorkPage } from './workplace/give-work-page.js'
import { chosenLanguage } from './workplace/page-language.js'

/** Every failure leaves as a problem: known ones as they are, the rest as `unexpected` with a number in the log. */
export const addErrorsDoor = (app: ApiApp, parts: ApiParts): void => {
  const routes = knownRoutes(app)
  const keep = refusedLog(parts)
  const signsIn = parts.config.OIDC_ISSUER !== undefined || parts.localIssuer !== undefined
  const nowhere = ({ method, url }: FastifyRequest): ProblemError => {
    const allowed = routes.methodsAt(pathOf(url))
    return allowed.length === 0
      ? new ProblemError({ code: 'not_found', detail: { what: 'such address' } })
      : wrongMethod(method, allowed.join(', '))
  }
  app.setErrorHandler(async (error, request, reply) => {
    const problem = request.is404 && !(error instanceof ProblemError) ? nowhere(request) : problemOf(request, error)
    await keep(request, problem.no)
    return await giveProblem(reply, { parts, request, problem, error, signsIn })
  })
  app.setNotFoundHandler(async (request, reply) => {
    const problem = nowhere(request)
    return await giveProblem(reply, { parts, request, problem, error: problem, signsIn })
  })
}

const problemOf = (request: FastifyRequest, error: unknown): ProblemError => {
  const key = request.headers['idempotency-key']
  return asProblem(error, {
    requestId: request.id,
    contentType: request.headers['content-type'],
    key: typeof key === 'string' ? key : undefined,
    came: { body: request.body, params: request.params, querystring: request.query },
    limit: request.routeOptions.bodyLimit,
    allowed: request.routeOptions.config.takes,
  })
}

interface Failing {
  readonly parts: ApiParts
  readonly request: FastifyRequest
  readonly problem: ProblemError
  readonly error: unknown
  /** Whether one may sign in with a browser. */
  readonly signsIn: boolean
}

const giveProblem = async (
  reply: FastifyReply,
  { parts, request, problem, error, signsIn }: Failing,
): Promise<FastifyReply> => {
  if (problem.no.code === 'unexpected') request.log.error({ err: error }, 'a request failed')
  if (problem.no.code === 'unavailable') request.log.warn({ err: error }, 'a request found something away')
  const { errors, headers } = problem.more
  const setting = { ...settingOf(request), ...defined({ errors }) }
  const { accept, 'content-type': type } = request.headers
  if (readsPages({ method: request.method, accept, type })) {
    const chosen = chosenLanguage(request)
    const address = request.method === 'GET' ? request.url : setting.instance
    const content = noPage(problem.no, { ...setting, signsIn, chosen, address })
    const bare = bareFrame(parts, request)
    // Whatever is away, the page that says so comes, and at once.
    const frame = isAboutUs.includes(problem.no.code)
      ? bare
      : await frameOf(parts, { request, room: undefined }).catch(() => bare)
    return giveWorkPage(reply.code(statusOf(problem.no)).headers(headers ?? {}), { request, frame, content })
  }
  return give(reply, answerOfNo(problem.no, { setting, headers }))
}

/** What does not lie with whoever asks: nothing more is read for its page. */
const isAboutUs: readonly string[] = ['unexpected', 'unavailable', 'too_often']

const wrongMethod = (method: string, allowed: string): ProblemError =>
  new ProblemError({ code: 'method_not_allowed', detail: { method, allowed } }, { headers: { allow: allowed } })

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url

interface KnownRoutes {
  readonly methodsAt: (path: string) => readonly string[]
}

/** Remembers each route as it is added, to tell a wrong method from a wrong address. */
const knownRoutes = (app: ApiApp): KnownRoutes => {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(
      `^${url.replaceAll(/[.+?^$(){}|[\]\\]/g, '\\$&').replaceAll(/:[A-Za-z0-9]+/g, '[^/]+')}$`,
    )
    routes.push({ pattern, methods: [method].flat() })
  })
  return {
    methodsAt: (path) => [...new Set(routes.flatMap(({ pattern, methods }) => (pattern.test(path) ? methods : [])))],
  }
}

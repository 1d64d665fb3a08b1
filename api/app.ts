import { randomUUID } from 'node:crypto'
import Fastify, { LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { addAccessLog } from './access.js'
import { addWriteGate } from './auth/before-writing.js'
import { addGate } from './auth/gate.js'
import { addCors } from './cors.js'
import { clientErrorHandler } from './client-errors.js'
import { addApiDocument } from './document.js'
import { addErrorsDoor } from './errors-door.js'
import { bodyLimitBytes } from './contract/scalars.js'
import { patience } from './limits.js'
import type { Patience } from './limits.js'
import { addPasskeyProofs } from './passkeys/prove.js'
import { addOperationIds } from './operation-ids.js'
import type { ApiApp, ApiParts } from './parts.js'
import { refuseUnfitJson } from './plain-json.js'
import { makeRateLimits } from './rate-limits.js'
import { addRoutes } from './routes/all-routes.js'
import { passOverLanguage } from './workplace/language-of-lists.js'
import { faces } from './workplace/faces.js'
import { addNameCheck } from './schema-names.js'
import { addSecurityHeaders } from './security-headers.js'
import { addUnchanged } from './unchanged.js'

/**
 * The API without a socket: `server.ts` listens, tests call `inject`. Refuses, as a defect, a local issuer in
 * production, however it was configured. Senders are given as long as `waits` says.
 */
export const buildApi = async (parts: ApiParts, waits: Patience = patience): Promise<ApiApp> => {
  if (parts.config.MODE === 'production' && parts.localIssuer !== undefined) {
    throw new Error('The local issuer hands out tokens to anyone and must not be part of a production API.')
  }
  const app = Fastify({
    bodyLimit: bodyLimitBytes,
    loggerInstance: parts.log,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: parts.config.TRUSTED_PROXIES ?? false,
    requestTimeout: waits.requestMs,
    connectionTimeout: waits.silenceMs,
    http: { headersTimeout: waits.headersMs, connectionsCheckingInterval: waits.lookMs },
    clientErrorHandler: clientErrorHandler(waits),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.addConstraintStrategy(faces)
  app.removeContentTypeParser('text/plain')
  addErrorsDoor(app, parts)
  addSecurityHeaders(app, { isHttps: parts.config.API_PUBLIC_URL.startsWith('https:') })
  addCors(app, { origins: parts.config.CORS_ORIGINS ?? [] })
  addGate(app, { parts, limits: await makeRateLimits(app, parts) })
  addAccessLog(app, parts)
  addUnchanged(app)
  addWriteGate(app, parts)
  refuseUnknownQueries(app)
  passOverLanguage(app)
  addNameCheck(app)
  addOperationIds(app)
  app.addHook('preValidation', async (request) => refuseUnfitJson(request.body))
  addPasskeyProofs(app, parts)
  await addApiDocument(app, parts)
  addRoutes(app, parts)
  await app.ready()
  return app
}

const NoQuery = z.strictObject({})

/** A route that names no query takes none: a misspelt filter is refused instead of answered with everything. */
const refuseUnknownQueries = (app: ApiApp): void => {
  app.addHook('onRoute', (route) => {
    const isOurs = route.schema !== undefined && route.schema.hide !== true
    if (isOurs && route.schema?.querystring === undefined) route.schema = { ...route.schema, querystring: NoQuery }
  })
}

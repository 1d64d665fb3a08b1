import rateLimit from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import type { ApiApp, ApiParts } from './parts.js'
import { ProblemError } from './problems.js'

const minuteMs = 60_000
/** How many addresses or people are counted at once; the longest unheard one is forgotten first. */
const counted = 20_000

/** Whoever watches over the installation is never told to wait. */
const uncounted: readonly (string | undefined)[] = ['/health/live', '/health/ready']

/** Counts what one sender has asked for in a minute; throws the problem that it was too often, with the time to wait. */
export type Count = (request: FastifyRequest) => Promise<void>

/** The limits on how often somebody may ask: by address before anything is looked at, by person once the token was. */
export interface RateLimits {
  readonly byAddress: Count
  readonly byPerson: Count
}

/** Makes the two counters. The address is the socket's unless a trusted proxy names another; IPv6 counts by network. */
export const makeRateLimits = async (app: ApiApp, { config }: ApiParts): Promise<RateLimits> => {
  await app.register(rateLimit, { global: false, cache: counted })
  const { REQUESTS_PER_MINUTE_PER_ADDRESS: perAddress, REQUESTS_PER_MINUTE_PER_PERSON: perPerson } = config
  const ofAddress = app.createRateLimit({ max: perAddress, timeWindow: minuteMs })
  const ofPerson = app.createRateLimit({ max: perPerson, timeWindow: minuteMs, keyGenerator: ({ person }) => person })
  return {
    byAddress: async (request) => {
      if (!uncounted.includes(request.routeOptions.url)) mustNotExceed(await ofAddress(request), 'address')
    },
    byPerson: async (request) => mustNotExceed(await ofPerson(request), 'person'),
  }
}

/** A limit of one route's own, by address, beside the one on everything. */
export const limitOf = (app: ApiApp, perMinute: number): Count => {
  const ofAddress = app.createRateLimit({ max: perMinute, timeWindow: minuteMs })
  return async (request) => mustNotExceed(await ofAddress(request), 'address')
}

/** A limit on what the same link may ask for, from whatever address: it stands for one person. */
export const limitByLink = (
  app: ApiApp,
  { perMinute, linkIn }: { readonly perMinute: number; readonly linkIn: (request: FastifyRequest) => string },
): Count => {
  const ofLink = app.createRateLimit({ max: perMinute, timeWindow: minuteMs, keyGenerator: linkIn })
  return async (request) => mustNotExceed(await ofLink(request), 'person')
}

type Counted = Awaited<ReturnType<ReturnType<ApiApp['createRateLimit']>>>

const mustNotExceed = (counts: Counted, by: 'person' | 'address'): void => {
  if (counts.isAllowed || !counts.isExceeded) return
  const headers = { 'retry-after': String(counts.ttlInSeconds) }
  throw new ProblemError({ code: 'too_often', detail: { by, limit: counts.max } }, { headers })
}

import type { FastifyRequest } from 'fastify'
import { logRefusedAttempt } from '../db/writes/refused-attempts.js'
import { commandIdIn } from './commands/ask.js'
import { identifier, programmeId } from './contract/scalars.js'
import type { ApiParts } from './parts.js'
import { statusOf } from './problems.js'
import type { No } from './problems.js'

/** How many refusals of nobody in particular are kept in a minute: who has no token must not fill the log. */
const strangersPerMinute = 300

/**
 * Keeps what the edge itself refuses: no token, no right, a body that does not fit. What the core or the database refuses is
 * kept where its answer is (commands/settle.ts), so that each refusal leaves one row. Faults that are ours are no refusals.
 */
export const refusedLog = ({ db, clock, log }: Pick<ApiParts, 'db' | 'clock' | 'log'>) => {
  const strangers = atMost(strangersPerMinute)
  return async (request: FastifyRequest, no: No): Promise<void> => {
    const status = statusOf(no)
    if (request.is404 || status >= 500 || status === 429 || isOfDraft(no)) return
    const now = clock()
    if (request.person === '' && !strangers(now)) return
    await logRefusedAttempt(db, {
      at: now.toISOString(),
      route: routeOf(request),
      code: no.code,
      detail: factsOf(no),
      actor: request.person === '' ? undefined : request.person,
      stream: streamOf(request),
      commandId: request.person === '' ? undefined : commandIdIn(request),
    }).catch((error: unknown) => log.error({ err: error }, 'a refusal could not be kept'))
  }
}

/** No log knows of a draft. */
const isOfDraft = ({ code }: No): boolean => code.startsWith('draft_')

/** What a body that cannot be read looks like is somebody's text, and no text enters a log. */
const factsOf = (no: No): unknown => (no.code === 'malformed_body' ? {} : no.detail)

/**
 * The address as it is known here, with what was typed into it where that is surely an id. An address of somebody, or a name,
 * that was typed in the place of one enters no log, which nobody could take it out of.
 */
const routeOf = ({ method, params, routeOptions }: FastifyRequest): string => {
  const filled = (routeOptions.url ?? '').replaceAll(/:(\w+)/g, (place, name: string) => idIn(params, name) ?? place)
  return `${method} ${filled}`
}

const idIn = (params: unknown, name: string): string | undefined => {
  const value = paramOf(params, name)
  return value !== undefined && (/\d/.test(value) || programmeId.safeParse(value).success) ? value : undefined
}

/** The base or programme a route is about, as its path names it. */
export const streamOf = ({ params, about, routeOptions }: FastifyRequest): string | undefined => {
  if (about !== '') return about
  const { url = '' } = routeOptions
  return url.startsWith('/bases/:id') ? paramOf(params, 'id') : paramOf(params, 'programme')
}

/** A part of a path that is an id in form; anything else somebody typed enters no log. */
export const paramOf = (params: unknown, name: string): string | undefined => {
  if (typeof params !== 'object' || params === null) return undefined
  const read = identifier.safeParse(Object.entries(params).find(([key]) => key === name)?.[1])
  return read.success ? read.data : undefined
}

const atMost = (limit: number): ((now: Date) => boolean) => {
  let [minute, count] = [0, 0]
  return (now) => {
    const current = Math.floor(now.getTime() / 60_000)
    ;[minute, count] = current === minute ? [minute, count + 1] : [current, 1]
    return count <= limit
  }
}

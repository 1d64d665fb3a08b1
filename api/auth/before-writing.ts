import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import type { FastifyRequest } from 'fastify'
import { readCommand } from '../../db/reads/commands.js'
import { askOf, isSameAsk } from '../commands/ask.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import { readRoutes } from '../read-routes.js'
import { paramOf } from '../refused-log.js'
import { excusedWrites, writeRoutes } from '../write-routes.js'
import { mustBeStaff, mustSeeBase, seatsInForce } from './sight.js'

/**
 * Looks, before any route that writes does anything, whether its sender has a seat there: on a base whoever does not see it
 * is answered as if there were none. Refuses, as a defect, a route that writes and of which nobody said what it asks for,
 * and one that is read and of which nobody said whom it answers.
 */
export const addWriteGate = (app: ApiApp, parts: ApiParts): void => {
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      if (!reads.has(one)) mustBeClassed(`${one} ${url}`)
      if (one === 'GET') mustHavePolicy(`GET ${url}`)
    }
  })
  app.addHook('preHandler', async (request) => {
    const { method, url = '' } = request.routeOptions
    const check = checks[writeRoutes[`${[method].flat().join()} ${url}`] ?? 'excused']
    await check(parts, request).catch(async (error: unknown) => {
      if (!(await wasAnswered(parts, request))) throw error
    })
  })
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

const mustBeClassed = (route: string): void => {
  if (route in writeRoutes || excusedWrites.some(({ routes }) => routes.includes(route))) return
  throw new Error(
    `${route} is in neither list of api/write-routes.ts. Say there what its sender must hold, or why nothing is asked.`,
  )
}

const mustHavePolicy = (route: string): void => {
  if (route in readRoutes) return
  throw new Error(`${route} has no row in api/read-routes.ts. Say there whom it answers.`)
}

type Check = (parts: ApiParts, request: FastifyRequest) => Promise<unknown>

const checks: Readonly<Record<'base' | 'staff' | 'seat' | 'excused', Check>> = {
  base: (parts, { person, params }) => mustSeeBase(parts, { person, base: named(params, 'id') }),
  staff: (parts, { person, params }) => mustBeStaff(parts, { person, programme: named(params, 'programme') }),
  seat: (parts, { person, params }) => mustBeSeated(parts, { person, programme: named(params, 'programme') }),
  excused: async () => undefined,
}

const named = (params: unknown, name: string): string => paramOf(params, name) ?? ''

/** Refuses whoever holds no seat in force in a programme, on either side; and everybody, where there is no such programme. */
export const mustBeSeated = async (
  parts: ApiParts,
  { person, programme, otherwise }: { person: PersonId; programme: ProgrammeId; otherwise?: ProblemError },
): Promise<void> => {
  const [seats] = await Promise.all([seatsInForce(parts, person), programmePlace(parts, programme)])
  if (seats.some((one) => one.programme === programme)) return
  throw otherwise ?? new ProblemError({ code: 'not_permitted', detail: { programme } })
}

/** A command that was answered gets its answer again, also when its sender has lost the seat since. */
const wasAnswered = async ({ db }: ApiParts, request: FastifyRequest): Promise<boolean> => {
  // The form of a page names its command in itself.
  if (request.routeOptions.config.marked !== undefined) return false
  const ask = askOf(request)
  const known = await readCommand(db, { id: ask.key })
  return known !== undefined && isSameAsk(ask, known) && (known.outcome !== null || known.accepted !== null)
}

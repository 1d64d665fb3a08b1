import type { FastifyRequest } from 'fastify'
import { apiTokenOf, type ApiToken } from '../../db/reads/api-tokens.js'
import { logAccess } from '../../db/writes/access-log.js'
import { tokenPrefix, useApiToken } from '../../db/writes/api-tokens.js'
import type { TokenScope } from '../../domain/access.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { realProgrammesOf } from './must-keep.js'
import { seatsInForce } from './sight.js'
import { refusedToken } from './verify-token.js'

/** What a machine may send under each scope. Nothing that decides, grants, publishes or erases is among it: that is done by persons. */
export const scopeRoutes: Readonly<Record<Exclude<TokenScope, 'read' | 'calendar'>, readonly string[]>> = {
  comment: ['POST /bases/:id/comments'],
  bring: [
    'POST /bases/:id/files',
    'POST /bases/:id/uploads',
    'PATCH /bases/:id/uploads/:upload',
    'DELETE /bases/:id/uploads/:upload',
    'POST /bases/:id/exhibits',
  ],
  nominate: [
    'POST /programmes/:programme/bases',
    'POST /programmes/:programme/bases/imports',
    'POST /programmes/:programme/bases/imports/previews',
  ],
  mend: ['POST /bases/:id/retries', 'POST /programmes/:programme/retries'],
  mail: ['POST /programmes/:programme/mail'],
}

/** The token of a machine that asks; undefined where it asks otherwise. Refuses one that ended, was ended, whose person holds no seat in its programme any more, or sits in another one too: a token reaches into no programme but its own. */
export const apiTokenIn = async (parts: ApiParts, request: FastifyRequest): Promise<ApiToken | undefined> => {
  const { authorization = '' } = request.headers
  if (!authorization.startsWith(`Bearer ${tokenPrefix}`)) return undefined
  const token = await apiTokenOf(parts.db, authorization.slice('Bearer '.length))
  const at = parts.clock().toISOString()
  if (token === undefined || token.revokedAt !== null) throw refusedToken('refused')
  if (token.endsAt <= at) throw refusedToken('expired')
  const { id, person, programme, usedAt } = token
  const [seats, real] = await Promise.all([seatsInForce(parts, person), realProgrammesOf(parts, person)])
  if (!seats.some((seat) => seat.programme === programme) || real.some((one) => one !== programme))
    throw refusedToken('refused')
  if (usedAt === null)
    await logAccess(parts.db, { at, person, kind: 'signed_in', subject: 'api_token', stream: null, object: id })
  if (usedAt === null || Date.parse(at) - Date.parse(usedAt) >= 60_000) await useApiToken(parts.db, { id, at })
  return token
}

const reads = new Set(['GET', 'HEAD'])

/** Refuses what is not in the scope of a token, whatever its person may do. */
export const mustBeInScope = ({ method, routeOptions: { url = '' } }: FastifyRequest, { scopes }: ApiToken): void => {
  const may = reads.has(method)
    ? scopes.includes('read')
    : scopes.some(
        (scope) => scope !== 'read' && scope !== 'calendar' && scopeRoutes[scope].includes(`${method} ${url}`),
      )
  if (!may) throw new ProblemError({ code: 'beyond_token', detail: { scopes: [...scopes] } })
}

import { z } from 'zod'
import { apiTokens, type ApiToken } from '../../db/reads/api-tokens.js'
import { makeApiToken, revokeApiToken } from '../../db/writes/api-tokens.js'
import { mustHold } from '../auth/must-hold.js'
import { keepers, mustKeep, realProgrammesOf } from '../auth/must-keep.js'
import { seatsInForce } from '../auth/sight.js'
import { answerOf, give } from '../commands/answer.js'
import { askOf } from '../commands/ask.js'
import { once } from '../commands/once.js'
import { WriteHeaders } from '../contract/answer.js'
import {
  ApiTokenParams,
  ApiTokenRequest,
  ApiTokenResponse,
  ApiTokensResponse,
  MadeApiTokenResponse,
} from '../contract/api-tokens.js'
import { ProgrammeParams } from '../contract/programme.js'
import { PersonParams } from '../contract/records.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { commandResponses, problems } from './responses.js'

const tags = ['records']

/** Tokens of machines (0053): made by who keeps the people of a programme, seen and ended by the person in whose name they ask too. */
export const addApiTokens = (app: ApiApp, parts: ApiParts): void => {
  const list = { response: { 200: ApiTokensResponse, ...problems }, tags }
  app.get('/api-tokens', { schema: { ...list, summary: 'Tokens of machines in your name' } }, async ({ person }) => ({
    items: (await apiTokens(parts.db, { person })).map(shown),
  }))
  const path = '/programmes/:programme/api-tokens'
  const ofProgramme = { ...list, params: ProgrammeParams, summary: 'Tokens of machines of a programme' }
  app.get(path, { schema: ofProgramme }, async ({ person, params: { programme } }) => {
    await mustHold(parts, { person, programme, roles: keepers })
    return { items: (await apiTokens(parts.db, { programme })).map(shown) }
  })
  addMaking(app, parts)
  addRevoking(app, parts)
}

const shown = ({ scopes, ...token }: ApiToken) => ({ ...token, scopes: [...scopes] })

const dayMs = 24 * 60 * 60_000

/** No command: what it answers may stand in no table, so that it cannot be answered again. A second one is ended, and nothing is lost. */
const addMaking = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: PersonParams,
    body: ApiTokenRequest,
    response: { 201: MadeApiTokenResponse, ...problems },
    tags,
    summary: 'Make a token for a machine',
  }
  app.post('/programmes/:programme/people/:person/api-tokens', { schema }, async (request, reply) => {
    const { person: by, params, body } = request
    const { programme, person } = params
    await mustKeep(parts, { by, person, programme })
    if (by === person) throw new ProblemError({ code: 'grant_to_oneself', detail: { rule: 'SD10', person: by } })
    const seats = await seatsInForce(parts, person)
    if (!seats.some((seat) => seat.programme === programme)) throw notFound(`person ${person}`)
    if ((await realProgrammesOf(parts, person)).some((one) => one !== programme))
      throw new ProblemError({ code: 'token_beyond_programme', detail: { programme } })
    const now = parts.clock()
    const endsAt = new Date(now.getTime() + body.days * dayMs).toISOString()
    const made = await makeApiToken(parts.db, {
      programme,
      person,
      name: body.name,
      scopes: [...new Set(body.scopes)],
      endsAt,
      by,
      at: now.toISOString(),
    })
    return reply.code(201).send({ ...made, endsAt })
  })
}

const addRevoking = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    headers: WriteHeaders,
    response: commandResponses(ApiTokenResponse),
    params: ApiTokenParams,
    body: z.strictObject({}),
    tags,
    summary: 'End a token of a machine',
  }
  app.post('/api-tokens/:id/revocations', { schema }, async (request, reply) => {
    const { id } = request.params
    const { person: by } = request
    const [token] = await apiTokens(parts.db, { id })
    if (token === undefined || !(await mayEnd(parts, { token, by }))) throw notFound(`token ${id}`)
    const work = async () => {
      await revokeApiToken(parts.db, { id, by, at: parts.clock().toISOString() })
      const [ended = token] = await apiTokens(parts.db, { id })
      return answerOf(ApiTokenResponse, { status: 200, value: shown(ended) })
    }
    return give(reply, await once(parts, { ask: askOf(request), stream: token.programme, work }))
  })
}

/** The person in whose name it asks, and who keeps the people; of anybody else's there is none. */
const mayEnd = (parts: ApiParts, { token, by }: { token: ApiToken; by: string }): Promise<boolean> =>
  token.person === by
    ? Promise.resolve(true)
    : mustHold(parts, { person: by, programme: token.programme, roles: keepers }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof ProblemError) return false
          throw error
        },
      )

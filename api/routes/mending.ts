import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import { stuckInWords, type Stuck } from '../../domain/stuck.js'
import { seesStream, sightOf } from '../auth/sight.js'
import { give } from '../commands/answer.js'
import { retry, skip } from '../commands/mend.js'
import { revive } from '../commands/revive.js'
import { AcceptedResponse, CommandParams, WriteHeaders } from '../contract/answer.js'
import { BaseParams } from '../contract/base.js'
import { MendingRequest, RetryResponse, SkipResponse, StuckQuery, StuckResponse } from '../contract/mending.js'
import { ProgrammeParams } from '../contract/programme.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { lookForStuck } from '../stuck/look.js'
import { lookAtAll } from '../stuck/watch.js'
import { commandResponses, problems } from './responses.js'

const tags = ['operation']
const write = { headers: WriteHeaders, tags, body: MendingRequest }
/** The most that one answer tells. */
const mostTold = 500

/** What is stuck, for everybody on the programme's side: each with what to do. */
export const addStuck = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    querystring: StuckQuery,
    response: { 200: StuckResponse, ...problems },
    tags,
    summary: 'What is stuck',
  }
  app.get('/stuck', { schema }, async ({ person, query: { programme } }) => stuckSeen(parts, { person, programme }))
}

/** What is stuck of what somebody on the programme's side sees, looked at now. */
export const stuckSeen = async (
  parts: ApiParts,
  { person, programme }: { readonly person: PersonId; readonly programme: ProgrammeId | undefined },
) => {
  const sight = await sightOf(parts, person)
  if (sight.programmes.length === 0) throw new ProblemError({ code: 'not_permitted', detail: { of: 'our_side' } })
  const found = programme === undefined ? await lookAtAll(parts) : (await lookForStuck(parts, { programme })).stuck
  const shown = found.filter(({ stream }) => seesStream(sight, stream))
  return { lookedAt: parts.clock().toISOString(), count: shown.length, items: shown.slice(0, mostTold).map(told) }
}

const told = (one: Stuck) => ({ ...one, ...stuckInWords(one) })

/** Missing workflows, begun again from the ledger by an administrator. */
export const addRevivals = (app: ApiApp, parts: ApiParts): void => {
  const response = commandResponses(AcceptedResponse)
  const ofBase = { ...write, response, params: BaseParams, summary: 'Revive the missing workflow of a base' }
  app.post('/bases/:id/revivals', { schema: ofBase }, async (request, reply) =>
    give(reply, await revive(parts, { request, stream: request.params.id, ...request.body })),
  )
  const whole = { ...write, response, params: ProgrammeParams, summary: 'Revive the missing workflow of a programme' }
  app.post('/programmes/:programme/revivals', { schema: whole }, async (request, reply) =>
    give(reply, await revive(parts, { request, stream: request.params.programme, ...request.body })),
  )
}

/** What fails, tried again at once; and a command that is never to be carried out. */
export const addRetries = (app: ApiApp, parts: ApiParts): void => {
  const response = { 200: RetryResponse, ...problems }
  const ofBase = { ...write, response, params: BaseParams, summary: 'Try again what fails on a base' }
  app.post('/bases/:id/retries', { schema: ofBase }, async (request, reply) =>
    give(reply, await retry(parts, { request, stream: request.params.id, ...request.body })),
  )
  const whole = { ...write, response, params: ProgrammeParams, summary: 'Try again what fails on a programme' }
  app.post('/programmes/:programme/retries', { schema: whole }, async (request, reply) =>
    give(reply, await retry(parts, { request, stream: request.params.programme, ...request.body })),
  )
  const skipping = { ...write, params: CommandParams, response: { 200: SkipResponse, ...problems } }
  app.post('/commands/:id/skips', { schema: { ...skipping, summary: 'Skip a command' } }, async (request, reply) =>
    give(reply, await skip(parts, { request, id: request.params.id.toLowerCase(), ...request.body })),
  )
}

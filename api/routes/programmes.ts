import { listCandidates } from '../../db/reads/bases.js'
import { erasedAmong, readMandate } from '../../db/reads/people.js'
import { listCalls, listProgrammes, readProgramme } from '../../db/reads/programmes.js'
import type { Candidate } from '../../domain/command.js'
import { mustBeSeated } from '../auth/before-writing.js'
import { give } from '../commands/answer.js'
import { askOf } from '../commands/ask.js'
import { derivedUuid } from '../commands/fingerprint.js'
import { toProgramme } from '../commands/to-programme.js'
import { AcceptedResponse, WriteHeaders } from '../contract/answer.js'
import { PageQuery } from '../contract/page.js'
import {
  CallDecisionRequest,
  CallParams,
  CallRequest,
  CallsResponse,
  MandateParams,
  MandatesRequest,
  ProgrammeParams,
  ProgrammeResponse,
  ProgrammesResponse,
  MandateRevocationRequest,
  SessionRequest,
} from '../contract/programme.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { asRead, pageView } from '../views/page-view.js'
import { commandResponses, problems } from './responses.js'

const tags = ['programmes']
const command = { headers: WriteHeaders, response: commandResponses(AcceptedResponse), tags }
const onProgramme = { ...command, params: ProgrammeParams }

/** The programmes and their calls, as read. */
export const addProgrammes = (app: ApiApp, { db }: ApiParts): void => {
  const list = {
    querystring: PageQuery,
    response: { 200: ProgrammesResponse, ...problems },
    tags,
    summary: 'Programmes',
  }
  app.get('/programmes', { schema: list }, async (request) => pageView(await listProgrammes(db, request.query), asRead))
  const one = {
    params: ProgrammeParams,
    response: { 200: ProgrammeResponse, ...problems },
    tags,
    summary: 'A programme',
  }
  app.get('/programmes/:programme', { schema: one }, async (request) => {
    const { programme: id } = request.params
    const found = await readProgramme(db, { id })
    if (found === undefined) throw notFound(`programme ${id}`)
    return found
  })
  const calls = { params: ProgrammeParams, querystring: PageQuery, response: { 200: CallsResponse, ...problems }, tags }
  app.get('/programmes/:programme/calls', { schema: { ...calls, summary: 'Calls' } }, async (request) =>
    pageView(await listCalls(db, { programme: request.params.programme, ...request.query }), asRead),
  )
}

/** Calls: proposed by one person, opened by another. */
export const addCalls = (app: ApiApp, parts: ApiParts): void => {
  const proposal = { ...onProgramme, body: CallRequest, summary: 'Propose a call' }
  app.post('/programmes/:programme/calls', { schema: proposal }, async (request, reply) => {
    const { call } = request.body
    const { programme } = request.params
    return give(
      reply,
      await toProgramme(parts, {
        ask: askOf(request),
        programme,
        command: async () => ({ type: 'propose_call', call }),
      }),
    )
  })
  const decision = { ...command, params: CallParams, body: CallDecisionRequest, summary: 'Open a call, or not now' }
  app.post('/programmes/:programme/calls/:call/decisions', { schema: decision }, async (request, reply) => {
    const { programme, call } = request.params
    const { option } = request.body
    const answer = await toProgramme(parts, {
      ask: askOf(request),
      programme,
      command: async () => ({ type: 'approve_call', call, option }),
    })
    return give(reply, answer)
  })
}

/** Ranked sessions of the committee. */
export const addSessions = (app: ApiApp, parts: ApiParts): void => {
  const session = { ...onProgramme, body: SessionRequest, summary: 'Convene a session' }
  app.post('/programmes/:programme/sessions', { schema: session }, async (request, reply) => {
    const { programme } = request.params
    const { session, bases } = request.body
    const answer = await toProgramme(parts, {
      ask: askOf(request),
      programme,
      command: async () => ({
        type: 'convene_session',
        session,
        candidates: await candidatesOf(parts, { programme, bases }),
      }),
    })
    return give(reply, answer)
  })
}

/** The bases that wait for a session, or those of them that are named. Throws for a named one that does not wait. */
const candidatesOf = async (
  { db }: ApiParts,
  { programme, bases }: { programme: string; bases: readonly string[] | undefined },
): Promise<readonly Candidate[]> => {
  const waiting = await listCandidates(db, { programme })
  const missing = (bases ?? []).find((id) => !waiting.some(({ base }) => base === id))
  if (missing !== undefined) throw notFound(`base ${missing} waiting for a session`)
  return bases === undefined ? waiting : waiting.filter(({ base }) => bases.includes(base))
}

/** Mandates: who may act as what, for which base, from when until when. */
export const addMandates = (app: ApiApp, parts: ApiParts): void => {
  const granting = { ...onProgramme, body: MandatesRequest, summary: 'Grant mandates' }
  app.post('/programmes/:programme/mandates', { schema: granting }, async (request, reply) => {
    const { programme } = request.params
    const ask = askOf(request)
    const mandates = request.body.mandates.map(({ base, until, ...grant }, index) => ({
      ...grant,
      id: derivedUuid(ask.key, String(index)),
      ...(base === undefined ? {} : { base }),
      ...(until === undefined ? {} : { until }),
    }))
    const command = async () => {
      const person = await erasedAmong(parts.db, { people: mandates.map((grant) => grant.person) })
      return person === undefined
        ? { type: 'grant_mandates' as const, mandates }
        : { code: 'person_erased' as const, detail: { person } }
    }
    return give(reply, await toProgramme(parts, { ask, programme, command }))
  })
  const revocation = { ...command, params: MandateParams, body: MandateRevocationRequest, summary: 'Revoke a mandate' }
  app.post('/mandates/:id/revocations', { schema: revocation }, async (request, reply) => {
    const { id: mandate } = request.params
    const { code } = request.body
    const found = await readMandate(parts.db, { id: mandate })
    if (found === undefined) throw notFound(`mandate ${mandate}`)
    const { person } = request
    await mustBeSeated(parts, { person, programme: found.programme, otherwise: notFound(`mandate ${mandate}`) })
    const command = async () => ({ type: 'revoke_mandate' as const, mandate, code })
    return give(reply, await toProgramme(parts, { ask: askOf(request), programme: found.programme, command }))
  })
}

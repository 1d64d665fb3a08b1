import type { ProgrammeId } from '../../domain/ids.js'
import { listCandidates } from '../../db/reads/bases.js'
import { listSeatProposals } from '../../db/reads/seat-proposals.js'
import { listCalls, listProgrammes, readProgramme } from '../../db/reads/programmes.js'
import type { Candidate } from '../../domain/values/candidate.js'
import { mustHold } from '../auth/must-hold.js'
import { askOf } from '../commands/ask.js'
import { toProgramme } from '../commands/to-programme.js'
import { readBy } from '../contract/commands/entry.js'
import { calls, seating } from '../contract/commands/programme.js'
import { PageQuery } from '../contract/page.js'
import {
  CallsResponse,
  ProgrammeParams,
  ProgrammeResponse,
  ProgrammesQuery,
  ProgrammesResponse,
  SeatProposalsResponse,
} from '../contract/programme.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { seatsToConfirm, seatsToGrant } from '../commands/seats.js'
import { meetingOf, sessionToMove, sessionToNote } from '../commands/session-acts.js'
import { asRead, pageView } from '../views/page-view.js'
import { asPage } from '../workplace/faces.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { programmesContent } from '../../web/work/programmes.js'
import { tableOf } from './from-table.js'
import { problems } from './responses.js'
import { programmeOfSeat } from './who.js'
import { defined } from '../../domain/values/defined.js'

const tags = ['programmes']

/** The programmes and their calls, as read. */
export const addProgrammes = (app: ApiApp, parts: ApiParts): void => {
  const { db } = parts
  const list = {
    querystring: ProgrammesQuery,
    response: { 200: ProgrammesResponse, ...problems },
    tags,
    summary: 'Programmes',
  }
  app.get('/programmes', { schema: list }, async (request) => pageView(await listProgrammes(db, request.query), asRead))
  app.get('/programmes', { constraints: asPage, schema: pageAsks({}) }, async (request, reply) =>
    showPage(parts, {
      request,
      reply,
      room: 'people',
      content: ({ reader, locale }) => programmesContent(reader?.seats ?? [], locale),
    }),
  )
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
  const callsOf = {
    params: ProgrammeParams,
    querystring: PageQuery,
    response: { 200: CallsResponse, ...problems },
    tags,
  }
  app.get('/programmes/:programme/calls', { schema: { ...callsOf, summary: 'Calls' } }, async (request) =>
    pageView(await listCalls(db, { programme: request.params.programme, ...request.query }), asRead),
  )
}

/** Calls, ranked sessions of the committee, and mandates: who may act as what, for which base, from when until when. */
export const addSeating = (app: ApiApp, parts: ApiParts): void => {
  const { route, forProgramme, allForProgramme } = tableOf(app, parts)
  allForProgramme(calls)
  forProgramme(
    seating.convene_session,
    async ({ ask: { person }, params: { programme }, body: { session, bases, on, mode, place } }) => {
      const candidates = await candidatesOf(parts, { programme, bases })
      const meets = await meetingOf(parts, { programme, person, on, mode, place })
      if (meets !== undefined && 'code' in meets) return meets
      return { type: 'convene_session', session, candidates, ...defined({ meets }) }
    },
  )
  forProgramme(seating.move_session, (asked) => sessionToMove(parts, asked))
  forProgramme(seating.note_session, (asked) => sessionToNote(parts, asked))
  forProgramme(seating.grant_mandates, ({ ask: { key }, params: { programme }, body }) =>
    seatsToGrant(parts, { programme, key, body }),
  )
  forProgramme(seating.confirm_seats, ({ params, body: { seq } }) => seatsToConfirm(parts, { ...params, seq }))
  const { revoke_mandate: revoking } = seating
  route(revoking, async (request) => {
    const { params, body } = readBy(revoking, request)
    const programme = await programmeOfSeat(parts, { request, id: params.id, kind: 'mandate' })
    const command = async () => ({ type: 'revoke_mandate' as const, mandate: params.id, code: body.code })
    return await toProgramme(parts, { ask: askOf(request), programme, command })
  })
}

/** Seats that were proposed, with who confirmed them. */
export const addSeatProposals = (app: ApiApp, parts: ApiParts): void => {
  const list = { params: ProgrammeParams, querystring: PageQuery, tags }
  const schema = { ...list, response: { 200: SeatProposalsResponse, ...problems }, summary: 'Proposed mandates' }
  app.get('/programmes/:programme/mandates/proposals', { schema }, async (request) => {
    const { programme } = request.params
    await mustHold(parts, { person: request.person, programme, roles: ['AD', 'PD', 'AU'] })
    return await seatProposalsOf(parts, { programme, ...request.query })
  })
}

/** A page of proposed seats as they are told. */
export const seatProposalsOf = async ({ db }: ApiParts, request: Parameters<typeof listSeatProposals>[1]) =>
  pageView(await listSeatProposals(db, request), ({ mandates, ...row }) => ({
    ...row,
    seats: mandates.map(({ person, organisation, role, base = null, from, until = null }) => ({
      person,
      organisation,
      role,
      base,
      from,
      until,
    })),
  }))

/** The bases that wait for a session, or those of them that are named. Throws for a named one that does not wait. */
const candidatesOf = async (
  { db }: ApiParts,
  { programme, bases }: { programme: ProgrammeId; bases: readonly string[] | undefined },
): Promise<readonly Candidate[]> => {
  const waiting = await listCandidates(db, { programme })
  const missing = (bases ?? []).find((id) => !waiting.some(({ base }) => base === id))
  if (missing !== undefined) throw notFound(`base ${missing} waiting for a session`)
  return bases === undefined ? waiting : waiting.filter(({ base }) => bases.includes(base))
}

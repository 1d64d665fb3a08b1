import { listCandidates } from '../../db/reads/bases.js'
import { erasedAmong, unknownPeople } from '../../db/reads/people.js'
import { readRegisterEntry } from '../../db/reads/register.js'
import { listSeatProposals, readSeatProposal } from '../../db/reads/seat-proposals.js'
import { listCalls, listProgrammes, readProgramme } from '../../db/reads/programmes.js'
import type { MandateGrant } from '../../domain/values/mandate.js'
import type { Candidate } from '../../domain/values/candidate.js'
import { firstMoment, lastMoment } from '../asking/asked-moment.js'
import { mustHold } from '../auth/must-hold.js'
import { askOf } from '../commands/ask.js'
import { derivedUuid } from '../commands/fingerprint.js'
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
import { notFound, type No } from '../problems.js'
import { asRead, pageView } from '../views/page-view.js'
import { tableOf } from './from-table.js'
import { problems } from './responses.js'
import { programmeOfSeat } from './who.js'
import { plainDate } from '../../domain/calendar-date.js'
import { defined } from '../../domain/values/defined.js'

const tags = ['programmes']

/** The programmes and their calls, as read. */
export const addProgrammes = (app: ApiApp, { db }: ApiParts): void => {
  const list = {
    querystring: ProgrammesQuery,
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
    async ({ params: { programme }, body: { session, bases, on, mode = 'in_room' } }) => ({
      type: 'convene_session',
      session,
      candidates: await candidatesOf(parts, { programme, bases }),
      ...defined({ meets: on === undefined ? undefined : { on: plainDate(on), mode } }),
    }),
  )
  forProgramme(seating.grant_mandates, async ({ ask, params: { programme }, body }) => {
    const now = parts.clock().toISOString()
    const mandates = body.mandates.map(({ base, from, until, ...grant }, index) => ({
      ...grant,
      id: derivedUuid(ask.key, String(index)),
      from: from === undefined ? now : firstMoment(from),
      ...defined({ base, until: until === undefined ? undefined : lastMoment(until) }),
    }))
    const { proposal = ask.key, paper } = body
    return (
      (await noSeats(parts, { programme, mandates, proposal })) ?? {
        type: 'grant_mandates',
        mandates,
        proposal,
        ...defined({ paper }),
      }
    )
  })
  forProgramme(seating.confirm_seats, async ({ params: { programme, proposal }, body: { seq } }) => {
    const found = await readSeatProposal(parts.db, { programme, id: proposal })
    const person = await erasedAmong(parts.db, { people: (found?.mandates ?? []).map((grant) => grant.person) })
    return person === undefined
      ? { type: 'confirm_seats', proposal, seq }
      : { code: 'person_erased', detail: { person } }
  })
  const { revoke_mandate: revoking } = seating
  route(revoking, async (request) => {
    const { params, body } = readBy(revoking, request)
    const programme = await programmeOfSeat(parts, { request, id: params.id, kind: 'mandate' })
    const command = async () => ({ type: 'revoke_mandate' as const, mandate: params.id, code: body.code })
    return await toProgramme(parts, { ask: askOf(request), programme, command })
  })
}

interface NewSeats {
  readonly programme: string
  readonly mandates: readonly MandateGrant[]
  readonly proposal: string
}

/** Why seats are not proposed: nobody is there, or it is not known for whom they would act, or the name is taken. */
const noSeats = async ({ db }: ApiParts, { programme, mandates, proposal }: NewSeats): Promise<No | undefined> => {
  const people = [...new Set(mandates.map((grant) => grant.person))]
  const erased = await erasedAmong(db, { people })
  if (erased !== undefined) return { code: 'person_erased', detail: { person: erased } }
  const [unknown] = await unknownPeople(db, { people })
  if (unknown !== undefined) throw notFound(`person ${unknown}`)
  for (const id of new Set(mandates.map((grant) => grant.organisation)))
    if ((await readRegisterEntry(db, { programme, kind: 'organisation', id })) === undefined)
      return { code: 'not_registered', detail: { kind: 'organisation', id } }
  const known = await readSeatProposal(db, { programme, id: proposal })
  return known && { code: 'proposal_exists', detail: { proposal } }
}

/** Seats that were proposed, with who confirmed them. */
export const addSeatProposals = (app: ApiApp, parts: ApiParts): void => {
  const list = { params: ProgrammeParams, querystring: PageQuery, tags }
  const schema = { ...list, response: { 200: SeatProposalsResponse, ...problems }, summary: 'Proposed mandates' }
  app.get('/programmes/:programme/mandates/proposals', { schema }, async (request) => {
    const { programme } = request.params
    await mustHold(parts, { person: request.person, programme, roles: ['AD', 'PD', 'AU'] })
    return pageView(await listSeatProposals(parts.db, { programme, ...request.query }), ({ mandates, ...row }) => ({
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

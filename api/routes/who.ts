import type { z } from 'zod'
import { listDelegations, type ListedDelegation } from '../../db/reads/delegations.js'
import { isKnownPerson, readMandate } from '../../db/reads/people.js'
import type { BaseCommand } from '../../domain/command.js'
import type { Named } from '../../domain/commands/who.js'
import { firstMoment, lastMoment } from '../asking/asked-moment.js'
import { heldBy } from '../auth/actor.js'
import { mustBeSeated } from '../auth/before-writing.js'
import { give } from '../commands/answer.js'
import { askOf } from '../commands/ask.js'
import { derivedUuid } from '../commands/fingerprint.js'
import { toBase, type Kept } from '../commands/to-base.js'
import { toProgramme } from '../commands/to-programme.js'
import { AcceptedResponse, WriteHeaders } from '../contract/answer.js'
import { BaseParams } from '../contract/base.js'
import { PageQuery } from '../contract/page.js'
import { ProgrammeParams } from '../contract/programme.js'
import { StepParams } from '../contract/step.js'
import {
  DelegationParams,
  DelegationRequest,
  DelegationsResponse,
  EndingRequest,
  InterestRequest,
  ReassignmentRequest,
} from '../contract/who.js'
import type { DelegationResponse } from '../contract/who.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { programmeOfBase } from '../../domain/ids.js'
import { pageView } from '../views/page-view.js'
import { commandResponses, problems } from './responses.js'

const command = { headers: WriteHeaders, response: commandResponses(AcceptedResponse) }

/** Interests in one base (SD5). */
export const addInterests = (app: ApiApp, parts: ApiParts): void => {
  const declaring = { ...command, tags: ['bases'], params: BaseParams, body: InterestRequest }
  const schema = { ...declaring, summary: 'Declare an interest in a base' }
  app.post('/bases/:id/interests', { schema }, async (request, reply) => {
    const base = request.params.id
    const { kind, person, reason: text } = request.body
    const of = person === undefined ? {} : { of: await named(parts, { person, base }) }
    const packed = (kept: Kept): BaseCommand => ({ type: 'declare_interest', kind, ...of, ...kept })
    return give(reply, await toBase(parts, { request, base, text, command: packed }))
  })
}

/** Open steps given to one holder of their role. */
export const addReassignments = (app: ApiApp, parts: ApiParts): void => {
  const giving = { ...command, tags: ['steps'], params: StepParams, body: ReassignmentRequest }
  const schema = { ...giving, summary: 'Give an open step to one holder of its role' }
  app.post('/bases/:id/steps/:step/reassignments', { schema }, async (request, reply) => {
    const { id: base, step } = request.params
    const { to: person, code, reason: text } = request.body
    const to = await named(parts, { person, base })
    const packed = (kept: Kept): BaseCommand => ({ type: 'reassign', step, to, code, ...kept })
    return give(reply, await toBase(parts, { request, base, text, command: packed }))
  })
}

/** Somebody named in a command, with the mandates of that person. Throws for one who is not known. */
export const named = async (parts: ApiParts, { person, base }: { person: string; base: string }): Promise<Named> => {
  if (!(await isKnownPerson(parts.db, { id: person }))) throw notFound(`person ${person}`)
  return { person, mandates: await heldBy(parts, { person, programme: programmeOfBase(base) }) }
}

/** Seats lent to another person until a date (SD7). */
export const addDelegations = (app: ApiApp, parts: ApiParts): void => {
  const tags = ['people']
  const list = { querystring: PageQuery, response: { 200: DelegationsResponse, ...problems }, tags }
  app.get('/delegations', { schema: { ...list, summary: 'Delegations you gave or have' } }, async (request) => {
    const asked = { person: request.person, now: parts.clock().toISOString(), ...request.query }
    return pageView(await listDelegations(parts.db, asked), delegationView)
  })
  const lending = { ...command, tags, params: ProgrammeParams, body: DelegationRequest, summary: 'Lend an own seat' }
  app.post('/programmes/:programme/delegations', { schema: lending }, async (request, reply) => {
    const { programme } = request.params
    const ask = askOf(request)
    const { role, base, to, steps, from, until } = request.body
    if (!(await isKnownPerson(parts.db, { id: to }))) throw notFound(`person ${to}`)
    const scope = { ...(base === undefined ? {} : { base }), ...(steps === undefined ? {} : { steps }) }
    const span = { ...(from === undefined ? {} : { from: firstMoment(from) }), until: lastMoment(until) }
    const id = derivedUuid(ask.key, 'delegation')
    const lent = async () => ({ type: 'delegate' as const, id, role, to, ...scope, ...span })
    return give(reply, await toProgramme(parts, { ask, programme, command: lent }))
  })
  const ending = { ...command, tags, params: DelegationParams, body: EndingRequest, summary: 'End a delegation' }
  app.post('/delegations/:id/endings', { schema: ending }, async (request, reply) => {
    const { id: delegation } = request.params
    const found = await readMandate(parts.db, { id: delegation })
    if (found === undefined) throw notFound(`delegation ${delegation}`)
    const { person } = request
    await mustBeSeated(parts, { person, programme: found.programme, otherwise: notFound(`delegation ${delegation}`) })
    const ended = async () => ({ type: 'end_delegation' as const, delegation })
    return give(reply, await toProgramme(parts, { ask: askOf(request), programme: found.programme, command: ended }))
  })
}

const delegationView = (row: ListedDelegation): z.output<typeof DelegationResponse> => ({
  ...{ id: row.id, programme: row.programme, role: row.role, base: row.base, delegate: row.person },
  ...{ delegator: row.delegator ?? '', steps: row.steps === null ? null : [...row.steps] },
  ...{ from: row.from_at, until: row.until_at ?? '' },
})

import type { FastifyRequest } from 'fastify'
import { readBase } from '../../db/reads/bases.js'
import { isKnownPerson } from '../../db/reads/people.js'
import { basesWaitingFor, dueForErasure, listHolds, readPersonRecords } from '../../db/reads/records.js'
import { forgetPerson } from '../../db/sealed-person.js'
import { savePeople } from '../../db/writes/people.js'
import type { HoldOf, RecordsCommand } from '../../domain/commands/records.js'
import type { Role } from '../../domain/role.js'
import { heldBy } from '../auth/actor.js'
import { mustHold } from '../auth/must-hold.js'
import { answerOf, answerOfNo, give, type Answer } from '../commands/answer.js'
import { askOf } from '../commands/ask.js'
import { derivedUuid } from '../commands/fingerprint.js'
import { once } from '../commands/once.js'
import { toProgramme } from '../commands/to-programme.js'
import { AcceptedResponse, WriteHeaders } from '../contract/answer.js'
import { ProgrammeParams } from '../contract/programme.js'
import * as contract from '../contract/records.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { asRead, pageView } from '../views/page-view.js'
import { recordsView } from '../views/records-view.js'
import { commandResponses, problems } from './responses.js'

const tags = ['records']
const command = {
  headers: WriteHeaders,
  response: commandResponses(AcceptedResponse),
  tags,
  body: contract.PlainRequest,
}
const onPerson = { ...command, params: contract.PersonParams }
const onHold = { ...command, params: contract.HoldParams }

/** Who keeps the people of a programme, and who answers for its records. */
const keepers: readonly Role[] = ['AD', 'PD']
const readers: readonly Role[] = ['AD', 'PD', 'CO', 'LC', 'AU']

type PersonRequest = FastifyRequest<{ Params: { programme: string; person: string } }>

/** People as they are registered, and what is kept of each. */
export const addPersonRecords = (app: ApiApp, parts: ApiParts): void => {
  const registering = { ...onPerson, body: contract.RegistrationRequest, summary: 'Register a person' }
  const response = commandResponses(contract.RegistrationResponse, { status: 201 })
  const path = '/programmes/:programme/people/:person'
  app.post(path, { schema: { ...registering, response } }, async (request, reply) => {
    const { programme, person } = request.params
    await mustHold(parts, { person: request.person, programme, roles: keepers })
    const ask = askOf(request)
    const work = async (): Promise<Answer> => {
      await savePeople(parts.db, {
        people: [{ id: person, ...request.body }],
        organisations: [],
        at: parts.clock().toISOString(),
      })
      const found = await readPersonRecords(parts.db, { programme, person })
      return found?.erasedAt === null
        ? answerOf(contract.RegistrationResponse, { status: 201, value: { person } })
        : answerOfNo({ code: 'person_erased', detail: { person } }, { setting: ask.setting })
    }
    return give(reply, await once(parts, { ask, stream: programme, work }))
  })
  const shown = { params: contract.PersonParams, response: { 200: contract.PersonRecordsResponse, ...problems }, tags }
  app.get(`${path}/records`, { schema: { ...shown, summary: 'What is kept of a person' } }, async (request) => {
    const { programme, person } = request.params
    await mustHold(parts, { person: request.person, programme, roles: readers })
    return recordsView(await knownRecords(parts, { programme, person }))
  })
}

const knownRecords = async ({ db }: ApiParts, of: { programme: string; person: string }) => {
  const found = await readPersonRecords(db, of)
  if (found === undefined) throw notFound(`person ${of.person}`)
  return found
}

/** Erasing what names a person: asked for by one, confirmed by another. */
export const addErasures = (app: ApiApp, parts: ApiParts): void => {
  const path = '/programmes/:programme/people/:person/erasures'
  const asking = { ...onPerson, summary: 'Ask that a person be erased' }
  app.post(path, { schema: asking }, async (request, reply) => {
    const { person } = request.params
    await knownRecords(parts, request.params)
    return give(reply, await sent(parts, { request, command: { type: 'request_erasure', person } }))
  })
  const confirming = { ...onPerson, summary: 'Confirm it: what names the person is erased' }
  app.post(`${path}/confirmations`, { schema: confirming }, async (request, reply) => {
    const { person } = request.params
    await knownRecords(parts, request.params)
    const answer = await sent(parts, { request, command: await leaving(parts, request) })
    if (answer.status < 300) forgetPerson(person)
    return give(reply, answer)
  })
}

const leaving = async (parts: ApiParts, { params }: PersonRequest): Promise<RecordsCommand> => {
  const [mandates, bases] = await Promise.all([heldBy(parts, params), basesWaitingFor(parts.db, params)])
  return { type: 'confirm_erasure', of: { person: params.person, mandates }, bases }
}

interface Sending {
  readonly request: FastifyRequest<{ Params: { programme: string } }>
  readonly command: RecordsCommand
}

const sent = (parts: ApiParts, { request, command: asked }: Sending): Promise<Answer> =>
  toProgramme(parts, { ask: askOf(request), programme: request.params.programme, command: async () => asked })

/** Records that are kept whatever else is asked: begun and ended by two persons each. */
export const addHolds = (app: ApiApp, parts: ApiParts): void => {
  const path = '/programmes/:programme/holds'
  const list = { params: ProgrammeParams, querystring: contract.HoldsQuery, tags }
  const listed = { ...list, response: { 200: contract.HoldsResponse, ...problems }, summary: 'Holds on records' }
  app.get(path, { schema: listed }, async (request) => {
    const { programme } = request.params
    await mustHold(parts, { person: request.person, programme, roles: readers })
    return pageView(await listHolds(parts.db, { programme, ...request.query }), asRead)
  })
  const holding = { ...command, params: ProgrammeParams, body: contract.RecordsHoldRequest, summary: 'Hold records' }
  app.post(path, { schema: holding }, async (request, reply) => {
    const { person, base, code } = request.body
    const of = person === undefined ? { base: base ?? '' } : { person }
    await mustExist(parts, { programme: request.params.programme, of })
    const hold = derivedUuid(askOf(request).key, 'hold')
    return give(reply, await sent(parts, { request, command: { type: 'hold_records', hold, of, code } }))
  })
  const on = ({ rest, type, summary }: { rest: string; type: OnHold; summary: string }): void => {
    app.post(`${path}/:hold/${rest}`, { schema: { ...onHold, summary } }, async (request, reply) =>
      give(reply, await sent(parts, { request, command: { type, hold: request.params.hold } })),
    )
  }
  on({ rest: 'confirmations', type: 'confirm_hold', summary: 'Confirm a hold' })
  on({ rest: 'releases', type: 'release_records', summary: 'Ask that a hold end' })
  on({ rest: 'releases/confirmations', type: 'confirm_release', summary: 'Confirm that a hold ends' })
}

/** A hold on nobody would keep nothing; one that is erased already, neither. */
const mustExist = async ({ db }: ApiParts, { programme, of }: { programme: string; of: HoldOf }): Promise<void> => {
  if ('person' in of) {
    if (!(await isKnownPerson(db, { id: of.person }))) throw notFound(`person ${of.person}`)
  } else if ((await readBase(db, { id: of.base }))?.programme !== programme) throw notFound(`base ${of.base}`)
}

type OnHold = 'confirm_hold' | 'release_records' | 'confirm_release'

/** Whose records need not be kept any longer. */
export const addRetention = (app: ApiApp, parts: ApiParts): void => {
  const list = { params: ProgrammeParams, querystring: contract.RetentionQuery, tags }
  const schema = { ...list, response: { 200: contract.RetentionResponse, ...problems }, summary: 'Due for erasure' }
  app.get('/programmes/:programme/retention', { schema }, async (request) => {
    const { programme } = request.params
    await mustHold(parts, { person: request.person, programme, roles: readers })
    const by = request.query.by ?? parts.clock().toISOString().slice(0, 'YYYY-MM-DD'.length)
    return { by, items: (await dueForErasure(parts.db, { programme, by })).map((item) => ({ ...item })) }
  })
}

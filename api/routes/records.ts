import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import type { z } from 'zod'
import { readHeld } from '../../db/reads/actors.js'
import { readBase } from '../../db/reads/bases.js'
import { isKnownPerson } from '../../db/reads/people.js'
import { basesWaitingFor, dueForErasure, listHolds, readPersonRecords } from '../../db/reads/records.js'
import { forgetPerson } from '../../db/sealed-person.js'
import { savePeople } from '../../db/writes/people.js'
import type { ProgrammeCommand } from '../../domain/command.js'
import type { HoldOf } from '../../domain/commands/records.js'
import { mustHold } from '../auth/must-hold.js'
import { isKnownIn, keepers, mustKeep } from '../auth/must-keep.js'
import { answerOf, answerOfNo, give, type HttpAnswer } from '../commands/answer.js'
import { askOf, type WriteRequest } from '../commands/ask.js'
import { derivedUuid } from '../commands/fingerprint.js'
import { once } from '../commands/once.js'
import { toProgramme } from '../commands/to-programme.js'
import { WriteHeaders } from '../contract/answer.js'
import { readBy } from '../contract/commands/entry.js'
import { onHold, records } from '../contract/commands/records.js'
import { ProgrammeParams } from '../contract/programme.js'
import * as contract from '../contract/records.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { recordKeepers } from '../read-routes.js'
import { asRead, pageView } from '../views/page-view.js'
import { recordsView } from '../views/records-view.js'
import { tableOf } from './from-table.js'
import { commandResponses, problems } from './responses.js'

const tags = ['records']

/** People as they are registered, and what is kept of each. */
export const addPersonRecords = (app: ApiApp, parts: ApiParts): void => {
  const registering = {
    headers: WriteHeaders,
    response: commandResponses(contract.RegistrationResponse, { status: 201 }),
    tags,
    params: contract.PersonParams,
    body: contract.RegistrationRequest,
    summary: 'Register a person',
  }
  const path = '/programmes/:programme/people/:person'
  app.post(path, { schema: registering }, async (request, reply) => {
    const { programme, person } = request.params
    await mustHold(parts, { person: request.person, programme, roles: keepers })
    return give(reply, await registerPerson(parts, { ask: askOf(request), programme, person, body: request.body }))
  })
  const shown = { params: contract.PersonParams, response: { 200: contract.PersonRecordsResponse, ...problems }, tags }
  app.get(`${path}/records`, { schema: { ...shown, summary: 'What is kept of a person' } }, async (request) => {
    const { programme, person } = request.params
    await mustHold(parts, { person: request.person, programme, roles: recordKeepers })
    return recordsView(await knownRecords(parts, { programme, person }))
  })
}

interface Registering {
  readonly ask: WriteRequest
  readonly programme: ProgrammeId
  readonly person: PersonId
  readonly body: z.output<typeof contract.RegistrationRequest>
}

/** Keeps who somebody is, once; whoever sends it was looked at before. */
export const registerPerson = async (
  parts: ApiParts,
  { ask, programme, person, body }: Registering,
): Promise<HttpAnswer> => {
  const work = async (): Promise<HttpAnswer> => {
    const added = await savePeople(parts.db, {
      people: [{ id: person, ...body }],
      organisations: [],
      at: parts.clock().toISOString(),
    })
    if (added.length > 0) return answerOf(contract.RegistrationResponse, { status: 201, value: { person } })
    const found = await readPersonRecords(parts.db, { programme, person })
    const code = found?.erasedAt === null ? 'person_registered' : 'person_erased'
    return answerOfNo({ code, detail: { person } }, { setting: ask.setting })
  }
  return await once(parts, { ask, stream: programme, work })
}

/** What is kept of somebody whom the programme knows; of anybody else it is as if nobody were there. */
export const knownRecords = async (parts: ApiParts, of: OfPerson) => {
  const found = (await isKnownIn(parts, of)) ? await readPersonRecords(parts.db, of) : undefined
  if (found === undefined) throw notFound(`person ${of.person}`)
  return found
}

/** Erasing what names a person: asked for by one, confirmed by another. */
export const addErasures = (app: ApiApp, parts: ApiParts): void => {
  const { route, forProgramme } = tableOf(app, parts)
  forProgramme(records.request_erasure, ({ ask, params }) => erasureAsked(parts, { by: ask.person, ...params }))
  const { confirm_erasure: confirming } = records
  route(confirming, async (request) => {
    const { params, body } = readBy(confirming, request)
    return await confirmErasure(parts, { ask: askOf(request), ...params, ...body })
  })
}

interface OfPerson {
  readonly programme: ProgrammeId
  readonly person: PersonId
}

/** The command that asks for an erasure. Refuses whoever does not keep the person everywhere, and somebody the programme does not know. */
export const erasureAsked = async (
  parts: ApiParts,
  { by, programme, person }: OfPerson & { readonly by: string },
): Promise<Extract<ProgrammeCommand, { type: 'request_erasure' }>> => {
  await mustKeep(parts, { by, person, programme })
  await knownRecords(parts, { programme, person })
  return { type: 'request_erasure', person }
}

/** Confirms an erasure as the second person, by the entry that was read; refuses as the asking does. */
export const confirmErasure = async (
  parts: ApiParts,
  { ask, programme, person, seq }: OfPerson & { readonly ask: WriteRequest; readonly seq: number },
): Promise<HttpAnswer> => {
  const command = async () => {
    await mustKeep(parts, { by: ask.person, person, programme })
    await knownRecords(parts, { programme, person })
    const [mandates, bases] = await Promise.all([readHeld(parts.db, { person }), basesWaitingFor(parts.db, { person })])
    return { type: 'confirm_erasure' as const, of: { person, mandates }, bases, seq }
  }
  const answer = await toProgramme(parts, { ask, programme, command })
  if (answer.status < 300) forgetPerson(person)
  return answer
}

/** Records that are kept whatever else is asked: begun and ended by two persons each. */
export const addHolds = (app: ApiApp, parts: ApiParts): void => {
  const path = '/programmes/:programme/holds'
  const list = { params: ProgrammeParams, querystring: contract.HoldsQuery, tags }
  const listed = { ...list, response: { 200: contract.HoldsResponse, ...problems }, summary: 'Holds on records' }
  app.get(path, { schema: listed }, async (request) => {
    const { programme } = request.params
    await mustHold(parts, { person: request.person, programme, roles: recordKeepers })
    return pageView(await listHolds(parts.db, { programme, ...request.query }), asRead)
  })
  const { forProgramme, allForProgramme } = tableOf(app, parts)
  forProgramme(records.hold_records, ({ ask: { key }, params: { programme }, body }) =>
    holdAsked(parts, { programme, key, ...body }),
  )
  allForProgramme(onHold)
}

interface AskedHold extends z.output<typeof records.hold_records.body> {
  readonly programme: ProgrammeId
  /** The name of the write, by which the hold gets its own. */
  readonly key: string
}

/** The command that asks for a hold. Refuses one on nobody whom there is. */
export const holdAsked = async (
  parts: ApiParts,
  { programme, key, person, base, code }: AskedHold,
): Promise<Extract<ProgrammeCommand, { type: 'hold_records' }>> => {
  const of = person === undefined ? { base: base ?? '' } : { person }
  await mustExist(parts, { programme, of })
  return { type: 'hold_records', hold: derivedUuid(key, 'hold'), of, code }
}

/** A hold on nobody would keep nothing; one that is erased already, neither. */
const mustExist = async (
  { db }: ApiParts,
  { programme, of }: { programme: ProgrammeId; of: HoldOf },
): Promise<void> => {
  if ('person' in of) {
    if (!(await isKnownPerson(db, { id: of.person }))) throw notFound(`person ${of.person}`)
  } else if ((await readBase(db, { id: of.base }))?.programme !== programme) throw notFound(`base ${of.base}`)
}

/** Whose records need not be kept any longer. */
export const addRetention = (app: ApiApp, parts: ApiParts): void => {
  const list = { params: ProgrammeParams, querystring: contract.RetentionQuery, tags }
  const schema = { ...list, response: { 200: contract.RetentionResponse, ...problems }, summary: 'Due for erasure' }
  app.get('/programmes/:programme/retention', { schema }, async (request) => {
    const { programme } = request.params
    await mustHold(parts, { person: request.person, programme, roles: recordKeepers })
    const by = request.query.by ?? parts.clock().toISOString().slice(0, 'YYYY-MM-DD'.length)
    return { by, items: (await dueForErasure(parts.db, { programme, by })).map((item) => ({ ...item })) }
  })
}

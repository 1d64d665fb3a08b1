import type { ProgrammeId } from '../../domain/ids.js'
import type { z } from 'zod'
import { listRegister, readRegisterEntry } from '../../db/reads/register.js'
import type { AddToRegister } from '../../domain/commands/register.js'
import type { RegisterEntry } from '../../domain/register.js'
import type { Role } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import { mustHold } from '../auth/must-hold.js'
import { confirmingCorrections, registering } from '../contract/commands/register.js'
import { ProgrammeParams } from '../contract/programme.js'
import { RegisterQuery, RegisterResponse } from '../contract/register.js'
import type { ApiApp, ApiParts } from '../parts.js'
import type { No } from '../problems.js'
import { pageView } from '../views/page-view.js'
import { tableOf } from './from-table.js'
import { problems } from './responses.js'

const readers: readonly Role[] = ['AD', 'PD', 'PM', 'SO', 'CO', 'AU']

/** What administrators keep of a programme besides people: organisations, places, industry categories and names. */
export const addRegister = (app: ApiApp, parts: ApiParts): void => {
  const list = { params: ProgrammeParams, querystring: RegisterQuery, tags: ['register'] }
  const listed = { ...list, response: { 200: RegisterResponse, ...problems }, summary: 'Register of a programme' }
  app.get('/programmes/:programme/register', { schema: listed }, async (request) => {
    const { programme } = request.params
    await mustHold(parts, { person: request.person, programme, roles: readers })
    return pageView(await listRegister(parts.db, { programme, ...request.query }), ({ entry, asked, ...row }) => ({
      ...row,
      entry: shown(entry),
      asked: asked === null ? null : shown(asked),
    }))
  })
  const { forProgramme, allForProgramme } = tableOf(app, parts)
  const adding = (
    { programme }: { programme: ProgrammeId },
    { corrects, entry }: { corrects: true | undefined; entry: RegisterEntry },
  ) => added(parts, { programme, command: { type: 'add_to_register', entry, ...defined({ corrects }) } })
  forProgramme(registering.add_organisation, ({ params, body }) => organisationToAdd(parts, { ...params, body }))
  forProgramme(registering.add_place, ({ params, body: { place: id, zone, languages, corrects } }) =>
    adding(params, { corrects, entry: { kind: 'place', id, country: id.slice(0, 2), zone, languages } }),
  )
  forProgramme(registering.add_category, ({ params, body: { category: id, name, corrects } }) =>
    adding(params, { corrects, entry: { kind: 'category', id, name } }),
  )
  forProgramme(registering.add_names, ({ params, body: { cluster: id, name, place, government, corrects } }) =>
    adding(params, { corrects, entry: { kind: 'names', id, place, government, ...defined({ name }) } }),
  )
  allForProgramme(confirmingCorrections)
}

interface NewOrganisation {
  readonly programme: ProgrammeId
  readonly body: z.output<typeof registering.add_organisation.body>
}

/** An organisation that is added or corrected, or why not. */
export const organisationToAdd = (
  parts: ApiParts,
  { programme, body: { organisation: id, name, country, corrects } }: NewOrganisation,
): Promise<AddToRegister | No> => {
  const entry: RegisterEntry = { kind: 'organisation', id, name, country }
  return added(parts, { programme, command: { type: 'add_to_register', entry, ...defined({ corrects }) } })
}

/** What stands may have been there before the programme's ledger knew of it, as in a trial: so the table is asked as well. */
const added = async (
  { db }: ApiParts,
  { programme, command }: { programme: ProgrammeId; command: AddToRegister },
): Promise<AddToRegister | No> => {
  const { kind, id } = command.entry
  const stands = (await readRegisterEntry(db, { programme, kind, id })) !== undefined
  if (command.corrects === true) return stands ? command : { code: 'not_registered', detail: { kind, id } }
  return stands ? { code: 'registered_already', detail: { kind, id } } : command
}

const shown = (entry: RegisterEntry) => (entry.kind === 'place' ? { ...entry, languages: [...entry.languages] } : entry)

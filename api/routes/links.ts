import { z } from 'zod'
import { isKnownPerson } from '../../db/reads/people.js'
import { revokeLinksOf } from '../../db/writes/links.js'
import { mustKeep } from '../auth/must-keep.js'
import { answerOf, give } from '../commands/answer.js'
import { askOf } from '../commands/ask.js'
import { once } from '../commands/once.js'
import { WriteHeaders } from '../contract/answer.js'
import { PersonParams, RegistrationResponse } from '../contract/records.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { commandResponses } from './responses.js'

/** Ends the links in the mailbox of somebody (0051): said by who keeps the people of a programme. */
export const addLinks = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    headers: WriteHeaders,
    response: commandResponses(RegistrationResponse),
    tags: ['records'],
    params: PersonParams,
    body: z.strictObject({}),
    summary: 'End the unused links of a person',
  }
  app.post('/programmes/:programme/people/:person/links/revocations', { schema }, async (request, reply) => {
    const { programme, person } = request.params
    await mustKeep(parts, { by: request.person, person, programme })
    if (!(await isKnownPerson(parts.db, { id: person }))) throw notFound(`person ${person}`)
    const work = async () => {
      await revokeLinksOf(parts.db, { person, programme, at: parts.clock().toISOString() })
      return answerOf(RegistrationResponse, { status: 200, value: { person } })
    }
    return give(reply, await once(parts, { ask: askOf(request), stream: programme, work }))
  })
}

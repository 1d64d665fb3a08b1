import { personOfSubject } from '../../db/reads/identities.js'
import { isKnownPerson } from '../../db/reads/people.js'
import { removeIdentity, setIdentity } from '../../db/writes/identities.js'
import { mustKeep } from '../auth/must-keep.js'
import { answerOf, give } from '../commands/answer.js'
import { askOf } from '../commands/ask.js'
import { once } from '../commands/once.js'
import { WriteHeaders } from '../contract/answer.js'
import { IdentityRequest, PersonParams, RegistrationResponse } from '../contract/records.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { commandResponses } from './responses.js'

/** Whom an issuer of tokens means by its own name for somebody: said by an administrator or director, of others than themselves. */
export const addIdentities = (app: ApiApp, parts: ApiParts): void => {
  const path = '/programmes/:programme/people/:person/identities'
  const schema = {
    headers: WriteHeaders,
    response: commandResponses(RegistrationResponse),
    tags: ['records'],
    params: PersonParams,
    body: IdentityRequest,
  }
  const ways = [
    { path, summary: 'Say that a subject of an issuer is this person', isSet: true },
    { path: `${path}/removals`, summary: 'Say that a subject of an issuer is nobody any more', isSet: false },
  ]
  for (const way of ways)
    app.post(way.path, { schema: { ...schema, summary: way.summary } }, async (request, reply) => {
      const { programme, person } = request.params
      const { person: by } = request
      await mustKeep(parts, { by, person, programme })
      const of = request.body
      const meant = way.isSet ? await personOfSubject(parts.db, of) : undefined
      // Neither do they become another: the name under which they asked stays theirs.
      if (by === person || meant === by)
        throw new ProblemError({ code: 'grant_to_oneself', detail: { rule: 'SD10', person: by } })
      // Whoever was meant by it until now loses it, and is kept by whoever takes it away.
      if (meant !== undefined && meant !== person) await mustKeep(parts, { by, person: meant, programme })
      if (!(await isKnownPerson(parts.db, { id: person }))) throw notFound(`person ${person}`)
      const work = async () => {
        const at = parts.clock().toISOString()
        if (way.isSet) await setIdentity(parts.db, { of, person, by, at })
        else await removeIdentity(parts.db, { of, person, at })
        return answerOf(RegistrationResponse, { status: 200, value: { person } })
      }
      return give(reply, await once(parts, { ask: askOf(request), stream: programme, work }))
    })
}

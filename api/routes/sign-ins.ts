import { z } from 'zod'
import { signInsOf, type SignIn } from '../../db/reads/sign-ins.js'
import { mandatesOf } from '../../db/reads/people.js'
import { endSignIns } from '../../db/writes/sign-ins.js'
import { mustKeep } from '../auth/must-keep.js'
import { answerOf, give } from '../commands/answer.js'
import { askOf } from '../commands/ask.js'
import { once } from '../commands/once.js'
import { WriteHeaders } from '../contract/answer.js'
import { PersonParams } from '../contract/records.js'
import { CurrentSignInResponse, EndedSignInsResponse, SignInParams, SignInsResponse } from '../contract/sign-ins.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { markOfSignIn } from '../sign-in/marks.js'
import { commandResponses, problems } from './responses.js'

const tags = ['records']

/** Where somebody is signed in: seen and ended by oneself, and ended by who keeps the people of a programme (0053). */
export const addSignIns = (app: ApiApp, parts: ApiParts): void => {
  const now = (): string => parts.clock().toISOString()
  const list = { response: { 200: SignInsResponse, ...problems }, tags, summary: 'Where you are signed in' }
  app.get('/sign-ins', { schema: list }, async ({ person, signIn }) => {
    const found = await signInsOf(parts.db, { person, at: now() })
    return { items: found.map((one) => ({ ...shown(one), isThis: one.id === signIn?.id })) }
  })
  const current = {
    response: { 200: CurrentSignInResponse, ...problems },
    tags,
    summary: 'The sign-in of this browser',
  }
  app.get('/sign-ins/current', { schema: current }, async ({ person, signIn }) => {
    if (signIn === undefined) throw notFound('sign-in of a browser')
    return { person, ...shown(signIn), mark: markOfSignIn(signIn) }
  })
  const one = { params: SignInParams, response: { 204: z.null().describe('Ended.'), ...problems }, tags }
  app.delete('/sign-ins/:id', { schema: { ...one, summary: 'End one of your sign-ins' } }, async (request, reply) => {
    const { person, params } = request
    if ((await endSignIns(parts.db, { person, id: params.id, at: now() })) === 0) throw notFound(`sign-in ${params.id}`)
    return reply.code(204).send(null)
  })
  addEndings(app, parts)
}

const shown = ({ id, means, agent, madeAt, seenAt, endsAt }: SignIn) => ({ id, means, agent, madeAt, seenAt, endsAt })

const addEndings = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    headers: WriteHeaders,
    response: commandResponses(EndedSignInsResponse),
    tags,
    params: PersonParams,
    body: z.strictObject({}),
    summary: 'End the sign-ins of a person',
  }
  app.post('/programmes/:programme/people/:person/sign-ins/endings', { schema }, async (request, reply) => {
    const { programme, person } = request.params
    await mustKeep(parts, { by: request.person, person, programme })
    if ((await mandatesOf(parts.db, { person, programme })).length === 0) throw notFound(`person ${person}`)
    const work = async () => {
      const ended = await endSignIns(parts.db, { person, at: parts.clock().toISOString() })
      return answerOf(EndedSignInsResponse, { status: 200, value: { person, ended } })
    }
    return give(reply, await once(parts, { ask: askOf(request), stream: programme, work }))
  })
}

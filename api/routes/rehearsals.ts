import { answerOf, give } from '../commands/answer.js'
import { askOf } from '../commands/ask.js'
import { jsonHash } from '../commands/fingerprint.js'
import { once } from '../commands/once.js'
import { WriteHeaders } from '../contract/answer.js'
import { ProgrammeParams } from '../contract/programme.js'
import { AdvanceRequest, AdvanceResponse, RehearsalRequest, RehearsalResponse } from '../contract/rehearsal.js'
import { foundProgramme } from '../founding/found-programme.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import { advance } from '../rehearsals/advance.js'
import { mustRehearse } from '../rehearsals/must-rehearse.js'
import { problems } from './responses.js'

const write = { headers: WriteHeaders, tags: ['rehearsals'] }

/** Programmes in which time can be moved; they exist in a namespace of their own and nowhere else. */
export const addRehearsals = (app: ApiApp, parts: ApiParts): void => {
  const begin = {
    ...write,
    body: RehearsalRequest,
    response: { 201: RehearsalResponse, ...problems },
    summary: 'Begin',
  }
  app.post('/rehearsals', { schema: begin }, async (request, reply) => {
    await mustRehearse(parts, request.person)
    const ask = askOf(request)
    const id = request.body.id ?? madeUpId(ask.key)
    const { procedure } = request.body
    const work = async () =>
      answerOf(RehearsalResponse, {
        status: 201,
        value: await foundProgramme(parts, { id, rehearsal: true, procedure }),
      })
    return give(reply, await once(parts, { ask, stream: id, work }))
  })
  const move = {
    ...write,
    params: ProgrammeParams,
    body: AdvanceRequest,
    response: { 200: AdvanceResponse, ...problems },
  }
  app.post('/rehearsals/:programme/advance', { schema: { ...move, summary: 'Move time' } }, async (request, reply) => {
    await mustRehearse(parts, request.person)
    const { programme } = request.params
    const { namespace, rehearsal } = await programmePlace(parts, programme)
    if (!rehearsal) throw new ProblemError({ code: 'rehearsal_only', detail: { programme } })
    const work = async () =>
      answerOf(AdvanceResponse, { status: 200, value: await advance(parts, { programme, namespace, ...request.body }) })
    return give(reply, await once(parts, { ask: askOf(request), stream: programme, work }))
  })
}

/** `rh` and four characters that follow from the key, so that a repeat begins the same rehearsal. */
const madeUpId = (key: string): string =>
  `rh${BigInt(`0x${jsonHash(key).slice(0, 12)}`)
    .toString(36)
    .padStart(4, '0')
    .slice(-4)}`

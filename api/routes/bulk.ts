import type { ProgrammeId } from '../../domain/ids.js'
import type { FastifyRequest } from 'fastify'
import { offices, type Role } from '../../domain/role.js'
import { mustHold } from '../auth/must-hold.js'
import { handOver, handOverSeen } from '../bulk/hand-over.js'
import { remind, remindersSeen } from '../bulk/remind.js'
import { counted } from '../bulk/rows.js'
import { answerOf, give } from '../commands/answer.js'
import { askOf, settingOf } from '../commands/ask.js'
import { once } from '../commands/once.js'
import { resenders } from '../commands/resend.js'
import { WriteHeaders } from '../contract/answer.js'
import { BulkResponse, HandOverRequest, RemindersRequest } from '../contract/bulk.js'
import { ProgrammeParams } from '../contract/programme.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { problems } from './responses.js'

const tags = ['operation']
const response = { 200: BulkResponse, ...problems }
const reassigners: readonly Role[] = [offices.reassigns]

/** The same act on many steps: each row alone, by the command that does it for one, after a look that counts and lists. */
export const addBulk = (app: ApiApp, parts: ApiParts): void => {
  addReminders(app, parts)
  addHandOvers(app, parts)
}

const mustDo = async (
  parts: ApiParts,
  { request, programme, roles }: { request: FastifyRequest; programme: ProgrammeId; roles: readonly Role[] },
) => {
  await mustHold(parts, { person: request.person, programme, roles })
  return { request, programme, setting: settingOf(request) }
}

const addReminders = (app: ApiApp, parts: ApiParts): void => {
  const all = { params: ProgrammeParams, body: RemindersRequest, response, tags }
  const look = { ...all, summary: 'Who would be reminded of which late step' }
  app.post('/programmes/:programme/reminders/previews', { schema: look }, async (request) => {
    const asked = await mustDo(parts, { request, roles: resenders, ...request.params })
    return counted({ rows: await remindersSeen(parts, { ...asked, ...request.body }), more: 0 })
  })
  const done = { ...all, headers: WriteHeaders, summary: 'Remind those who are late of their steps' }
  app.post('/programmes/:programme/reminders', { schema: done }, async (request, reply) => {
    const { programme } = request.params
    const asked = { ...(await mustDo(parts, { request, programme, roles: resenders })), ask: askOf(request) }
    const work = async () => {
      const rows = await remind(parts, { ...asked, ...request.body })
      return answerOf(BulkResponse, { status: 200, value: counted({ rows, more: 0 }) })
    }
    return give(reply, await once(parts, { ask: asked.ask, stream: programme, work }))
  })
}

const addHandOvers = (app: ApiApp, parts: ApiParts): void => {
  const all = { params: ProgrammeParams, body: HandOverRequest, response, tags }
  const look = { ...all, summary: 'Which steps would be given to another holder' }
  app.post('/programmes/:programme/reassignments/previews', { schema: look }, async (request) => {
    const asked = await mustDo(parts, { request, roles: reassigners, ...request.params })
    return counted(await handOverSeen(parts, { ...asked, ...request.body }))
  })
  const done = { ...all, headers: WriteHeaders, summary: 'Give the steps of somebody who leaves to another holder' }
  app.post('/programmes/:programme/reassignments', { schema: done }, async (request, reply) => {
    const { programme } = request.params
    const asked = { ...(await mustDo(parts, { request, programme, roles: reassigners })), ask: askOf(request) }
    const work = async () =>
      answerOf(BulkResponse, { status: 200, value: counted(await handOver(parts, { ...asked, ...request.body })) })
    return give(reply, await once(parts, { ask: asked.ask, stream: programme, work }))
  })
}

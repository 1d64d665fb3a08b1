import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { offices } from '../../domain/role.js'
import { startCheckContent, startContent, startWays, type StartPage, type StartWay } from '../../web/work/start.js'
import { actBody } from '../act/act-body.js'
import { mustActAs } from '../auth/must-hold.js'
import { CreatedResponse } from '../contract/answer.js'
import { ProgrammeParams } from '../contract/programme.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { noIn, onceOf } from '../workplace/form-as-write.js'
import { startAsked, startBase, startFound, startNo, startRead, startShown, type ToStart } from '../workplace/start.js'
import { addOwnForm } from '../workplace/own-form.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

const path = '/programmes/:programme/start'
const way = z.enum(startWays).catch('known')
const doings = z.enum(['check', 'change', 'start']).catch('check')

/** A base is started on a page: its cluster is chosen or entered, everything is read once more, and then it begins (0057). */
export const addStartPage = (app: ApiApp, parts: ApiParts): void => {
  const look = { schema: { ...pageAsks({ way: way.optional() }), params: ProgrammeParams } }
  app.get(path, look, async (request, reply) => {
    const { programme } = request.params
    await mustNominate(parts, { person: request.person, programme })
    const on = { request, reply, programme, way: request.query.way ?? 'known' }
    return show(parts, { ...on, fields: await startAsked(parts, on), once: randomUUID() })
  })
  addOwnForm(app, {
    path,
    params: ProgrammeParams,
    take: async ({ request, reply, params: { programme } }) => {
      await mustNominate(parts, { person: request.person, programme })
      return take(parts, { request, reply, programme, way: way.parse(actBody(request).posted('way')[0]) })
    },
  })
}

const mustNominate = (
  parts: ApiParts,
  asked: { readonly person: PersonId; readonly programme: ProgrammeId },
): Promise<void> => mustActAs(parts, { ...asked, roles: [offices.nominates] })

interface OnStart {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly programme: ProgrammeId
  readonly way: StartWay
}

const take = async (parts: ApiParts, on: OnStart): Promise<FastifyReply> => {
  const { posted } = actBody(on.request)
  const once = onceOf(on.request)
  const doing = doings.parse(posted('do')[0])
  if (doing === 'change') return show(parts, { ...on, fields: await startAsked(parts, { ...on, posted }), once })
  const { fields, others, start } = await startRead(parts, { ...on, posted })
  if (start === undefined) return show(parts, { ...on, reply: on.reply.code(422), fields, others, once })
  const sent = { request: on.request, programme: on.programme, once, start }
  // What was sent before answers itself again, so that a start is not asked about twice.
  const answer = await (doing === 'check' ? startNo : startBase)(parts, sent)
  if (answer === undefined) return show(parts, { ...on, fields, once, start })
  if (answer.status === 202)
    return show(parts, { ...on, reply: on.reply.code(202), fields, once, start, no: 'pending' })
  const no = noIn(answer)
  // What is sent after a refusal is another nomination.
  if (no !== undefined)
    return show(parts, { ...on, reply: on.reply.code(answer.status), fields, once: randomUUID(), no, refused: start })
  const { base } = CreatedResponse.parse(JSON.parse(answer.body))
  return on.reply.redirect(`/bases/${base}`, 303)
}

interface Shown extends OnStart, Pick<StartPage, 'fields' | 'once'> {
  readonly others?: StartPage['others']
  readonly no?: StartPage['no']
  /** What is read once more before it begins; left out: the form itself. */
  readonly start?: ToStart
  /** What was not begun: the form stands again, with the seats that are missing. */
  readonly refused?: ToStart
}

const show = (parts: ApiParts, shown: Shown): Promise<FastifyReply> => {
  const { request, reply, fields, once, others = [], no, start, refused, programme } = shown
  return showPage(parts, {
    request,
    reply,
    room: 'bases',
    content: async (frame) => {
      const page = { ...(await startShown(parts, shown)), fields, others, once, no }
      const begun = start ?? refused
      const found = begun && (await startFound(parts, { programme, start: begun }))
      return start === undefined || found === undefined
        ? startContent(page, { frame, found })
        : startCheckContent(page, { found, frame })
    },
  })
}

import type { ProgrammeId } from '../../domain/ids.js'
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { offices } from '../../domain/role.js'
import { holdActs, holdsContent, type HoldsShown } from '../../web/work/holds.js'
import type { FormShown } from '../../web/work/people-model.js'
import { actBody } from '../act/act-body.js'
import { mustHold } from '../auth/must-hold.js'
import { pageFields } from '../contract/page.js'
import { ProgrammeParams } from '../contract/programme.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { recordKeepers } from '../read-routes.js'
import { asPage } from '../workplace/faces.js'
import { noIn, onceOf } from '../workplace/form-as-write.js'
import { actOnHolds, holdsShown } from '../workplace/holds.js'
import { addOwnForm } from '../workplace/own-form.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

const path = '/programmes/:programme/holds'
const acts = z.enum(holdActs)
const told = z.enum([...holdActs, 'pending']).optional()

/** Holds on records as a page: asked for by one, confirmed by another, and ended in the same way (8.13). */
export const addHoldsPage = (app: ApiApp, parts: ApiParts): void => {
  const schema = { ...pageAsks({ told, after: pageFields.after }), params: ProgrammeParams }
  app.get(path, { constraints: asPage, schema }, async (request, reply) => {
    const { programme } = request.params
    await mustHold(parts, { person: request.person, programme, roles: recordKeepers })
    return show(parts, { request, reply, programme, after: request.query.after, told: request.query.told })
  })
  addOwnForm(app, {
    path,
    params: ProgrammeParams,
    constraints: asPage,
    take: async ({ request, reply, params: { programme } }) => {
      await mustHold(parts, { person: request.person, programme, roles: offices.holdsRecords })
      return take(parts, { request, reply, programme })
    },
  })
}

interface OnHolds {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly programme: ProgrammeId
}

const take = async (parts: ApiParts, on: OnHolds): Promise<FastifyReply> => {
  const { request, reply, programme } = on
  const { posted } = actBody(request)
  const act = acts.catch('hold').parse(posted('do')[0])
  const { answer, form } = await actOnHolds(parts, { request, programme, posted, once: onceOf(request), act })
  const no = answer === undefined ? undefined : noIn(answer)
  if (answer !== undefined && no === undefined)
    return reply.redirect(`/programmes/${programme}/holds?told=${answer.status === 202 ? 'pending' : act}`, 303)
  // What is sent after a refusal is another act.
  const sent = no === undefined || form === undefined ? form : { ...form, once: randomUUID() }
  return show(parts, { ...on, reply: reply.code(answer?.status ?? 422), sent, told: no })
}

interface Shown extends OnHolds {
  readonly after?: string | undefined
  readonly sent?: FormShown | undefined
  readonly told: HoldsShown['told']
}

const show = (parts: ApiParts, { request, reply, ...asked }: Shown): Promise<FastifyReply> =>
  showPage(parts, {
    request,
    reply,
    room: 'people',
    content: async (frame) => holdsContent(await holdsShown(parts, { person: request.person, ...asked }), frame),
  })

import type { ProgrammeId } from '../../domain/ids.js'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { webhookDeliveries, webhooksOf } from '../../db/reads/webhooks.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { webhooksContent } from '../../web/work/webhooks.js'
import { actBody } from '../act/act-body.js'
import { mustHold, programmesHeld } from '../auth/must-hold.js'
import { keepers } from '../auth/must-keep.js'
import { answerOf } from '../commands/answer.js'
import { ProgrammeParams } from '../contract/programme.js'
import { DeliveryParams, MadeWebhookResponse, WebhookParams, WebhookRequest } from '../contract/webhooks.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { webhookReaders } from '../read-routes.js'
import { asPage } from '../workplace/faces.js'
import { answerTo, askOfForm, fieldOf, noIn, onceOf } from '../workplace/form-as-write.js'
import { addOwnForm } from '../workplace/own-form.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { endWebhookAs, makeWebhookAs, notMade, redeliverAs, shownDelivery, shownWebhook } from './webhooks.js'

const path = '/programmes/:programme/webhooks'
const told = z.enum(['end', 'again']).optional()

/** Other programs that are told as a page (0072): named and ended by who keeps the people, read by auditors too. */
export const addWebhooksPage = (app: ApiApp, parts: ApiParts): void => {
  const look = { constraints: asPage, schema: { ...pageAsks({ told }), params: ProgrammeParams } }
  app.get(path, look, async (request, reply) => {
    const { programme } = request.params
    await mustHold(parts, { person: request.person, programme, roles: webhookReaders })
    return show(parts, { request, reply, programme, told: request.query.told })
  })
  addOwnForm(app, {
    path: `${path}/acts`,
    params: ProgrammeParams,
    take: async ({ request, reply, params: { programme } }) => {
      await mustHold(parts, { person: request.person, programme, roles: keepers })
      return take(parts, { request, reply, programme })
    },
  })
}

interface OnPage {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly programme: ProgrammeId
}

const take = async (parts: ApiParts, on: OnPage): Promise<FastifyReply> => {
  const { request, reply, programme } = on
  const { person } = request
  const webhook = fieldOf(request, 'webhook')
  const doing = fieldOf(request, 'do')
  if (doing === 'end') {
    await endWebhookAs(parts, { person, ...WebhookParams.parse({ programme, webhook }) })
    return reply.redirect(`/programmes/${programme}/webhooks?told=end`, 303)
  }
  if (doing === 'again') {
    const delivery = fieldOf(request, 'delivery')
    await redeliverAs(parts, { person, ...DeliveryParams.parse({ programme, webhook, delivery }) })
    return reply.redirect(`/programmes/${programme}/webhooks?told=again`, 303)
  }
  const ask = askOfForm(request, { once: onceOf(request), body: null })
  const answer = await answerTo(ask, async () => {
    const read = WebhookRequest.safeParse({ url: fieldOf(request, 'url'), kinds: actBody(request).posted('kinds') })
    if (!read.success) throw notMade('address')
    const value = await makeWebhookAs(parts, { person, programme, ...read.data })
    return answerOf(MadeWebhookResponse, { status: 201, value })
  })
  const no = noIn(answer)
  if (no !== undefined) return show(parts, { ...on, reply: reply.code(answer.status), told: no })
  const { secret } = MadeWebhookResponse.parse(JSON.parse(answer.body))
  return show(parts, { ...on, secret, told: undefined })
}

interface Showing extends OnPage {
  readonly told: Parameters<typeof webhooksContent>[0]['told']
  readonly secret?: string
}

/** As many messages of each as are looked at on the page. */
const lastMessages = 20

const show = (parts: ApiParts, { request, reply, programme: id, told: was, secret }: Showing): Promise<FastifyReply> =>
  showPage(parts, {
    request,
    reply,
    room: 'people',
    content: async (frame) => {
      const [programme, webhooks, kept] = await Promise.all([
        readProgramme(parts.db, { id }),
        webhooksOf(parts.db, { programme: id }),
        programmesHeld(parts, { person: request.person, programme: id, roles: keepers }),
      ])
      if (programme === undefined) throw notFound(`programme ${id}`)
      const items = await Promise.all(
        webhooks.slice(0, 40).map(async (one) => {
          const log = await webhookDeliveries(parts.db, { webhook: one.id, limit: lastMessages })
          return { ...shownWebhook(one), deliveries: log.items.map(shownDelivery) }
        }),
      )
      const { label, rehearsal } = programme
      return webhooksContent(
        { programme: { id, label, rehearsal }, items, mayAct: kept.length > 0, secret, told: was },
        frame,
      )
    },
  })

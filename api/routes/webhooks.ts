import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import { z } from 'zod'
import { webhookDeliveries, webhooksOf, type Webhook, type WebhookDelivery } from '../../db/reads/webhooks.js'
import { endWebhook, makeWebhook, mostWebhooks, redeliver } from '../../db/writes/webhooks.js'
import type { Role } from '../../domain/role.js'
import { mustHold } from '../auth/must-hold.js'
import { keepers } from '../auth/must-keep.js'
import { ProgrammeParams } from '../contract/programme.js'
import {
  DeliveriesQuery,
  DeliveriesResponse,
  DeliveryParams,
  DeliveryResponse,
  MadeWebhookResponse,
  WebhookParams,
  WebhookRequest,
  WebhookResponse,
  WebhooksResponse,
} from '../contract/webhooks.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import { pageView } from '../views/page-view.js'
import { webhookReaders } from '../read-routes.js'
import type { WebhookFault } from '../webhook-problems.js'
import { problems } from './responses.js'

const tags = ['records']
const all = '/programmes/:programme/webhooks'
const one = `${all}/:webhook`

/** Other programs that are told what is recorded (0072): named by who keeps the people of a programme, seen by its auditors too. */
export const addWebhooks = (app: ApiApp, parts: ApiParts): void => {
  const list = { params: ProgrammeParams, response: { 200: WebhooksResponse, ...problems }, tags, summary: 'Webhooks' }
  app.get(all, { schema: list }, async ({ person, params: { programme } }) => {
    await mustHold(parts, { person, programme, roles: webhookReaders })
    return { items: (await webhooksOf(parts.db, { programme })).map(shownWebhook) }
  })
  addMaking(app, parts)
  addEnding(app, parts)
  addDeliveries(app, parts)
}

/** A webhook as its readers are told of it. */
export const shownWebhook = ({ kinds, ...webhook }: Webhook) => ({ ...webhook, kinds: [...kinds] })

/** No command: the secret it answers with may stand in no table. A second one is ended, and nothing is lost. */
const addMaking = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: ProgrammeParams,
    body: WebhookRequest,
    response: { 201: MadeWebhookResponse, ...problems },
    tags,
    summary: 'Have another program told what is recorded',
  }
  app.post(all, { schema }, async ({ person, params: { programme }, body }, reply) =>
    reply.code(201).send(await makeWebhookAs(parts, { person, programme, ...body })),
  )
}

interface Made extends z.output<typeof WebhookRequest> {
  readonly person: PersonId
  readonly programme: ProgrammeId
}

/** Makes a webhook in the name of somebody. Refuses who does not keep the people, rehearsals, unfit addresses, and one too many. */
export const makeWebhookAs = async (parts: ApiParts, { person: by, programme, url, kinds }: Made) => {
  await mustHold(parts, { person: by, programme, roles: keepers })
  const { rehearsal } = await programmePlace(parts, programme)
  if (rehearsal) throw notMade('rehearsal')
  if (!isTold(url, parts.config.MODE === 'embedded')) throw notMade('address')
  const at = parts.clock().toISOString()
  const made = await makeWebhook(parts.db, { programme, url, kinds: [...new Set(kinds)], by, at })
  if (made === undefined) throw notMade('full')
  return made
}

/** Why a webhook is not made. */
export const notMade = (why: WebhookFault): ProblemError =>
  new ProblemError({ code: 'webhook_not_made', detail: { why, most: mostWebhooks } })

/** Whether messages go to an address at all; where its name leads is looked at each time one is sent. */
const isTold = (url: string, isTrial: boolean): boolean => {
  const to = URL.canParse(url) ? new URL(url) : undefined
  if (to === undefined || to.username !== '' || to.password !== '') return false
  if (isTrial) return to.protocol === 'https:' || to.protocol === 'http:'
  // An address in figures, or a name of one word, is none of the public network that a certificate is given for.
  return to.protocol === 'https:' && /\.[a-z][a-z0-9-]*\.?$/i.test(to.hostname)
}

/** The webhook of that id in that programme. Refuses one that is not there. */
const found = async (
  parts: ApiParts,
  { programme, webhook: id, person, roles }: Named & { readonly roles: readonly Role[] },
): Promise<Webhook> => {
  await mustHold(parts, { person, programme, roles })
  const [webhook] = await webhooksOf(parts.db, { programme, id })
  if (webhook === undefined) throw notFound(`webhook ${id}`)
  return webhook
}

const addEnding = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: WebhookParams,
    body: z.strictObject({}),
    response: { 200: WebhookResponse, ...problems },
    tags,
    summary: 'Tell another program nothing any more',
  }
  app.post(`${one}/endings`, { schema }, ({ person, params }) => endWebhookAs(parts, { ...params, person }))
}

interface Named {
  readonly programme: ProgrammeId
  readonly webhook: string
  readonly person: PersonId
}

/** Ends a webhook in the name of somebody who keeps the people; one that was ended stays so. */
export const endWebhookAs = async (parts: ApiParts, named: Named) => {
  const of = { ...named, roles: keepers }
  const { id } = await found(parts, of)
  await endWebhook(parts.db, { id, by: named.person, at: parts.clock().toISOString() })
  return shownWebhook(await found(parts, of))
}

const addDeliveries = (app: ApiApp, parts: ApiParts): void => {
  const list = {
    params: WebhookParams,
    querystring: DeliveriesQuery,
    response: { 200: DeliveriesResponse, ...problems },
    tags,
    summary: 'What was sent to another program',
  }
  app.get(`${one}/deliveries`, { schema: list }, async ({ person, params, query }) => {
    const { id: webhook } = await found(parts, { ...params, person, roles: webhookReaders })
    return pageView(await webhookDeliveries(parts.db, { webhook, ...query }), shownDelivery)
  })
  const again = {
    params: DeliveryParams,
    body: z.strictObject({}),
    response: { 200: DeliveryResponse, ...problems },
    tags,
    summary: 'Send a message to another program once more',
  }
  app.post(`${one}/deliveries/:delivery/redeliveries`, { schema: again }, ({ person, params }) =>
    redeliverAs(parts, { ...params, person }),
  )
}

/** Has a message sent once more. Refuses one that is not there, and any to a webhook that has ended. */
export const redeliverAs = async (
  parts: ApiParts,
  { delivery: id, ...named }: Named & { readonly delivery: string },
) => {
  const { id: webhook, endedAt } = await found(parts, { ...named, roles: keepers })
  const isSent = endedAt === null && (await redeliver(parts.db, { id, webhook, at: parts.clock().toISOString() }))
  const { items } = await webhookDeliveries(parts.db, { webhook, id })
  const [delivery] = items
  if (!isSent || delivery === undefined) throw notFound(`delivery ${id}`)
  return shownDelivery(delivery)
}

/** A message as readers of its webhook are told of it. */
export const shownDelivery = (delivery: WebhookDelivery) => ({
  ...delivery,
  nextAttemptAt: delivery.state === 'queued' ? delivery.nextAttemptAt : null,
})

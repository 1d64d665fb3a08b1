import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { defined } from '../../domain/values/defined.js'
import { exhibitActs, exhibitContent, type ExhibitActShown, type ExhibitPage } from '../../web/work/exhibit.js'
import { exhibitsContent } from '../../web/work/exhibits.js'
import { actBody, takeForms } from '../act/act-body.js'
import { seenBase } from '../auth/seen-base.js'
import { BaseParams } from '../contract/base.js'
import { ExhibitParams, ExhibitResponse, ExhibitsResponse } from '../contract/exhibits.js'
import { pageFields } from '../contract/page.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { baseHead } from '../workplace/base-shown.js'
import { actOnExhibit, exhibitActsOffered } from '../workplace/exhibit-acts.js'
import { asPage } from '../workplace/faces.js'
import { noIn, onceOf } from '../workplace/form-as-write.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { exhibitSeen, exhibitsSeen } from './exhibits.js'
import { namedPart } from '../named-part.js'

const one = '/bases/:id/exhibits/:exhibit'
const acts = z.enum(exhibitActs)
const told = z.enum([...exhibitActs, 'pending']).optional()

/** What was brought as proof as pages: the list, each by itself, and the verdict for whoever gives it. */
export const addExhibitsPages = (app: ApiApp, parts: ApiParts): void => {
  const list = { constraints: asPage, schema: { ...pageAsks({ after: pageFields.after }), params: BaseParams } }
  app.get('/bases/:id/exhibits', list, async (request, reply) => {
    const asked = { person: request.person, base: request.params.id }
    const content = async ({ locale }: { locale: 'en' | 'zh-CN' }) => {
      const query = { after: request.query.after, limit: 50 }
      const [head, { found }] = [await baseHead(parts, asked), await seenBase(parts, asked)]
      const { items, next } = ExhibitsResponse.parse(await exhibitsSeen(parts, { ...asked, query }))
      return exhibitsContent({ head, zone: found.zone, items, next }, locale)
    }
    return showPage(parts, { request, reply, room: 'bases', content })
  })
  const look = { constraints: asPage, schema: { ...pageAsks({ told }), params: ExhibitParams } }
  app.get(one, look, async (request, reply) =>
    show(parts, { request, reply, ...request.params, ...defined({ told: request.query.told }) }),
  )
  void app.register(
    namedPart('exhibits page', async (plain) => {
      const room = plain.withTypeProvider<ZodTypeProvider>()
      takeForms(room)
      const config = { takes: formType, marked: 'form' } as const
      room.post(one, { config, schema: { params: ExhibitParams, hide: true } }, async (request, reply) =>
        take(parts, { request, reply, ...request.params }),
      )
    }),
  )
}

interface OnExhibit {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** The base and the exhibit. */
  readonly id: string
  readonly exhibit: string
}

const take = async (parts: ApiParts, on: OnExhibit): Promise<FastifyReply> => {
  const { request, reply, id, exhibit } = on
  const { posted } = actBody(request)
  const act = acts.catch('accept').parse(posted('do')[0])
  const sent = await actOnExhibit(parts, { request, base: id, exhibit, act, posted, once: onceOf(request) })
  const no = sent.answer === undefined ? undefined : noIn(sent.answer)
  if (sent.answer !== undefined && no === undefined)
    return reply.redirect(`/bases/${id}/exhibits/${exhibit}?told=${sent.answer.status === 202 ? 'pending' : act}`, 303)
  // What is sent after a refusal is another act.
  const again = { ...sent.shown, once: no === undefined ? sent.shown.once : randomUUID() }
  return show(parts, { ...on, reply: reply.code(sent.answer?.status ?? 422), sent: again, ...defined({ told: no }) })
}

interface Shown extends OnExhibit {
  readonly told?: ExhibitPage['told']
  /** The act that was sent, with what is wrong in it. */
  readonly sent?: ExhibitActShown
}

const show = (
  parts: ApiParts,
  { request, reply, id, exhibit: named, told: became, sent }: Shown,
): Promise<FastifyReply> => {
  const asked = { person: request.person, base: id }
  return showPage(parts, {
    request,
    reply,
    room: 'bases',
    content: async (frame) => {
      const { found } = await seenBase(parts, asked)
      const exhibit = ExhibitResponse.parse(await exhibitSeen(parts, { ...asked, exhibit: named }))
      const offered = exhibit.masked ? [] : await exhibitActsOffered(parts, { ...asked, exhibit: named })
      const head = await baseHead(parts, asked)
      const withSent = offered.map((shown) => (shown.act === sent?.act ? sent : shown))
      return exhibitContent({ head, zone: found.zone, exhibit, acts: withSent, told: became }, frame)
    },
  })
}

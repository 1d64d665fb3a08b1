import { z } from 'zod'
import type { FastifyRequest } from 'fastify'
import { defined } from '../../domain/values/defined.js'
import { savedViewsContent } from '../../web/work/saved-views.js'
import { answerOf, type HttpAnswer } from '../commands/answer.js'
import { SavedViewParams, SavedViewRequest, SavedViewResponse } from '../contract/saved-views.js'
import { programmeId } from '../contract/scalars.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { dropView, keepView } from '../saved-views/saved-views.js'
import { asPage } from '../workplace/faces.js'
import { answerTo, askOfForm, fieldOf, noIn, onceOf } from '../workplace/form-as-write.js'
import { addOwnForm } from '../workplace/own-form.js'
import { savedHere } from '../workplace/saved-here.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

const url = '/saved-views'

/** Saved views as a page, of one world at a time: each leads to its list, one's own are removed there; the form of a list saves another (0071). */
export const addSavedViewsPage = (app: ApiApp, parts: ApiParts): void => {
  const look = { constraints: asPage, schema: pageAsks({ told: z.literal('removed').optional() }) }
  app.get(url, look, async (request, reply) => show(parts, { request, reply, told: request.query.told }))
  addOwnForm(app, {
    path: url,
    params: z.object({}),
    take: async ({ request, reply }) => {
      if (fieldOf(request, 'do') === 'drop') {
        await dropView(parts, { person: request.person, ...SavedViewParams.parse({ id: fieldOf(request, 'id') }) })
        return reply.redirect(`${url}?${removedIn(request)}`, 303)
      }
      const read = viewTyped(request)
      if (read === undefined) return show(parts, { request, reply: reply.code(422), told: 'unfit' })
      const answer = await kept(parts, { request, read })
      const no = noIn(answer)
      if (no !== undefined) return show(parts, { request, reply: reply.code(answer.status), told: no })
      return reply.redirect(SavedViewResponse.parse(JSON.parse(answer.body)).address, 303)
    },
  })
}

type Showing = Pick<Parameters<typeof showPage>[1], 'request' | 'reply'> & {
  readonly told: Parameters<typeof savedViewsContent>[0]['told']
}

const show = (parts: ApiParts, { request, reply, told }: Showing) =>
  showPage(parts, {
    request,
    reply,
    content: async (frame) =>
      savedViewsContent({ saved: await savedHere(parts, { person: request.person, frame }), told }, frame),
  })

/** What the page is asked for after a view was removed: the rehearsal it stood in, if it did. */
const removedIn = ({ query }: FastifyRequest): string => {
  const { data } = z.object({ programme: programmeId }).safeParse(query)
  return new URLSearchParams({ ...data, told: 'removed' }).toString()
}

/** What a page sent, read by the schema of the contract; undefined where it does not fit. */
const viewTyped = (request: FastifyRequest): z.output<typeof SavedViewRequest> | undefined => {
  const [programme, role] = (fieldOf(request, 'share') ?? '').split('/')
  const { data } = SavedViewRequest.safeParse({
    page: fieldOf(request, 'page'),
    name: fieldOf(request, 'name'),
    asks: Object.fromEntries(new URLSearchParams(fieldOf(request, 'asks'))),
    ...defined({ sharedWith: role === undefined ? undefined : { programme, role } }),
  })
  return data
}

const kept = (
  parts: ApiParts,
  { request, read }: { readonly request: FastifyRequest; readonly read: z.output<typeof SavedViewRequest> },
): Promise<HttpAnswer> => {
  const id = z.uuid().catch(onceOf(request)).parse(fieldOf(request, 'id'))
  return answerTo(askOfForm(request, { once: id, body: read }), async () =>
    answerOf(SavedViewResponse, {
      status: 200,
      value: await keepView(parts, { person: request.person, id, request: read }),
    }),
  )
}

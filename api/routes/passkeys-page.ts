import { z } from 'zod'
import { passkeysContent } from '../../web/work/passkeys.js'
import { PasskeyParams } from '../contract/passkeys.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { passkeyPlaceOf } from '../passkeys/place.js'
import { mayKeepKeys, mustKeepKeys, passkeysSeen, removePasskey } from '../passkeys/passkeys.js'
import { problemBody, ProblemError } from '../problems.js'
import { asPage } from '../workplace/faces.js'
import { askOfForm, fieldOf, onceOf } from '../workplace/form-as-write.js'
import { addOwnForm } from '../workplace/own-form.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

const url = '/passkeys'

/** One's passkeys as a page (0073): a script makes them, and a plain form removes them. */
export const addPasskeysPage = (app: ApiApp, parts: ApiParts): void => {
  const look = { constraints: asPage, schema: pageAsks({ told: z.enum(['made', 'removed']).optional() }) }
  app.get(url, look, async (request, reply) => show(parts, { request, reply, told: request.query.told }))
  addOwnForm(app, {
    path: url,
    params: z.object({}),
    constraints: asPage,
    take: async ({ request, reply }) => {
      try {
        mustKeepKeys(parts, request)
        await removePasskey(parts, { person: request.person, ...PasskeyParams.parse({ id: fieldOf(request, 'id') }) })
        return reply.redirect(`${url}?told=removed`, 303)
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        const { setting } = askOfForm(request, { once: onceOf(request), body: null })
        const { status, detail: says, next } = problemBody(error.no, setting)
        return show(parts, { request, reply: reply.code(status), told: { says, next } })
      }
    },
  })
}

type Showing = Pick<Parameters<typeof showPage>[1], 'request' | 'reply'> & {
  readonly told: Parameters<typeof passkeysContent>[0]['told']
}

const show = (parts: ApiParts, { request, reply, told }: Showing) =>
  showPage(parts, {
    request,
    reply,
    content: async (frame) =>
      passkeysContent(
        {
          items: await passkeysSeen(parts, request.person),
          mayAct: mayKeepKeys(parts, request),
          hasPlace: passkeyPlaceOf(parts) !== undefined,
          told,
        },
        frame,
      ),
  })

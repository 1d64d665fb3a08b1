import { accountKeptContent } from '../../web/work/account-kept.js'
import { accountContent } from '../../web/work/account.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { accountShown, keptOfMe } from '../workplace/account.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

/** Somebody's own page, and what is kept of him or her. */
export const addAccountPages = (app: ApiApp, parts: ApiParts): void => {
  const schema = pageAsks({})
  app.get('/account', { schema }, async (request, reply) => {
    const { person } = request
    return showPage(parts, {
      request,
      reply,
      room: 'work',
      content: async (frame) => accountContent(await accountShown(parts, { person, frame }), frame.locale),
    })
  })
  app.get('/account/kept', { schema }, async (request, reply) => {
    const { person } = request
    return showPage(parts, {
      request,
      reply,
      room: 'work',
      content: async (frame) =>
        accountKeptContent(
          { programme: frame.rehearsalHere, kept: await keptOfMe(parts, { person, frame }) },
          frame.locale,
        ),
    })
  })
}

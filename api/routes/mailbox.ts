import { z } from 'zod'
import { listMailbox, readMailboxMessage } from '../../db/reads/mailbox.js'
import { PageQuery } from '../contract/page.js'
import { MailboxMessagesResponse } from '../contract/paper.js'
import { locale } from '../contract/scalars.js'
import { localeOf } from '../language.js'
import { mailboxPage, messagePage } from '../pages/mailbox-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { pageView } from '../views/page-view.js'
import { givePage } from '../pages/page.js'
import { PageOfPeopleQuery } from './pages.js'
import { problems } from './responses.js'

const MessageParams = z.strictObject({ id: z.coerce.number().int().min(1).max(2_147_483_647) })
const LanguageQuery = z.strictObject({ lang: locale.optional() })

/** The letters of a trial, for whoever plays it. Without the mailbox there is nothing of this. */
export const addMailbox = (app: ApiApp, { db, config }: ApiParts): void => {
  if (config.MAILBOX_SMTP_PORT === undefined) return
  const open = { config: { open: true } }
  const list = { querystring: PageQuery, response: { 200: MailboxMessagesResponse, ...problems }, tags: ['papers'] }
  app.get(
    '/mailbox-messages',
    { ...open, schema: { ...list, security: [], summary: 'Letters of a trial' } },
    async (request) =>
      pageView(await listMailbox(db, request.query), ({ id, receivedAt, from, to, subject }) => ({
        id: String(id),
        receivedAt,
        from,
        to,
        subject,
      })),
  )
  app.get('/mailbox', { ...open, schema: { querystring: PageOfPeopleQuery, hide: true } }, async (request, reply) => {
    const { lang = localeOf(request.headers['accept-language']), after } = request.query
    return givePage(reply, mailboxPage(await listMailbox(db, { after, limit: 50 }), lang))
  })
  const one = { params: MessageParams, querystring: LanguageQuery, hide: true }
  app.get('/mailbox/:id', { ...open, schema: one }, async (request, reply) => {
    const { lang = localeOf(request.headers['accept-language']) } = request.query
    const message = await readMailboxMessage(db, { id: request.params.id })
    if (message === undefined) throw notFound(`message ${request.params.id}`)
    return givePage(reply, messagePage(message, lang))
  })
}

import { z } from 'zod'
import { listMailbox, readMailboxMessage } from '../../db/reads/mailbox.js'
import { mailboxContent, messageContent } from '../../web/work/mailbox.js'
import { pageFields, PageQuery } from '../contract/page.js'
import { MailboxMessagesResponse } from '../contract/paper.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { pageView } from '../views/page-view.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { problems } from './responses.js'

const MessageParams = z.strictObject({ id: z.coerce.number().int().min(1).max(2_147_483_647) })

/** The letters of a trial, for whoever plays it. Without the mailbox there is nothing of this. */
export const addMailbox = (app: ApiApp, parts: ApiParts): void => {
  const { db, config } = parts
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
  const page = { ...open, schema: pageAsks({ after: pageFields.after }) }
  app.get('/mailbox', page, async (request, reply) => {
    const messages = await listMailbox(db, { after: request.query.after, limit: 50 })
    return showPage(parts, { request, reply, content: ({ locale }) => mailboxContent(messages, locale) })
  })
  const one = { ...open, schema: { ...pageAsks({}), params: MessageParams } }
  app.get('/mailbox/:id', one, async (request, reply) => {
    const message = await readMailboxMessage(db, { id: request.params.id })
    if (message === undefined) throw notFound(`message ${request.params.id}`)
    return showPage(parts, { request, reply, content: ({ locale }) => messageContent(message, locale) })
  })
}

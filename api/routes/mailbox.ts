import { z } from 'zod'
import { listMailbox, readMailboxMessage } from '../../db/reads/mailbox.js'
import { listProgrammes } from '../../db/reads/programmes.js'
import { defined } from '../../domain/values/defined.js'
import type { WorkFrame } from '../../web/work/model.js'
import { mailboxContent, messageContent } from '../../web/work/mailbox.js'
import { pageFields } from '../contract/page.js'
import { MailboxMessagesResponse, MailboxQuery } from '../contract/paper.js'
import { text } from '../contract/scalars.js'
import { everyPage } from '../every-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { pageView } from '../views/page-view.js'
import { withoutEmpty } from '../workplace/without-empty.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { problems } from './responses.js'

const MessageParams = z.strictObject({ id: z.coerce.number().int().min(1).max(2_147_483_647) })

/** The letters of a trial, for whoever plays it. Without the mailbox there is nothing of this. */
export const addMailbox = (app: ApiApp, parts: ApiParts): void => {
  const { db, config } = parts
  if (config.MAILBOX_SMTP_PORT === undefined) return
  const open = { config: { open: true } }
  const shown = { config: { open: true, knows: true } }
  const list = { querystring: MailboxQuery, response: { 200: MailboxMessagesResponse, ...problems }, tags: ['papers'] }
  app.get(
    '/mailbox-messages',
    { ...open, schema: { ...list, security: [], summary: 'Letters of a trial' } },
    async (request) =>
      pageView(await listMailbox(db, inWorld(request.query)), ({ id, receivedAt, from, to, subject }) => ({
        id: String(id),
        receivedAt,
        from,
        to,
        subject,
      })),
  )
  const page = {
    ...shown,
    schema: pageAsks({ after: pageFields.after, q: text({ max: 100 }).optional() }),
    preValidation: withoutEmpty,
  }
  app.get('/mailbox', page, async (request, reply) => {
    const { after, programme, q } = request.query
    const [messages, worlds] = await Promise.all([
      listMailbox(db, { after, limit: 50, world: { programme }, q }),
      worldsOfMail(db),
    ])
    const content = ({ locale }: WorkFrame) => mailboxContent({ ...messages, worlds, programme, q }, locale)
    return showPage(parts, { request, reply, content })
  })
  const one = { ...shown, schema: { ...pageAsks({}), params: MessageParams } }
  app.get('/mailbox/:id', one, async (request, reply) => {
    const message = await readMailboxMessage(db, { id: request.params.id })
    if (message === undefined) throw notFound(`message ${request.params.id}`)
    const worlds = await worldsOfMail(db)
    const content = ({ locale }: WorkFrame) => messageContent({ message, worlds }, locale)
    return showPage(parts, { request, reply, content })
  })
}

const inWorld = ({ programme, ...page }: z.output<typeof MailboxQuery>) => ({
  ...page,
  ...defined({ world: programme === undefined ? undefined : { programme } }),
})

/** The rehearsals there are: their letters stand among no others. */
const worldsOfMail = async (db: ApiParts['db']) =>
  (await everyPage((page) => listProgrammes(db, { ...page, rehearsals: true }))).map(({ id, label }) => ({ id, label }))

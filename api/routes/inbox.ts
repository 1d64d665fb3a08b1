import { PageOfProgrammeQuery } from '../contract/page.js'
import { InboxResponse } from '../contract/step.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { inboxSeen } from '../views/inbox.js'
import { problems } from './responses.js'

/** What waits for the person of the token, with why, until when, and how many working days are left. */
export const addInbox = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    querystring: PageOfProgrammeQuery,
    response: { 200: InboxResponse, ...problems },
    tags: ['steps'],
    summary: 'Inbox',
  }
  app.get('/inbox', { schema }, ({ person, query }) => inboxSeen(parts, { person, ...query }))
}

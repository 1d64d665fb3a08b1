import { readBase } from '../../db/reads/bases.js'
import { inboxOf } from '../../db/reads/steps.js'
import { PageQuery } from '../contract/page.js'
import { InboxResponse } from '../contract/step.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { namesByKind } from '../views/base-view.js'
import { inboxView, stepSetting } from '../views/step-view.js'
import { problems } from './responses.js'

/** What waits for the person of the token, the most urgent first. */
export const addInbox = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    querystring: PageQuery,
    response: { 200: InboxResponse, ...problems },
    tags: ['steps'],
    summary: 'Inbox',
  }
  app.get('/inbox', { schema }, async (request) => {
    const now = parts.clock()
    const page = await inboxOf(parts.db, { person: request.person, now: now.toISOString(), ...request.query })
    const settings = await settingsOf(parts, [...new Set(page.items.map(({ base }) => base))])
    const items = page.items.flatMap((step) => {
      const setting = settings.get(step.base)
      if (setting === undefined) return []
      const { name } = namesByKind(setting.base.names, setting.base.cluster)
      return [inboxView(step, { setting, names: { name }, now })]
    })
    return { items, next: page.next }
  })
}

const settingsOf = async (parts: ApiParts, bases: readonly string[]) => {
  const settings = await Promise.all(
    bases.map(async (id) => {
      const base = await readBase(parts.db, { id })
      return base === undefined ? [] : [[id, await stepSetting(parts, base)] as const]
    }),
  )
  return new Map(settings.flat())
}

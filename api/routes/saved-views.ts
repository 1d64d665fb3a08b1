import { z } from 'zod'
import {
  SavedViewParams,
  SavedViewRequest,
  SavedViewResponse,
  SavedViewsQuery,
  SavedViewsResponse,
} from '../contract/saved-views.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { dropView, keepView, savedViewsSeen } from '../saved-views/saved-views.js'
import { problems } from './responses.js'

const one = '/saved-views/:id'
const tags = ['bases']

/** Saved views (0071): what somebody asks a list for again and again, kept for the person and, by choice, shown to one role. */
export const addSavedViews = (app: ApiApp, parts: ApiParts): void => {
  const list = {
    querystring: SavedViewsQuery,
    response: { 200: SavedViewsResponse, ...problems },
    tags,
    summary: 'Saved views',
  }
  app.get('/saved-views', { schema: list }, async ({ person, query }) => ({
    items: await savedViewsSeen(parts, { person, ...query }),
  }))
  const keep = {
    params: SavedViewParams,
    body: SavedViewRequest,
    response: { 200: SavedViewResponse, ...problems },
    tags,
    summary: 'Save a view',
    description: 'Under an id of your own making, so that a repeat changes nothing; what stood under it is replaced.',
  }
  app.put(one, { schema: keep }, ({ person, params: { id }, body: request }) =>
    keepView(parts, { person, id, request }),
  )
  const drop = {
    params: SavedViewParams,
    response: { 204: z.null().describe('Removed.'), ...problems },
    tags,
    summary: 'Remove a view',
  }
  app.delete(one, { schema: drop }, async ({ person, params: { id } }, reply) => {
    await dropView(parts, { person, id })
    return reply.code(204).send(null)
  })
}

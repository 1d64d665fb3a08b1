import { z } from 'zod'
import { searchContent } from '../../web/work/search.js'
import { SearchQuery, SearchResponse } from '../contract/search.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { searched } from '../views/search.js'
import { asPage } from '../workplace/faces.js'
import { withoutEmpty } from '../workplace/without-empty.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { problems } from './responses.js'

/** Bases, people and papers by a few words: for programs, and as the page that the field on every page leads to. */
export const addSearch = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    querystring: SearchQuery,
    response: { 200: SearchResponse, ...problems },
    tags: ['bases'],
    summary: 'Search',
  }
  app.get('/search', { schema }, ({ person, query }) => searched(parts, { person, ...query }))
  const look = {
    constraints: asPage,
    schema: pageAsks({ q: z.string().max(100).optional(), programme: SearchQuery.shape.programme }),
    preValidation: withoutEmpty,
  }
  app.get('/search', look, async (request, reply) => {
    const { person, query } = request
    const q = (query.q ?? '').trim()
    const found = q === '' ? undefined : await searched(parts, { person, q, programme: query.programme })
    return showPage(parts, { request, reply, content: ({ locale }) => searchContent({ q, found }, locale) })
  })
}

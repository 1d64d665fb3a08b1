import { z } from 'zod'
import {
  BaseCountsQuery,
  BaseCountsResponse,
  BaseParams,
  BaseResponse,
  BaseSpansResponse,
  BasesQuery,
  BasesTableQuery,
  BasesResponse,
} from '../contract/base.js'
import { PageQuery } from '../contract/page.js'
import { DocumentsResponse } from '../contract/paper.js'
import { StepsQuery, StepsResponse } from '../contract/step.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { baseSeen, papersSeen, stepsSeen } from '../views/base-seen.js'
import { basesTable } from '../views/bases-table.js'
import { basesCounted, basesSeen, spansSeen } from '../views/bases-seen.js'
import { problems } from './responses.js'

const tags = ['bases']
const csv = { description: 'A table with a head.', content: { 'text/csv': { schema: z.any() } } }

/** The bases a person may see, in a list and one by one. */
export const addBases = (app: ApiApp, parts: ApiParts): void => {
  const list = { querystring: BasesQuery, response: { 200: BasesResponse, ...problems }, tags, summary: 'Bases' }
  app.get('/bases', { schema: list }, async ({ person, query: { after, limit, sort, ...filter } }) =>
    basesSeen(parts, { person, filter, page: { after, limit, sort } }),
  )
  const counts = { querystring: BaseCountsQuery, response: { 200: BaseCountsResponse, ...problems }, tags }
  app.get('/bases/counts', { schema: { ...counts, summary: 'Bases by stage' } }, async ({ person, query: filter }) =>
    basesCounted(parts, { person, filter }),
  )
  const spans = { querystring: BasesQuery, response: { 200: BaseSpansResponse, ...problems }, tags }
  app.get('/bases/spans', { schema: { ...spans, summary: 'Bases in time' } }, async ({ person, query }) => {
    const { after, limit, sort, ...filter } = query
    return spansSeen(parts, { person, filter, page: { after, limit, sort } })
  })
  const table = {
    querystring: BasesTableQuery,
    response: { 200: csv, ...problems },
    tags,
    summary: 'Bases as a table',
  }
  app.get('/bases/table.csv', { schema: table }, async ({ person, query: { sort, ...filter } }, reply) =>
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="bases.csv"')
      .header('cache-control', 'private, no-store')
      .send(await basesTable(parts, { person, filter, sort })),
  )
  const one = { params: BaseParams, response: { 200: BaseResponse, ...problems }, tags, summary: 'A base' }
  app.get('/bases/:id', { schema: one }, ({ person, params: { id: base } }) => baseSeen(parts, { person, base }))
  const steps = {
    params: BaseParams,
    querystring: StepsQuery,
    response: { 200: StepsResponse, ...problems },
    tags: ['steps'],
  }
  app.get(
    '/bases/:id/steps',
    { schema: { ...steps, summary: 'Steps of a base' } },
    ({ person, params: { id: base }, query }) => stepsSeen(parts, { person, base, query }),
  )
}

/** Which papers came of a base. */
export const addRecords = (app: ApiApp, parts: ApiParts): void => {
  const list = { params: BaseParams, querystring: PageQuery }
  const documents = {
    ...list,
    response: { 200: DocumentsResponse, ...problems },
    tags: ['papers'],
    summary: 'Documents',
  }
  app.get('/bases/:id/documents', { schema: documents }, ({ person, params: { id: base }, query }) =>
    papersSeen(parts, { person, base, query }),
  )
}

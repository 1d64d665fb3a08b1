import { listDocuments, voidedOrdersOf } from '../../db/reads/documents.js'
import { interestsIn } from '../../db/reads/interests.js'
import { listSteps } from '../../db/reads/steps.js'
import { documentKinds } from '../../domain/document-kind.js'
import { seenBase } from '../auth/seen-base.js'
import {
  BaseCountsQuery,
  BaseCountsResponse,
  BaseParams,
  BaseResponse,
  BaseSpansResponse,
  BasesQuery,
  BasesResponse,
} from '../contract/base.js'
import { PageQuery } from '../contract/page.js'
import { DocumentsResponse } from '../contract/paper.js'
import { StepsQuery, StepsResponse } from '../contract/step.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { baseDetail } from '../views/base-view.js'
import { basesCounted, basesSeen, spansSeen } from '../views/bases-seen.js'
import { pageView } from '../views/page-view.js'
import { stepsUnseen } from '../views/steps-unseen.js'
import { stepSetting, stepView } from '../views/step-view.js'
import { problems } from './responses.js'

const tags = ['bases']

/** The bases a person may see, in a list and one by one. */
export const addBases = (app: ApiApp, parts: ApiParts): void => {
  const { db, clock } = parts
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
  const one = { params: BaseParams, response: { 200: BaseResponse, ...problems }, tags, summary: 'A base' }
  app.get('/bases/:id', { schema: one }, async (request) => {
    const { found, sight } = await seenBase(parts, { person: request.person, base: request.params.id })
    const declared = await interestsIn(db, { base: found.id })
    const interests = declared.flatMap(({ isOfPlace, ...one }) => {
      const side = isOfPlace ? 'partner' : 'programme'
      return sight.sees({ kind: 'interest', person: one.person, side }) === 'whole' ? [one] : []
    })
    return baseDetail(found, { now: clock(), sees: sight.sees, interests })
  })
  const steps = {
    params: BaseParams,
    querystring: StepsQuery,
    response: { 200: StepsResponse, ...problems },
    tags: ['steps'],
  }
  app.get('/bases/:id/steps', { schema: { ...steps, summary: 'Steps of a base' } }, async (request) => {
    const { found: base, sight } = await seenBase(parts, { person: request.person, base: request.params.id })
    const [setting, page] = await Promise.all([
      stepSetting(parts, { base, sight }),
      listSteps(db, { base: base.id, without: stepsUnseen(sight), ...request.query }),
    ])
    return pageView(page, (step) => stepView(step, setting))
  })
}

/** Which papers came of a base. */
export const addRecords = (app: ApiApp, parts: ApiParts): void => {
  const { db } = parts
  const list = { params: BaseParams, querystring: PageQuery }
  const documents = {
    ...list,
    response: { 200: DocumentsResponse, ...problems },
    tags: ['papers'],
    summary: 'Documents',
  }
  app.get('/bases/:id/documents', { schema: documents }, async (request) => {
    const { found, sight } = await seenBase(parts, { person: request.person, base: request.params.id })
    const among = documentKinds.filter((paper) => sight.sees({ kind: 'paper', paper }) === 'whole')
    const page = await listDocuments(db, { base: found.id, among, ...request.query })
    const voided = await voidedOrdersOf(db, { base: found.id })
    return pageView(page, (paper) => ({ ...paper, voided: voided.has(paper.order) }))
  })
}

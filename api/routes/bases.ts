import { listBases } from '../../db/reads/bases.js'
import { listLetters } from '../../db/reads/letters.js'
import { seenBy, sightOf, sightOn } from '../auth/sight.js'
import { BaseParams, BaseResponse, BasesQuery, BasesResponse } from '../contract/base.js'
import { PageQuery } from '../contract/page.js'
import { DocumentsResponse, LettersResponse } from '../contract/paper.js'
import { StepsQuery, StepsResponse } from '../contract/step.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { baseSeen, papersSeen, seenBaseOf, stepsSeen } from '../views/base-seen.js'
import { baseSummary } from '../views/base-view.js'
import { asRead, pageView } from '../views/page-view.js'
import { stepsUnseen } from '../views/steps-unseen.js'
import { problems } from './responses.js'

const tags = ['bases']

/** The bases a person may see, in a list and one by one. */
export const addBases = (app: ApiApp, parts: ApiParts): void => {
  const { db, clock } = parts
  const list = { querystring: BasesQuery, response: { 200: BasesResponse, ...problems }, tags, summary: 'Bases' }
  app.get('/bases', { schema: list }, async (request) => {
    const sight = await sightOf(parts, request.person)
    const page = await listBases(db, { ...request.query, ...seenBy(sight) })
    return pageView(page, (base) =>
      baseSummary(base, { now: clock(), sees: sightOn(sight, { person: request.person, base: base.id }).sees }),
    )
  })
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

/** Which papers and letters came of a base. */
export const addRecords = (app: ApiApp, parts: ApiParts): void => {
  const { db } = parts
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
  const letters = { ...list, response: { 200: LettersResponse, ...problems }, tags: ['papers'], summary: 'Letters' }
  app.get('/bases/:id/letters', { schema: letters }, async (request) => {
    const { person } = request
    const { found, sight } = await seenBaseOf(parts, { person, base: request.params.id })
    const isAll = sight.sees({ kind: 'letter', person: null, side: 'programme' }) === 'whole'
    const forPlace = isAll ? undefined : { or: person }
    const asked = { base: found.id, forPlace, without: { keys: stepsUnseen(sight), or: person } }
    return pageView(await listLetters(db, { ...asked, ...request.query }), asRead)
  })
}

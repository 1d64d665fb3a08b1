import type { BaseId } from '../../domain/ids.js'
import { timesOfBase } from '../asking/times.js'
import { exhibitSight } from '../uploads/exhibit-sight.js'
import { mustSeeBase, seenBy, sightOf, sightOn } from '../auth/sight.js'
import { asOfBase, portfolioAt } from '../asking/as-of.js'
import { askedMoment } from '../asking/asked-moment.js'
import { diffOfBase } from '../asking/diff.js'
import {
  AsOfQuery,
  AsOfResponse,
  DiffQuery,
  DiffResponse,
  PortfolioQuery,
  PortfolioResponse,
  TimesResponse,
} from '../contract/asking.js'
import { BaseParams } from '../contract/base.js'
import { ProgrammeParams } from '../contract/programme.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { programmePlace } from '../programme-place.js'
import { problems } from './responses.js'

const tags = ['asking']

/** The past as it can be asked for: one base, or all bases of a programme, on a date (14.25). */
export const addAsOf = (app: ApiApp, parts: ApiParts): void => {
  const asOf = {
    params: BaseParams,
    querystring: AsOfQuery,
    response: { 200: AsOfResponse, ...problems },
    tags,
    summary: 'A base as of a date',
  }
  app.get('/bases/:id/as-of', { schema: asOf }, async (request) => {
    const { id: base } = request.params
    const { on, by } = request.query
    const sight = await mustSeeBase(parts, { person: request.person, base })
    const seesExhibit = await exhibitSight(parts, { base, person: request.person })
    return asOfBase(parts.db, { base, moment: askedMoment(on, by), sight, seesExhibit })
  })
  const portfolio = {
    params: ProgrammeParams,
    querystring: PortfolioQuery,
    response: { 200: PortfolioResponse, ...problems },
    tags,
    summary: 'All bases of a programme as of a date',
  }
  app.get('/programmes/:programme/portfolio', { schema: portfolio }, async (request) => {
    const { programme } = request.params
    const { on, by, ...page } = request.query
    await programmePlace(parts, programme)
    const sight = await sightOf(parts, request.person)
    const seesIn = (base: BaseId) => sightOn(sight, { person: request.person, base })
    return portfolioAt(parts.db, { programme, ...seenBy(sight), ...page, moment: askedMoment(on, by), seesIn })
  })
}

/** What became different of a base, and by whom (8.13); and how long everything took. */
export const addDiff = (app: ApiApp, parts: ApiParts): void => {
  const diff = {
    params: BaseParams,
    querystring: DiffQuery,
    response: { 200: DiffResponse, ...problems },
    tags,
    summary: 'What changed of a base between two dates',
  }
  app.get('/bases/:id/diff', { schema: diff }, async (request) => {
    const { id: base } = request.params
    const { from, to, by } = request.query
    const sight = await mustSeeBase(parts, { person: request.person, base })
    return diffOfBase(parts.db, { base, sight, moments: [askedMoment(from, by), askedMoment(to, by)] })
  })
  const times = { params: BaseParams, response: { 200: TimesResponse, ...problems }, tags }
  app.get('/bases/:id/times', { schema: { ...times, summary: 'How long each stage took' } }, async (request) => {
    const { id: base } = request.params
    const { sees } = await mustSeeBase(parts, { person: request.person, base })
    return timesOfBase(parts.db, { base, wall: parts.clock(), sees })
  })
}

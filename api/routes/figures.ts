import { readBase } from '../../db/reads/bases.js'
import { readBaseline, readReport } from '../../db/reads/figures.js'
import { mustSeeBase } from '../auth/sight.js'
import { BaseParams } from '../contract/base.js'
import { FiguresQuery, FiguresResponse } from '../contract/figures.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { figuresView } from '../views/figures-view.js'
import { readPinned } from '../views/pinned-procedure.js'
import { problems } from './responses.js'

/** The indicators of a base, read from its ledger. */
export const addFigures = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: BaseParams,
    querystring: FiguresQuery,
    response: { 200: FiguresResponse, ...problems },
    tags: ['bases'],
    summary: 'Indicators of a base',
  }
  app.get('/bases/:id/figures', { schema }, async (request) => {
    const { db } = parts
    const base = request.params.id
    const { year } = request.query
    const [found] = await Promise.all([
      readBase(db, { id: base }),
      mustSeeBase(parts, { person: request.person, base }),
    ])
    if (found === undefined) throw notFound(`base ${base}`)
    const [procedure, baseline, reported] = await Promise.all([
      readPinned(parts, found),
      readBaseline(db, { base }),
      year === undefined ? undefined : readReport(db, { base, year }),
    ])
    const months = procedure.settings.limits.evidenceMonths
    return figuresView({ base, year, baseline: baseline ?? [], reported, months })
  })
}

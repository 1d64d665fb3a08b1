import { readBase } from '../../db/reads/bases.js'
import { readBaseline, readReport } from '../../db/reads/figures.js'
import { mustSeeBase } from '../auth/sight.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { proposedScore } from '../../domain/gicc/yearly-review/proposed-score.js'
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
    const [procedure, state, baseline, reported] = await Promise.all([
      readPinned(parts, found),
      baseStateOf(db, found),
      readBaseline(db, { base }),
      year === undefined ? undefined : readReport(db, { base, year }),
    ])
    const months = procedure.settings.limits.evidenceMonths
    // What the figures say is worked out for the review that runs: of one that is over its letter tells.
    const isRunning = state?.stage?.year !== undefined && state.stage.year === year
    const score = isRunning ? proposedScore(state, procedure) : undefined
    return figuresView({ base, year, baseline: baseline ?? [], reported, months, score })
  })
}

import type { BaseId, PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { readBase } from '../../db/reads/bases.js'
import { readBaseline, readReport, readTreatedGates } from '../../db/reads/figures.js'
import { mustSeeBase } from '../auth/sight.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import type { TreatedGate } from '../../domain/facts.js'
import { gateReadings, type GateReading } from '../../domain/gates.js'
import type { Procedure } from '../../domain/procedure.js'
import type { BaseState } from '../../domain/state.js'
import { agreedSet } from '../../domain/gicc/launch/baseline-facts.js'
import { valuesOf } from '../../domain/judge/review-ground.js'
import { defined } from '../../domain/values/defined.js'
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
  app.get('/bases/:id/figures', { schema }, ({ person, params: { id: base }, query: { year } }) =>
    figuresSeen(parts, { person, base, year }),
  )
}

interface Asked extends z.output<typeof FiguresQuery> {
  readonly person: PersonId
  readonly base: BaseId
}

/** The indicators of a base as one person may read them. */
export const figuresSeen = async (
  parts: ApiParts,
  { person, base, year }: Asked,
): Promise<z.output<typeof FiguresResponse>> => {
  const { db } = parts
  const [found, sight] = await Promise.all([readBase(db, { id: base }), mustSeeBase(parts, { person, base })])
  if (found === undefined) throw notFound(`base ${base}`)
  const [procedure, state, baseline, reported, treated] = await Promise.all([
    readPinned(parts, found),
    baseStateOf(db, found),
    readBaseline(db, { base }),
    year === undefined ? undefined : readReport(db, { base, year }),
    readTreatedGates(db, { base }),
  ])
  const months = procedure.settings.limits.evidenceMonths
  // What the figures say is worked out for the review that runs: of one that is over its letter tells.
  const isRunning = state?.stage?.year !== undefined && state.stage.year === year
  const isInside = sight.sees({ kind: 'inner' }) === 'whole'
  const settled = isRunning && isInside ? valuesOf(state, procedure) : undefined
  const score = isRunning && isInside ? proposedScore(state, procedure) : undefined
  const gates = isInside ? gatesAs({ treated, state, procedure }) : undefined
  const agreed = agreedSet({ baseline: baseline ?? [], ...defined({ settled: state?.facts.settled }) })
  return figuresView({ base, year, baseline: baseline ?? [], agreed, reported, settled, months, score, gates })
}

interface GatesRead {
  readonly treated: readonly TreatedGate[] | undefined
  readonly state: BaseState | undefined
  readonly procedure: Pick<Procedure, 'settings'>
}

/** Each gate with what was declared and what was accepted, once an officer has read them (1.5a). */
const gatesAs = ({ treated, state, procedure }: GatesRead): readonly GateReading[] => {
  const dossier = state?.facts.dossier
  return dossier === undefined || treated === undefined ? [] : gateReadings({ dossier, treated }, procedure.settings)
}

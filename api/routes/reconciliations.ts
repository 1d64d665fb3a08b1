import { setTimeout as pause } from 'node:timers/promises'
import { readBase } from '../../db/reads/bases.js'
import { listReconciliations, reconcile, type KeptReconciliation } from '../../db/reads/reconciliations.js'
import { divergenceInWords, type Divergence } from '../../domain/divergence.js'
import { mustSeeWitnesses } from '../auth/must-hold.js'
import { PageQuery } from '../contract/page.js'
import { ProgrammeParams } from '../contract/programme.js'
import { ReconciliationQuery, ReconciliationResponse, ReconciliationsResponse } from '../contract/reconciliation.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import { historyReaders } from '../temporal/history-readers.js'
import { pageView } from '../views/page-view.js'
import { problems } from './responses.js'

const tags = ['evidence']
/** How long what is under way at the first look has to come to its end before the second. */
const courtesyMs = 1_000

/** The two witnesses: what the hourly comparison has found, and a comparison made now, which is kept nowhere. */
export const addReconciliations = (app: ApiApp, parts: ApiParts): void => {
  const list = {
    params: ProgrammeParams,
    querystring: PageQuery,
    tags,
    summary: 'Ledger against histories, hour by hour',
    response: { 200: ReconciliationsResponse, ...problems },
  }
  app.get('/programmes/:programme/reconciliations', { schema: list }, async (request) => {
    const { programme } = request.params
    await mustSeeWitnesses(parts, { person: request.person, of: programme })
    return pageView(await listReconciliations(parts.db, { programme, ...request.query }), told)
  })
  const now = {
    params: ProgrammeParams,
    querystring: ReconciliationQuery,
    tags,
    summary: 'Ledger against histories, now',
    response: { 200: ReconciliationResponse, ...problems },
  }
  app.get('/programmes/:programme/reconciliation', { schema: now }, async (request) => {
    const { programme } = request.params
    const { base, whole } = request.query
    await programmePlace(parts, programme)
    await mustSeeWitnesses(parts, { person: request.person, of: programme })
    if (base !== undefined && (await readBase(parts.db, { id: base }))?.programme !== programme)
      throw notFound(`base ${base}`)
    request.about = base ?? ''
    const readers = historyReaders(parts, { whole })
    const report = await reconcile(parts.db, { programme, base, whole, readers, pause: () => pause(courtesyMs) })
    if (report === undefined) throw notFound(`programme ${programme}`)
    const { divergences, recovered } = report
    const madeAt = parts.clock().toISOString()
    return told({ ...report, madeAt, found: divergences.length, recovered: recovered.length })
  })
}

const told = ({ divergences, ...report }: KeptReconciliation) => ({
  ...report,
  divergences: divergences.slice(0, 200).map(inWords),
})

const inWords = (one: Divergence) => ({
  code: one.code,
  stream: one.stream,
  run: one.run ?? null,
  seq: one.seq ?? null,
  subject: one.subject ?? null,
  says: divergenceInWords(one),
})

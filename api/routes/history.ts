import { z } from 'zod'
import { inOneSnapshot } from '../../db/reads/dated-entries.js'
import type { HistoryFilter } from '../../db/reads/history.js'
import { askedMoment, firstMoment } from '../asking/asked-moment.js'
import { historyCsv } from '../asking/history-csv.js'
import { mustSeeBase } from '../auth/sight.js'
import { BaseParams } from '../contract/base.js'
import { HistoryQuery, HistoryResponse, HistoryTableQuery } from '../contract/history.js'
import { everyPage } from '../every-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { historySeen } from '../views/history-view.js'
import { asRead, pageView } from '../views/page-view.js'
import { problems } from './responses.js'

const tags = ['bases']
const csv = { description: 'A table with a head.', content: { 'text/csv': { schema: z.any() } } }

/** The ledger of a base: by page, and whole as a table, each filtered alike. */
export const addHistory = (app: ApiApp, parts: ApiParts): void => {
  const list = {
    ...{ params: BaseParams, querystring: HistoryQuery, response: { 200: HistoryResponse, ...problems }, tags },
    summary: 'Ledger of a base',
  }
  app.get('/bases/:id/history', { schema: list }, async (request) => {
    const { person } = request
    const base = request.params.id
    const sight = await mustSeeBase(parts, { person, base })
    const asked = { ...request.query, ...periodOf(request.query), reader: { base, person, sight } }
    return pageView(await inOneSnapshot(parts.db, (trx) => historySeen(trx, asked)), asRead)
  })
  const table = {
    ...{ params: BaseParams, querystring: HistoryTableQuery, response: { 200: csv, ...problems }, tags },
    summary: 'Ledger of a base as a table',
  }
  app.get('/bases/:id/history.csv', { schema: table }, async (request, reply) => {
    const { person } = request
    const base = request.params.id
    const sight = await mustSeeBase(parts, { person, base })
    const asked = { ...request.query, ...periodOf(request.query), reader: { base, person, sight } }
    const entries = await inOneSnapshot(parts.db, (trx) => everyPage((page) => historySeen(trx, { ...asked, ...page })))
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${base}-history.csv"`)
      .send(historyCsv(entries))
  })
}

/** The period in instants: from the first moment of its first date to the last of its last. */
const periodOf = ({ from, to }: HistoryFilter): Pick<HistoryFilter, 'from' | 'to'> => ({
  from: from === undefined ? undefined : firstMoment(from),
  to: to === undefined ? undefined : askedMoment(to, 'happened').at,
})

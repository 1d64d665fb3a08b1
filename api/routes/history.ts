import type { BaseId, PersonId } from '../../domain/ids.js'
import { z } from 'zod'
import { readBase } from '../../db/reads/bases.js'
import { inOneSnapshot } from '../../db/reads/dated-entries.js'
import type { HistoryFilter } from '../../db/reads/history.js'
import { mapPage, type Page } from '../../db/reads/page.js'
import type { LocalText } from '../../domain/locale.js'
import { askedPeriod } from '../asking/asked-moment.js'
import { historyCsv } from '../asking/history-csv.js'
import { historyPdf } from '../asking/history-sheet.js'
import { mustSeeBase } from '../auth/sight.js'
import { BaseParams } from '../contract/base.js'
import { HistoryQuery, HistoryResponse, HistorySheetQuery, HistoryTableQuery } from '../contract/history.js'
import { everyPage } from '../every-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { entryInWords } from '../views/entry-in-words.js'
import { historySeen, type ListedEntryView } from '../views/history-view.js'
import { namesBehind } from '../views/names-behind.js'
import { asRead, pageView } from '../views/page-view.js'
import { problems } from './responses.js'

const tags = ['bases']
const pdf = { description: 'The bytes.', content: { 'application/pdf': { schema: z.any() } } }
const csv = { description: 'A table with a head.', content: { 'text/csv': { schema: z.any() } } }

/** The ledger of a base by page, all of it or what a filter names. */
export const addHistory = (app: ApiApp, parts: ApiParts): void => {
  const list = {
    params: BaseParams,
    querystring: HistoryQuery,
    response: { 200: HistoryResponse, ...problems },
    tags,
    summary: 'Ledger of a base',
  }
  app.get('/bases/:id/history', { schema: list }, async (request) => {
    const { person, query } = request
    return pageView(await historyPage(parts, { person, base: request.params.id, query }), asRead)
  })
}

/** A page of the ledger of a base as somebody may see it, each entry in words. */
export const historyPage = async (
  parts: ApiParts,
  { person, base, query }: { person: PersonId; base: BaseId; query: z.output<typeof HistoryQuery> },
): Promise<Page<ListedEntryView & { readonly says: LocalText }>> => {
  const sight = await mustSeeBase(parts, { person, base })
  const { order, ...filter } = query
  const asked = { ...filter, ...askedPeriod(filter), newestFirst: order === 'newest', reader: { base, person, sight } }
  const page = await inOneSnapshot(parts.db, async (trx) => {
    if ((await readBase(trx, { id: base })) === undefined) throw notFound(`base ${base}`)
    return historySeen(trx, asked)
  })
  return mapPage(page, (entry) => ({ ...entry, says: entryInWords(entry) }))
}

/** The ledger of a base whole, filtered alike: as a table for a spreadsheet, and as a paper in one language. */
export const addHistoryFiles = (app: ApiApp, parts: ApiParts): void => {
  const table = {
    params: BaseParams,
    querystring: HistoryTableQuery,
    response: { 200: csv, ...problems },
    tags,
    summary: 'Ledger of a base as a table',
  }
  app.get('/bases/:id/history.csv', { schema: table }, async (request, reply) => {
    const { base, entries } = await wholeHistory(parts, {
      person: request.person,
      base: request.params.id,
      filter: request.query,
    })
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${base.id}-history.csv"`)
      .send(historyCsv(entries))
  })
  const sheet = {
    params: BaseParams,
    querystring: HistorySheetQuery,
    response: { 200: pdf, ...problems },
    tags,
    summary: 'Ledger of a base as a paper',
  }
  app.get('/bases/:id/history.pdf', { schema: sheet }, async (request, reply) => {
    const { language, ...filter } = request.query
    const whole = await wholeHistory(parts, { person: request.person, base: request.params.id, filter })
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="${whole.base.id}-history-${language}.pdf"`)
      .send(await historyPdf({ ...whole, filter, language, now: parts.clock() }))
  })
}

/** A base with all entries of its ledger that are as asked, as of one snapshot. */
const wholeHistory = async (
  parts: ApiParts,
  { person, base, filter }: { person: PersonId; base: BaseId; filter: HistoryFilter },
) => {
  const sight = await mustSeeBase(parts, { person, base })
  const asked = { ...filter, ...askedPeriod(filter), reader: { base, person, sight } }
  return inOneSnapshot(parts.db, async (trx) => {
    const found = await readBase(trx, { id: base })
    if (found === undefined) throw notFound(`base ${base}`)
    const entries = await everyPage((page) => historySeen(trx, { ...asked, ...page }))
    return { base: found, entries, behind: await namesBehind(trx, { programme: found.programme, entries, sight }) }
  })
}

import type { BaseId, PersonId } from '../../domain/ids.js'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { listExhibits, readExhibit } from '../../db/reads/exhibits.js'
import { readFile } from '../../db/writes/exhibit-files.js'
import { openFile } from '../../exhibits/whole-file.js'
import { exhibitMedia, isExhibitMedia } from '../../domain/exhibits/media.js'
import { defined } from '../../domain/values/defined.js'
import { BaseParams } from '../contract/base.js'
import { readBy } from '../contract/commands/entry.js'
import { exhibits as commands } from '../contract/commands/exhibits.js'
import { ExhibitParams, ExhibitResponse, ExhibitsResponse } from '../contract/exhibits.js'
import { PageQuery } from '../contract/page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { bringExhibit } from '../uploads/bring.js'
import { citationsOf } from '../uploads/citations.js'
import { exhibitSight } from '../uploads/exhibit-sight.js'
import { exhibitTexts } from '../uploads/exhibit-texts.js'
import { maskedExhibit, wholeExhibit } from '../views/exhibit-view.js'
import { todayOf } from '../views/today-of.js'
import { tableOf } from './from-table.js'
import { problems } from './responses.js'

const tags = ['exhibits']

/** What was brought to prove facts: who may read it is asked of one function for the list, the one and its file alike. */
export const addExhibits = (app: ApiApp, parts: ApiParts): void => {
  const list = { params: BaseParams, querystring: PageQuery, response: { 200: ExhibitsResponse, ...problems }, tags }
  app.get(
    '/bases/:id/exhibits',
    { schema: { ...list, summary: 'Exhibits of a base' } },
    async ({ person, params: { id: base }, query }) => exhibitsSeen(parts, { base, person, query }),
  )
  addOne(app, parts)
  addContent(app, parts)
}

interface AskedOf {
  readonly base: BaseId
  readonly person: PersonId
}

/** A page of what was brought for a base, as one person sees it. */
export const exhibitsSeen = async (
  parts: ApiParts,
  { base, person, query }: AskedOf & { readonly query: z.output<typeof PageQuery> },
): Promise<z.input<typeof ExhibitsResponse>> => {
  const sees = await exhibitSight(parts, { base, person })
  const { items, next } = await listExhibits(parts.db, { base, ...query })
  const texts = await exhibitTexts(
    parts,
    items.filter((row) => sees(row) === 'whole'),
  )
  const around = { today: await todayOf(parts, base), texts, reader: person }
  const shown = items.filter((row) => sees(row) !== 'none')
  return {
    items: shown.map((row) => (sees(row) === 'whole' ? wholeExhibit(row, around) : maskedExhibit(row, around))),
    next,
  }
}

/** One exhibit as one person sees it; one that is not for these eyes is answered as if there were none. */
export const exhibitSeen = async (
  parts: ApiParts,
  { base, person, exhibit }: AskedOf & { readonly exhibit: string },
): Promise<z.input<typeof ExhibitResponse>> => {
  const { row, form } = await seen(parts, { id: base, exhibit, person })
  const today = await todayOf(parts, base)
  if (form !== 'whole') return maskedExhibit(row, { today })
  const around = { today, texts: await exhibitTexts(parts, [row]), reader: person }
  const citedBy = await citationsOf(parts, { row, person, today })
  return { ...wholeExhibit(row, around), ...defined({ citedBy }) }
}

const addOne = (app: ApiApp, parts: ApiParts): void => {
  const one = { params: ExhibitParams, response: { 200: ExhibitResponse, ...problems }, tags, summary: 'An exhibit' }
  app.get('/bases/:id/exhibits/:exhibit', { schema: one }, async ({ person, params: { id: base, exhibit } }) =>
    exhibitSeen(parts, { base, person, exhibit }),
  )
}

const addContent = (app: ApiApp, parts: ApiParts): void => {
  const file = {
    params: ExhibitParams,
    response: { 200: anyBytes, ...problems },
    tags,
    summary: 'The file of an exhibit',
  }
  app.get('/bases/:id/exhibits/:exhibit/content', { schema: file }, async (request, reply) => {
    const { row, form } = await seen(parts, { ...request.params, person: request.person })
    if (form !== 'whole') throw notFound(`exhibit ${row.id}`)
    const kept = await readFile(parts.db, row.id)
    if (row.file_end !== null)
      throw new ProblemError({ code: 'exhibit_file_gone', detail: { exhibit: row.id, why: row.file_end } })
    const source = kept && (await openFile(parts.exhibits.store, kept))
    if (source === undefined) throw notFound(`exhibit ${row.id}`)
    const suffix = isExhibitMedia(row.media) ? exhibitMedia[row.media].suffix : 'bin'
    return reply
      .header('content-type', row.media)
      .header('content-length', source.size)
      .header('content-disposition', attachment({ id: row.id, name: kept?.fileName, suffix }))
      .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
      .send(Readable.from(source.stream(), { objectMode: false }))
  })
}

const anyBytes = { description: 'The bytes, as they were handed in.', content: { '*/*': { schema: z.any() } } }

/** The name it came under beside one that every system takes (RFC 6266). */
const attachment = ({ id, name, suffix }: { id: string; name: string | undefined; suffix: string }): string => {
  const plain = `attachment; filename="exhibit-${id}.${suffix}"`
  return name === undefined ? plain : `${plain}; filename*=UTF-8''${encoded(name)}`
}
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** One that is there and for the reader's eyes; any other is answered as if there were none. */
const seen = async (
  parts: ApiParts,
  { id: base, exhibit, person }: { readonly id: string; readonly exhibit: string; readonly person: PersonId },
) => {
  const sees = await exhibitSight(parts, { base, person })
  const row = await readExhibit(parts.db, { base, id: exhibit })
  const form = row === undefined ? 'none' : sees(row)
  if (row === undefined || form === 'none') throw notFound(`exhibit ${exhibit}`)
  return { row, form }
}

/** What people bring, and what the receiving officer makes of it. */
export const addExhibitActs = (app: ApiApp, parts: ApiParts): void => {
  const { route, allForBase } = tableOf(app, parts)
  const { bring_exhibit: bring, ...judged } = commands
  route(bring, async (request) => {
    const { params, body } = readBy(bring, request)
    return await bringExhibit(parts, { request, base: params.id, person: request.person, body })
  })
  allForBase(judged)
}

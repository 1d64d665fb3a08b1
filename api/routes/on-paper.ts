import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readScan } from '../../db/reads/scans.js'
import { noteScan } from '../../db/writes/scans.js'
import { plainDate } from '../../domain/calendar-date.js'
import { programmeOfBase, type BaseId, type PersonId } from '../../domain/ids.js'
import { offices } from '../../domain/role.js'
import { isScanMedia, scanMedia, scanSuffixes } from '../../domain/scan.js'
import { mustActAs } from '../auth/must-hold.js'
import { mustSeeBase } from '../auth/sight.js'
import { answerOf, give, type HttpAnswer } from '../commands/answer.js'
import { askOf } from '../commands/ask.js'
import { once } from '../commands/once.js'
import { WriteHeaders } from '../contract/answer.js'
import { BaseParams } from '../contract/base.js'
import { paper } from '../contract/commands/paper.js'
import { ScanParams, ScanResponse } from '../contract/on-paper.js'
import { scanLimitBytes } from '../limits.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { fileRefused, lookInto } from '../uploads/uploads.js'
import { sourceOf } from '../../exhibits/source.js'
import { brought } from './decisions.js'
import { tableOf } from './from-table.js'
import { problems } from './responses.js'
import { named } from './who.js'
import { defined } from '../../domain/values/defined.js'
import { namedPart } from '../named-part.js'

const tags = ['papers']
const allowed = scanMedia.join(', ')

/** Scans of what came on paper (R16): handed in as they are, read by the programme's own people alone. */
export const addScans = (app: ApiApp, parts: ApiParts): void => {
  void app.register(
    namedPart('on paper', async (room) => {
      room.removeAllContentTypeParsers()
      room.addContentTypeParser([...scanMedia], { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
      const schema = {
        params: BaseParams,
        headers: WriteHeaders,
        body: z.unknown(),
        tags,
        summary: 'Hand in a scan',
        response: { 201: ScanResponse, ...problems },
        consumes: [...scanMedia],
      }
      const options = { schema, bodyLimit: scanLimitBytes, config: { takes: allowed } }
      room.withTypeProvider<ZodTypeProvider>().post('/bases/:id/scans', options, async (request, reply) => {
        const base = request.params.id
        const ask = askOf(request)
        await mustReadScans(parts, { person: request.person, base })
        // What nobody may enter is not kept either (R16).
        const acts = { person: request.person, programme: programmeOfBase(base), roles: offices.handlesPaper }
        await mustActAs(parts, acts)
        const kept = () => keepScan(parts, { base, person: ask.person, bytes: request.body })
        return give(reply, await once(parts, { ask, stream: base, work: kept }))
      })
    }),
  )
  const reading = { params: ScanParams, response: { 200: scanned, ...problems }, tags, summary: 'A scan' }
  app.get('/bases/:id/scans/:sha256', { schema: reading }, async (request, reply) => {
    const { id: base, sha256 } = request.params
    await mustReadScans(parts, { person: request.person, base })
    const found = await readScan(parts.db, { base, sha256 })
    const bytes = found && (await parts.documents.get(sha256))
    if (found === undefined || bytes === undefined) throw notFound(`scan ${sha256}`)
    return reply
      .header('content-type', found.media)
      .header(
        'content-disposition',
        `attachment; filename="${base}-${sha256.slice(0, 16)}.${scanSuffixes[found.media]}"`,
      )
      .header('etag', `"${sha256}"`)
      .send(Buffer.from(bytes))
  })
}

const scanned = {
  description: 'The bytes, as they were handed in.',
  content: Object.fromEntries(scanMedia.map((media) => [media, { schema: z.any() }])),
}

const mustReadScans = async (parts: ApiParts, asked: { person: PersonId; base: BaseId }): Promise<void> => {
  const { sees } = await mustSeeBase(parts, asked)
  if (sees({ kind: 'scan' }) !== 'whole') throw new ProblemError({ code: 'not_permitted', detail: { of: 'our_side' } })
}

/** Looked into like every file that is handed in: a scan is opened by people too. */
const keepScan = async (
  parts: ApiParts,
  { base, person, bytes }: { base: BaseId; person: PersonId; bytes: unknown },
): Promise<HttpAnswer> => {
  if (!(bytes instanceof Uint8Array)) throw fileRefused('empty')
  const looked = await lookInto(parts, sourceOf(bytes))
  if (!looked.ok) throw fileRefused(looked.verdict)
  const { media } = looked.file
  if (!isScanMedia(media)) throw new ProblemError({ code: 'unsupported_media', detail: { got: media, allowed } })
  const { sha256, size } = await parts.documents.put(bytes)
  const at = parts.clock().toISOString()
  await noteScan(parts.db, { base, sha256, media, size, added_by: person, added_at: at })
  return answerOf(ScanResponse, { status: 201, value: { sha256, size, media } })
}

/** Acts that came on paper (R16): entered by one person, confirmed or turned away by another. */
export const addPaperActs = (app: ApiApp, parts: ApiParts): void => {
  const { forBase, allForBase } = tableOf(app, parts)
  forBase(
    paper.enter_paper,
    async (
      { params: { id: base, step }, body: { signatory: person, scan, option, signedOn, form: _, ...rest } },
      sender,
    ) => {
      const signatory = await named(parts, { by: sender, person, base })
      if ((await readScan(parts.db, { base, sha256: scan })) === undefined) throw notFound(`scan ${scan}`)
      const says = { option, signedOn: plainDate(signedOn), scan, ...brought(rest) }
      return ({ number, reason, form, text }) => {
        if (number === undefined) throw new Error('A paper bears a number: the contract asks for one.')
        return { type: 'enter_paper', step, signatory, number, ...says, ...defined({ reason, form, text }) }
      }
    },
  )
  forBase(
    paper.confirm_paper,
    async ({ params: { id: base, step }, body: { signatory: person, scan, seq } }, sender) => {
      const signatory = await named(parts, { by: sender, person, base })
      return () => ({ type: 'confirm_paper', step, signatory, scan, seq })
    },
  )
  allForBase({ refuse_paper: paper.refuse_paper })
}

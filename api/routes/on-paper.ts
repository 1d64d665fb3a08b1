import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readScan } from '../../db/reads/scans.js'
import { noteScan } from '../../db/writes/scans.js'
import { plainDate } from '../../domain/calendar-date.js'
import type { BaseCommand } from '../../domain/command.js'
import { scanMedia, scanMediaOf, scanSuffixes } from '../../domain/scan.js'
import { mustSeeBase } from '../auth/sight.js'
import { answerOf, give, type Answer } from '../commands/answer.js'
import { askOf } from '../commands/ask.js'
import { once } from '../commands/once.js'
import { toBase, type Kept } from '../commands/to-base.js'
import { AcceptedResponse, WriteHeaders } from '../contract/answer.js'
import { BaseParams } from '../contract/base.js'
import {
  PaperConfirmationRequest,
  PaperEntryRequest,
  PaperRefusalRequest,
  ScanParams,
  ScanResponse,
} from '../contract/on-paper.js'
import { StepParams } from '../contract/step.js'
import { scanLimitBytes } from '../limits.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { brought } from './decisions.js'
import { commandResponses, problems } from './responses.js'
import { named } from './who.js'

const tags = ['papers']
const allowed = scanMedia.join(', ')

/** Scans of what came on paper (R16): handed in as they are, read by the programme's own people alone. */
export const addScans = (app: ApiApp, parts: ApiParts): void => {
  void app.register(async (room) => {
    room.removeAllContentTypeParsers()
    room.addContentTypeParser([...scanMedia], { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    const schema = {
      ...{ params: BaseParams, headers: WriteHeaders, body: z.unknown(), tags, summary: 'Hand in a scan' },
      ...{ response: { 201: ScanResponse, ...problems }, consumes: [...scanMedia] },
    }
    const options = { schema, bodyLimit: scanLimitBytes, config: { takes: allowed } }
    room.withTypeProvider<ZodTypeProvider>().post('/bases/:id/scans', options, async (request, reply) => {
      const base = request.params.id
      const ask = askOf(request)
      await mustReadScans(parts, { person: request.person, base })
      const kept = () => keepScan(parts, { base, person: ask.person, bytes: request.body })
      return give(reply, await once(parts, { ask, stream: base, work: kept }))
    })
  })
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

const mustReadScans = async (parts: ApiParts, asked: { person: string; base: string }): Promise<void> => {
  const { isStaff } = await mustSeeBase(parts, asked)
  if (!isStaff) throw new ProblemError({ code: 'not_permitted', detail: { needs: 'a mandate of the programme' } })
}

const keepScan = async (
  { db, documents, clock }: ApiParts,
  { base, person, bytes }: { base: string; person: string; bytes: unknown },
): Promise<Answer> => {
  const media = bytes instanceof Uint8Array ? scanMediaOf(bytes) : undefined
  if (!(bytes instanceof Uint8Array) || media === undefined)
    throw new ProblemError({ code: 'unsupported_media', detail: { got: 'bytes that are none of these', allowed } })
  const { sha256, size } = await documents.put(bytes)
  await noteScan(db, { base, sha256, media, size, added_by: person, added_at: clock().toISOString() })
  return answerOf(ScanResponse, { status: 201, value: { sha256, size, media } })
}

const command = {
  ...{ headers: WriteHeaders, params: StepParams, response: commandResponses(AcceptedResponse), tags: ['steps'] },
}

/** Acts that came on paper (R16): entered by one person, confirmed or turned away by another. */
export const addPaperActs = (app: ApiApp, parts: ApiParts): void => {
  const path = '/bases/:id/steps/:step/papers'
  const entry = { ...command, body: PaperEntryRequest, summary: 'Enter an act that came on paper' }
  app.post(path, { schema: entry }, async (request, reply) => {
    const { id: base, step } = request.params
    const { signatory: person, scan, number, signedOn, option, ...rest } = request.body
    const signatory = await named(parts, { person, base })
    if ((await readScan(parts.db, { base, sha256: scan })) === undefined) throw notFound(`scan ${scan}`)
    const says = { option, signedOn: plainDate(signedOn), scan, ...brought(rest) }
    const packed = ({ number: kept }: Kept): BaseCommand => {
      if (kept === undefined) throw new Error('A paper bears a number: the contract asks for one.')
      return { type: 'enter_paper', step, signatory, number: kept, ...says }
    }
    return give(reply, await onPaper(parts, { request, base, number, command: packed }))
  })
  const confirmation = { ...command, body: PaperConfirmationRequest, summary: 'Confirm what the paper says' }
  app.post(`${path}/confirmations`, { schema: confirmation }, async (request, reply) => {
    const { id: base, step } = request.params
    const { signatory: person, scan } = request.body
    const signatory = await named(parts, { person, base })
    const packed = (): BaseCommand => ({ type: 'confirm_paper', step, signatory, scan })
    return give(reply, await onPaper(parts, { request, base, command: packed }))
  })
  const refusal = { ...command, body: PaperRefusalRequest, summary: 'Turn an entered paper away' }
  app.post(`${path}/refusals`, { schema: refusal }, async (request, reply) => {
    const { id: base, step } = request.params
    const { signatory, code, reason: text } = request.body
    const packed = ({ reason }: Kept): BaseCommand => ({
      ...{ type: 'refuse_paper', step, signatory, code },
      ...(reason === undefined ? {} : { reason }),
    })
    return give(reply, await onPaper(parts, { request, base, text, command: packed }))
  })
}

interface Asked {
  readonly request: FastifyRequest
  readonly base: string
  readonly text?: string | undefined
  readonly number?: string
  readonly command: (kept: Kept) => BaseCommand
}

const onPaper = (parts: ApiParts, asked: Asked): Promise<Answer> => toBase(parts, { ...asked, channel: 'paper' })

import { z } from 'zod'
import { documentsOf } from '../../db/reads/documents.js'
import { seenAmong } from '../auth/seen-paper.js'
import { soundBytes } from '../../documents/document-store.js'
import { DocumentParams, OriginResponse } from '../contract/paper.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { originSeen } from '../views/origin-view.js'
import { problems } from './responses.js'

const pdf = { description: 'The bytes.', content: { 'application/pdf': { schema: z.any() } } }

/** The bytes of a document, by their fingerprint; always as a file to keep, never shown in the page of the API. */
export const addPapers = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: DocumentParams,
    response: { 200: pdf, ...problems },
    tags: ['papers'],
    summary: 'A document',
  }
  app.get('/documents/:sha256', { schema }, async (request, reply) => {
    const { sha256 } = request.params
    const places = await documentsOf(parts.db, { sha256 })
    request.about = places[0]?.base ?? ''
    const found = await seenAmong(parts, { person: request.person, places })
    // In the same words as where there is none: that a paper is there is told to nobody else.
    if (found === undefined) throw notFound(`document ${sha256}`)
    request.about = found.base
    const bytes = await soundBytes(parts.documents, sha256)
    if (bytes === undefined)
      throw new ProblemError({ code: 'paper_lost', detail: { document: sha256, base: found.base } })
    const name = `${found.base}-${found.kind}-${found.language}.pdf`
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('etag', `"${sha256}"`)
      .send(Buffer.from(bytes))
  })
}

/** What a paper is that somebody holds: of which base, which version, and the decision it goes back to. */
export const addOrigins = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: DocumentParams,
    response: { 200: OriginResponse, ...problems },
    tags: ['papers'],
    summary: 'Where a document comes from',
  }
  app.get('/documents/:sha256/origin', { schema }, async (request) => {
    const { sha256 } = request.params
    const origin = await originSeen(parts, { sha256, person: request.person })
    if (origin === undefined) throw notFound(`document ${sha256}`)
    request.about = origin.base
    return origin
  })
}

import { z } from 'zod'
import { readDocument } from '../../db/reads/documents.js'
import { mustSeeBase } from '../auth/sight.js'
import { DocumentParams } from '../contract/paper.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
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
    const found = await readDocument(parts.db, { sha256 })
    if (found === undefined) throw notFound(`document ${sha256}`)
    request.about = found.base
    await mustSeeBase(parts, { person: request.person, base: found.base })
    const bytes = await parts.documents.get(sha256)
    if (bytes === undefined) throw notFound(`document ${sha256}`)
    const name = `${found.base}-${found.kind}-${found.language}.pdf`
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('etag', `"${sha256}"`)
      .send(Buffer.from(bytes))
  })
}

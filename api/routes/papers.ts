import { z } from 'zod'
import { documentsOf, type ListedDocument } from '../../db/reads/documents.js'
import { mustSeeBase, sightOf } from '../auth/sight.js'
import { programmeOfBase } from '../../domain/ids.js'
import { soundBytes } from '../../documents/document-store.js'
import { DocumentParams } from '../contract/paper.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
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

/** The first place of a paper that its reader may see; refuses one whose only places are bases of an interest (SD5). */
const seenAmong = async (
  parts: ApiParts,
  { person, places }: { person: string; places: readonly ListedDocument[] },
): Promise<ListedDocument | undefined> => {
  const { seenAs, programmes, bases, interests } = await sightOf(parts, person)
  const seen = places.find(({ base, kind }) => seenAs({ kind: 'paper', paper: kind, of: base }) === 'whole')
  if (seen !== undefined) return seen
  const barred = places.find(
    ({ base }) =>
      interests.some((one) => one.base === base) &&
      (programmes.includes(programmeOfBase(base)) || bases.includes(base)),
  )
  if (barred !== undefined) await mustSeeBase(parts, { person, base: barred.base })
  return undefined
}

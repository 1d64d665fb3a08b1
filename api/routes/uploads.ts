import type { BaseId, PersonId } from '../../domain/ids.js'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { sameFile } from '../../db/reads/exhibits.js'
import { mayBring } from '../uploads/may-bring.js'
import { exhibitSight } from '../uploads/exhibit-sight.js'
import { answerOf, give, type HttpAnswer } from '../commands/answer.js'
import { BaseParams } from '../contract/base.js'
import { UploadParams, UploadResponse } from '../contract/exhibits.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { fileInForm } from '../uploads/form.js'
import { speakTus } from '../uploads/tus.js'
import { endUpload, fileRefused, takeFile } from '../uploads/uploads.js'
import { problems } from './responses.js'
import { namedPart } from '../named-part.js'

const tags = ['exhibits']
const form = 'multipart/form-data'
const resumed = 'application/offset+octet-stream'

/** Files on their way: whole in a form, or in parts that are resumed where a line broke off (tus 1.0). */
export const addUploads = (app: ApiApp, parts: ApiParts): void => {
  const bodyLimit = parts.exhibits.limits.video + 64 * 1024
  void app.register(
    namedPart('uploads', async (room) => {
      room.removeAllContentTypeParsers()
      // The bytes are read where they are kept, never before.
      room.addContentTypeParser([form, resumed], (_request, _body, done) => done(null))
      const typed = room.withTypeProvider<ZodTypeProvider>()
      const common = { tags, response: { 201: UploadResponse, ...problems } }
      const taking = { schema: { ...common, params: BaseParams, consumes: [form] }, bodyLimit, config: { takes: form } }
      typed.post(
        '/bases/:id/files',
        { ...taking, schema: { ...taking.schema, summary: 'Hand in a file whole' } },
        async (request, reply) => {
          const base = request.params.id
          const { person } = request
          await mayBring(parts, { base, person })
          return give(reply, await takeWhole(parts, { request, base, person }))
        },
      )
      const begins = {
        ...common,
        params: BaseParams,
        summary: 'Begin an upload that can be resumed',
        consumes: [resumed],
      }
      typed.post(
        '/bases/:id/uploads',
        { schema: begins, bodyLimit, config: { takes: resumed } },
        async (request, reply) => answerTus(parts, { request, reply, base: request.params.id }),
      )
      const one = { params: UploadParams, tags, response: { ...problems } }
      for (const [method, summary] of [
        ['HEAD', 'How far an upload has come'],
        ['PATCH', 'Go on with an upload'],
        ['DELETE', 'Give an upload up'],
      ] as const)
        typed.route({
          method,
          url: '/bases/:id/uploads/:upload',
          schema: { ...one, summary },
          bodyLimit,
          config: { takes: resumed },
          handler: async (request, reply) => answerTus(parts, { request, reply, base: request.params.id }),
        })
    }),
  )
}

interface Asked {
  readonly request: FastifyRequest
  readonly base: BaseId
}

const takeWhole = async (
  parts: ApiParts,
  { request, base, person }: Asked & { readonly person: PersonId },
): Promise<HttpAnswer> => {
  const file = await fileInForm(request, { most: parts.exhibits.limits.video })
  const id = await takeFile(parts, { request, base, person, file })
  return await told(parts, { id, base, person })
}

const answerTus = async (
  parts: ApiParts,
  { request, reply, base }: Asked & { readonly reply: FastifyReply },
): Promise<FastifyReply> => {
  const { person } = request
  await mayBring(parts, { base, person })
  const { response, whole } = await speakTus(parts, { request, sender: { base, person } })
  if (response.status >= 400) throw ofProtocol(response.status, await response.text())
  const headers = Object.fromEntries(response.headers)
  if (whole === undefined) return reply.code(response.status).headers(headers).send()
  const { status: _, ...answer } = await told(parts, { id: whole, base, person })
  const { 'content-length': __, ...protocol } = headers
  return give(reply.headers(protocol), { ...answer, status: response.status === 201 ? 201 : 200 })
}

const ofProtocol = (status: number, said: string): ProblemError =>
  status === 409
    ? new ProblemError({ code: 'upload_offset', detail: { got: 0 } })
    : status === 413
      ? fileRefused('too_large')
      : new ProblemError({ code: 'upload_malformed', detail: { got: said.trim().slice(0, 100) } })

/** What was found in it; and the exhibit that is the same file, where its sender may see that one. */
const told = async (
  parts: ApiParts,
  { id, base, person }: { id: string; base: BaseId; person: PersonId },
): Promise<HttpAnswer> => {
  const { file } = await endUpload(parts, { id, base, person })
  const sees = await exhibitSight(parts, { base, person })
  const same = (await sameFile(parts.db, { base, sha256: file.sha256 })).find((one) => sees(one) === 'whole')
  const { sha256, size, media, scan, pages = null } = file
  return answerOf(UploadResponse, {
    status: 201,
    value: { upload: id, sha256, size, media, scan, pages, existing: same?.id ?? null },
  })
}

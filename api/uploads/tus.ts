import type { BaseId, PersonId } from '../../domain/ids.js'
import { DataStore, MemoryLocker, Server, Upload } from '@tus/server'
import { PassThrough, Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { forgetFile } from '../../db/writes/exhibit-files.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { beginUpload, mustBeOwn, takePart } from './uploads.js'

/** One upload at a time in this process; between processes the note of a file lets only one go on from where it is. */
const locker = new MemoryLocker()

interface Sender {
  readonly base: BaseId
  readonly person: PersonId
}

/** What the protocol answered: the response, and whether the upload is whole now. */
export interface TusAnswer {
  readonly response: Response
  /** The upload that is whole with this request. */
  readonly whole: string | undefined
}

/**
 * One request of a resumable upload, by the protocol of tus.io as its own library speaks it. Problems of ours, that stop it,
 * are thrown as they are; what the library itself refuses is in its response.
 */
export const speakTus = async (
  parts: ApiParts,
  { request, sender }: { request: FastifyRequest; sender: Sender },
): Promise<TusAnswer> => {
  let problem: ProblemError | undefined
  let whole: string | undefined
  const server = new Server({
    path: '/bases',
    datastore: storeFor(parts, sender),
    locker,
    lockDrainTimeout: 3_000,
    maxSize: parts.exhibits.limits.video,
    namingFunction: (_request, metadata) =>
      beginUpload(parts, { ...sender, name: metadata?.['filename'] ?? '', size: lengthOf(request) }),
    generateUrl: (_request, { id }) => `/bases/${sender.base}/uploads/${id}`,
    getFileIdFromRequest: (_request, id) => id,
    onUploadFinish: async (_request, { id }) => {
      whole = id
      return {}
    },
    onResponseError: (_request, error) => {
      if (error instanceof ProblemError) problem = error
      return undefined
    },
  })
  const response = await server.handleWeb(asWeb(request))
  // What came behind a "no" is passed over, so that the line is free for what is asked next.
  request.raw.unpipe()
  request.raw.resume()
  if (problem !== undefined) throw problem
  return { response, whole }
}

/** A length that is none is told by the library; until then nothing is begun. */
const lengthOf = ({ headers }: FastifyRequest): number => {
  const length = Number(headers['upload-length'])
  if (Number.isSafeInteger(length) && length >= 0) return length
  throw new ProblemError({ code: 'upload_malformed', detail: { got: 'Upload-Length' } })
}

const asWeb = ({ method, url, headers, raw }: FastifyRequest): Request => {
  const known = new Headers()
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') known.set(name, value)
  const init = { method, headers: known }
  const address = new URL(url, 'http://uploads.invalid')
  return method === 'PATCH' || method === 'POST'
    ? new Request(address, { ...init, body: Readable.toWeb(untilBroken(raw)), duplex: 'half' })
    : new Request(address, init)
}

/** The bytes of a request. A line that breaks ends them: what came until then is kept, and nobody waits for the rest. */
const untilBroken = (raw: FastifyRequest['raw']): PassThrough => {
  const bytes = new PassThrough()
  // It may have broken while it was asked who sends.
  if (raw.destroyed) return bytes.end()
  raw.pipe(bytes)
  for (const sign of ['close', 'error'] as const) raw.once(sign, () => bytes.end())
  return bytes
}

/** The uploads of one person for one base, as the library asks for them. */
const storeFor = (parts: ApiParts, { base, person }: Sender): DataStore => {
  const own = (id: string) => mustBeOwn(parts, { id, base, person })
  return Object.assign(new DataStore(), {
    extensions: ['creation', 'creation-with-upload', 'termination'],
    // Noted when it was named.
    create: async (upload: Upload) => upload,
    getUpload: async (id: string) => {
      const { size, received } = await own(id)
      return new Upload({ id, size, offset: received })
    },
    // eslint-disable-next-line house/positional-parameters -- the library hands it over so
    write: (bytes: AsyncIterable<unknown>, id: string, offset: number) => takePart(parts, { id, offset, bytes }),
    remove: async (id: string) => {
      const { parts: there, state } = await own(id)
      if (state !== 'open') throw new ProblemError({ code: 'upload_offset', detail: { got: 0 } })
      for (const { name } of there) await parts.exhibits.store.remove(name)
      await forgetFile(parts.db, id)
    },
  })
}

import { Busboy } from '@fastify/busboy'
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../problems.js'

/** A file of a form, as it comes. */
export interface FormFile {
  readonly name: string
  readonly bytes: Readable
  /** Whether more came than is taken; known once all was read. */
  readonly isCut: () => boolean
}

/** The one file of a form that is sent whole; its bytes are read while they come. */
export const fileInForm = ({ headers, raw }: FastifyRequest, { most }: { most: number }): Promise<FormFile> =>
  new Promise((resolve, reject) => {
    const malformed = () => reject(new ProblemError({ code: 'upload_malformed', detail: { got: 'form' } }))
    const type = headers['content-type']
    if (type === undefined) return malformed()
    try {
      const form = new Busboy({
        headers: { ...headers, 'content-type': type },
        limits: { files: 1, fields: 0, fileSize: most },
        preservePath: true,
      })
      form.on('file', (_field, bytes, name) =>
        resolve({ name, bytes: Readable.from(bytes), isCut: () => bytes.truncated }),
      )
      form.on('error', malformed)
      form.on('finish', malformed)
      raw.pipe(form)
    } catch {
      malformed()
    }
  })

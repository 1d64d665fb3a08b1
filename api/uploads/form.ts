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

/** A file of a form with what stood before it. */
export interface FormWithFields {
  readonly file: FormFile
  readonly fields: Readonly<Record<string, readonly string[]>>
}

interface FormLimits {
  readonly most: number
  /** How many fields may stand before the file; left out: none. */
  readonly fields?: number
}

/** The one file of a form that is sent whole; its bytes are read while they come. */
export const fileInForm = async (request: FastifyRequest, limits: { most: number }): Promise<FormFile> =>
  (await formWithFile(request, limits)).file

/** The one file of a form, and the fields that came before it. */
export const formWithFile = (
  { headers, raw }: FastifyRequest,
  { most, fields: fieldsAtMost = 0 }: FormLimits,
): Promise<FormWithFields> =>
  new Promise((resolve, reject) => {
    const malformed = () => reject(new ProblemError({ code: 'upload_malformed', detail: { got: 'form' } }))
    const type = headers['content-type']
    if (type === undefined) return malformed()
    try {
      const form = new Busboy({
        headers: { ...headers, 'content-type': type },
        limits: { files: 1, fields: fieldsAtMost, fileSize: most },
        preservePath: true,
      })
      const fields = new Map<string, string[]>()
      form.on('field', (name, text) => fields.set(name, [...(fields.get(name) ?? []), text]))
      form.on('file', (_field, bytes, name) =>
        resolve({
          file: { name, bytes: Readable.from(bytes), isCut: () => bytes.truncated },
          fields: Object.fromEntries(fields),
        }),
      )
      form.on('error', malformed)
      form.on('finish', malformed)
      raw.pipe(form)
    } catch {
      malformed()
    }
  })

/** A form with one small file, read to its end. */
export interface WholeForm {
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Undefined: none was chosen. One byte more than is taken says that there was more. */
  readonly file: { readonly name: string; readonly bytes: Buffer } | undefined
}

/** Reads a form whole, with the small file of one control; files of its other controls are passed over. */
export const wholeForm = (
  { headers, raw }: FastifyRequest,
  { most, fields: fieldsAtMost = 0, named }: FormLimits & { readonly named: string },
): Promise<WholeForm> =>
  new Promise((resolve, reject) => {
    const malformed = () => reject(new ProblemError({ code: 'upload_malformed', detail: { got: 'form' } }))
    const type = headers['content-type']
    if (type === undefined) return malformed()
    try {
      const form = new Busboy({
        headers: { ...headers, 'content-type': type },
        limits: { files: controlsWithFiles, fields: fieldsAtMost, fileSize: most + 1 },
        preservePath: true,
      })
      const fields = new Map<string, string[]>()
      let file: WholeForm['file']
      form.on('field', (name, text) => fields.set(name, [...(fields.get(name) ?? []), text]))
      form.on('file', (control, bytes, name) => {
        if (control !== named) return void bytes.resume()
        const pieces: Buffer[] = []
        bytes.on('data', (piece: Buffer) => void pieces.push(piece))
        bytes.on('end', () => {
          if (name !== '' || pieces.length > 0) file = { name, bytes: Buffer.concat(pieces) }
        })
      })
      form.on('error', malformed)
      form.on('finish', () => resolve({ file, fields: Object.fromEntries(fields) }))
      raw.pipe(form)
    } catch {
      malformed()
    }
  })

/** A page has one for proofs and one for tables. */
const controlsWithFiles = 4

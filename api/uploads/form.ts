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

interface FormHeard<Read> {
  readonly limits: { readonly files: number; readonly fields: number; readonly fileSize: number }
  /** What is made of the form while it comes. A form that ends before `done` was called is malformed. */
  readonly hear: (heard: {
    readonly form: InstanceType<typeof Busboy>
    readonly fields: () => FormWithFields['fields']
    readonly done: (read: Read) => void
  }) => void
}

/** Reads a form as it comes, within its limits. Refuses what is no form, and one that breaks off. */
const formRead = <Read>({ headers, raw }: FastifyRequest, { limits, hear }: FormHeard<Read>): Promise<Read> =>
  new Promise((resolve, reject) => {
    const no = new ProblemError({ code: 'upload_malformed', detail: { got: 'form' } })
    const malformed = () => reject(no)
    const type = headers['content-type']
    if (type === undefined) return malformed()
    try {
      const form = new Busboy({ headers: { ...headers, 'content-type': type }, limits, preservePath: true })
      const fields = new Map<string, string[]>()
      form.on('field', (name, text) => fields.set(name, [...(fields.get(name) ?? []), text]))
      // A form that breaks off within a file says so of the file alone; unheard, it would end the process.
      form.on('file', (_control, bytes) => bytes.on('error', () => bytes.destroy(no)))
      hear({ form, fields: () => Object.fromEntries(fields), done: resolve })
      form.on('error', malformed)
      // Heard after what is made of the form: whoever is done with its end was so before.
      form.on('finish', malformed)
      raw.pipe(form)
    } catch {
      malformed()
    }
  })

/** The one file of a form, and the fields that came before it. */
export const formWithFile = (request: FastifyRequest, { most, fields = 0 }: FormLimits): Promise<FormWithFields> =>
  formRead(request, {
    limits: { files: 1, fields, fileSize: most },
    hear: ({ form, fields: before, done }) =>
      form.on('file', (_field, bytes, name) =>
        done({ file: { name, bytes: Readable.from(bytes), isCut: () => bytes.truncated }, fields: before() }),
      ),
  })

/** A form with one small file, read to its end. */
export interface WholeForm {
  readonly fields: FormWithFields['fields']
  /** Undefined: none was chosen. One byte more than is taken says that there was more. */
  readonly file: { readonly name: string; readonly bytes: Buffer } | undefined
}

/** Reads a form whole, with the small file of one control; files of its other controls are passed over. */
export const wholeForm = (
  request: FastifyRequest,
  { most, fields = 0, named }: FormLimits & { readonly named: string },
): Promise<WholeForm> =>
  formRead(request, {
    limits: { files: controlsWithFiles, fields, fileSize: most + 1 },
    hear: ({ form, fields: all, done }) => {
      let file: WholeForm['file']
      form.on('file', (control, bytes, name) => {
        if (control !== named) return void bytes.resume()
        const pieces: Buffer[] = []
        bytes.on('data', (piece: Buffer) => void pieces.push(piece))
        bytes.on('end', () => {
          if (name !== '' || pieces.length > 0) file = { name, bytes: Buffer.concat(pieces) }
        })
      })
      form.on('finish', () => done({ file, fields: all() }))
    },
  })

/** A page has one for proofs and one for tables. */
const controlsWithFiles = 4

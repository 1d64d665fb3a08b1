import { z } from 'zod'

/** Who looks for viruses: nobody, or clamd at a port or a socket. */
export type ScannerSetting =
  | { readonly kind: 'built-in' }
  | {
      readonly kind: 'clamd'
      readonly at: { readonly host: string; readonly port: number } | { readonly path: string }
    }

/** A size in MiB. */
export function megabytes() {
  return z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((value) => value >= 1 && value <= 2_000)
}

/** A number of hours, a year at most. */
export function hours() {
  return z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((value) => value >= 1 && value <= 8_760)
}

/** A folder for sealed files. */
export function exhibitStore() {
  return z
    .string()
    .regex(/^folder:.+$/)
    .transform((text) => ({ folder: text.slice('folder:'.length) }))
}

/** Nobody, or a clamd at a port or a socket. */
export function scanner() {
  return z
    .string()
    .regex(/^(built-in|clamd:(\/.+|[^\s:/]+:\d{1,5}))$/)
    .transform((text): ScannerSetting => {
      if (text === 'built-in') return { kind: 'built-in' }
      const at = text.slice('clamd:'.length)
      if (at.startsWith('/')) return { kind: 'clamd', at: { path: at } }
      const [host = '', port = ''] = at.split(':')
      return { kind: 'clamd', at: { host, port: Number(port) } }
    })
}

/** Where documents are kept: a folder on this machine, or a bucket of an S3-compatible store. */
export type DocumentStoreSetting =
  { readonly kind: 'folder'; readonly path: string } | { readonly kind: 's3'; readonly bucket: string }

/** A folder, or a bucket. */
export function documentStore() {
  return z
    .string()
    .regex(/^(folder:.+|s3:[a-z0-9][a-z0-9.-]{1,62})$/)
    .transform((text): DocumentStoreSetting => {
      const rest = text.slice(text.indexOf(':') + 1)
      return text.startsWith('s3:') ? { kind: 's3', bucket: rest } : { kind: 'folder', path: rest }
    })
}

import type { GeneratedAlways } from 'kysely'
import type { Instant, Sha256 } from '../../domain/ids.js'

/** What a scan may be, as its first bytes say. */
export const scanMedia = ['application/pdf', 'image/png', 'image/jpeg'] as const
export type ScanMedia = (typeof scanMedia)[number]

export interface ScanTable {
  base: string
  sha256: Sha256
  media: ScanMedia
  size: number
  added_by: string
  added_at: Instant
}

/** A sign-in, a look at what is confidential, a file that was taken along, a setting that was made. */
export const accessKinds = ['signed_in', 'read', 'exported', 'set'] as const
export type AccessKind = (typeof accessKinds)[number]

export interface AccessLogTable {
  id: GeneratedAlways<number>
  at: Instant
  person: string
  kind: AccessKind
  subject: string
  stream: string | null
  object: string | null
}

import type { GeneratedAlways } from 'kysely'
import type { AccessKind } from '../../domain/access.js'
import type { Instant, Sha256 } from '../../domain/ids.js'
import type { ScanMedia } from '../../domain/scan.js'

export interface ScanTable {
  base: string
  sha256: Sha256
  media: ScanMedia
  size: number
  added_by: string
  added_at: Instant
}

export interface AccessLogTable {
  id: GeneratedAlways<number>
  at: Instant
  person: string
  kind: AccessKind
  subject: string
  stream: string | null
  object: string | null
}

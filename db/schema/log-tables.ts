import type { GeneratedAlways } from 'kysely'
import type { AccessKind } from '../../domain/access.js'
import type { Instant, Sha256, BaseId, PersonId } from '../../domain/ids.js'
import type { ScanMedia } from '../../domain/scan.js'

export interface ScanTable {
  base: BaseId
  sha256: Sha256
  media: ScanMedia
  size: number
  added_by: string
  added_at: Instant
}

export interface AccessLogTable {
  id: GeneratedAlways<number>
  at: Instant
  person: PersonId
  kind: AccessKind
  subject: string
  stream: string | null
  object: string | null
}

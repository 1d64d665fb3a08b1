import type { DocumentKind } from '../document-kind.js'
import type { Sha256 } from '../ids.js'
import type { Locale } from '../locale.js'

export interface DocumentFile {
  readonly kind: DocumentKind
  readonly language: Locale
  readonly sha256: Sha256
  readonly size: number
}

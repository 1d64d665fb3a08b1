import type { DocumentKind } from './document-kind.js'
import type { Locale } from './locale.js'

/** A paper that is to be made. */
export interface DocumentOrder {
  readonly order: string
  readonly kind: DocumentKind
  readonly languages: readonly Locale[]
  /** The matter that ordered it; absent for a paper of the stage itself. */
  readonly matter?: number
}

import type { Instant } from '../../domain/ids.js'

/** What a letter said when it left. */
export interface LetterCopyTable {
  /** The mail, by the first letter of it. */
  mail: string
  person: string
  /** Subject and text as JSON, sealed under the key of the reader. */
  body: string
  kept_at: Instant
}

import type { Instant } from '../../domain/ids.js'

/** What a letter said when it left. */
export interface LetterCopyTable {
  /** The letter it is of, whatever else left in the same mail. */
  letter: string
  person: string
  /** Subject and text as JSON, sealed under the key of the reader. */
  body: string
  kept_at: Instant
}

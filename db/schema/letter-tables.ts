import type { Instant, Sha256 } from '../../domain/ids.js'

/** What somebody wrote to the address of a base. */
export interface CorrespondenceTable {
  id: string
  base: string
  /** The letter it answers, and who had that. */
  letter: string | null
  person: string | null
  automatic: boolean
  files: number
  received_at: Instant
  mark: Sha256
  /** Sender, subject and text as JSON, sealed. */
  body: string
}

/** What a letter said when it left. */
export interface LetterCopyTable {
  /** The letter it is of, whatever else left in the same mail. */
  letter: string
  person: string
  /** Subject and text as JSON, sealed under the key of the reader. */
  body: string
  kept_at: Instant
}

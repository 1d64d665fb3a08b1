import type { Instant, Sha256, BaseId, PersonId } from '../../domain/ids.js'

/** What somebody wrote to the address of a base. */
export interface CorrespondenceTable {
  id: string
  base: BaseId
  /** The letter it answers, and who had that. */
  letter: string | null
  person: PersonId | null
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
  person: PersonId
  /** Subject and text as JSON, sealed under the key of the reader. */
  body: string
  kept_at: Instant
}

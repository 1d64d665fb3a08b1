import type { ExhibitFile, ExhibitPeriod, ExhibitSays, RejectionCode } from '../exhibits/exhibit.js'
import type { EvidenceClass } from '../form/field.js'
import type { TextReference } from '../values/text-reference.js'

/** Brings a file that is whole and was looked at, to prove a fact. */
export interface BringExhibit {
  readonly type: 'bring_exhibit'
  readonly exhibit: string
  readonly says: ExhibitSays
  readonly file: ExhibitFile
  /** Title, issuer, number and address in words; they stay in PostgreSQL. */
  readonly words: TextReference
}

/** The receiving officer has opened it, and sets its class. */
export interface CheckExhibit {
  readonly type: 'check_exhibit'
  readonly exhibit: string
  readonly class: EvidenceClass
  /** What it was read to be for, where that is not what it came with. */
  readonly periods?: readonly ExhibitPeriod[]
  readonly territories?: readonly string[]
}

/** It proves what it says it does. */
export interface AcceptExhibit {
  readonly type: 'accept_exhibit'
  readonly exhibit: string
}

/** It goes back to whoever brought it, with the reason. */
export interface ReturnExhibit {
  readonly type: 'return_exhibit'
  readonly exhibit: string
  readonly code: RejectionCode
  readonly reason?: TextReference
}

export type ExhibitCommand = BringExhibit | CheckExhibit | AcceptExhibit | ReturnExhibit

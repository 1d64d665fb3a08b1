import type { PlainDate } from '../calendar-date.js'
import type { ExhibitFile, ExhibitPeriod, ExhibitReaders, ExhibitSays, RejectionCode } from '../exhibits/exhibit.js'
import type { EvidenceClass } from '../form/field.js'
import type { PersonId } from '../ids.js'
import type { Role } from '../role.js'
import type { By } from '../values/by.js'
import type { TextReference } from '../values/text-reference.js'

interface OfExhibit {
  readonly exhibit: string
  /** Under which confidentiality it came: who may read the entry hangs on it. */
  readonly readers: ExhibitReaders
  readonly by: By
}

interface OfBrought extends OfExhibit {
  /** Who brought it. */
  readonly broughtBy: PersonId
}

/** What became of one of them. */
export type OnExhibit = Exclude<ExhibitEvent, { readonly type: 'expiry_told' }>

/** What was brought to prove a fact, and what became of it: codes, numbers, dates, hashes. */
export type ExhibitEvent =
  | (OfExhibit &
      Omit<ExhibitSays, 'expiresOn'> & {
        readonly type: 'exhibit_received'
        /** The number of the stage that ran. */
        readonly stage: number
        readonly file: ExhibitFile
        readonly words: TextReference
        readonly expiresOn?: PlainDate
      })
  /** A newer version took its place; it stays readable. */
  | (OfBrought & { readonly type: 'exhibit_superseded'; readonly successor: string })
  | (OfBrought & {
      readonly type: 'exhibit_checked'
      readonly class: EvidenceClass
      readonly periods?: readonly ExhibitPeriod[]
      readonly territories?: readonly string[]
    })
  | (OfBrought & { readonly type: 'exhibit_accepted'; readonly class: EvidenceClass })
  /** The clock has told whoever brought them that they are about to expire: nobody's act, and so by nobody. */
  | (Omit<OfBrought, 'exhibit' | 'by'> & {
      readonly type: 'expiry_told'
      readonly exhibits: readonly string[]
      readonly role?: Role
      readonly expiresOn: PlainDate
      /** How many days before their end at most. */
      readonly days: number
    })
  | (OfBrought & {
      readonly type: 'exhibit_returned'
      readonly code: RejectionCode
      readonly reason?: TextReference
    })

import type { TextReference } from '../values/text-reference.js'
import type { BroughtFacts } from '../facts.js'
import type { FilledForm } from '../form/filled-form.js'
import type { PersonId, Sha256 } from '../ids.js'
import type { BroughtText } from './negotiation.js'
import type { PlainDate } from '../calendar-date.js'
import type { Option, StepId } from '../values/step-key.js'
import type { ReasonCode } from '../reason-code.js'
import type { Named } from '../values/named.js'

/** What a paper says, as it was read off it (R16). */
export interface PaperSays {
  readonly option: Option
  readonly code?: ReasonCode
  /** Why, as the paper says it: whoever enters it has typed it (8.14). */
  readonly reason?: TextReference
  readonly seen?: readonly Sha256[]
  readonly facts?: BroughtFacts
  readonly form?: FilledForm
  readonly text?: BroughtText
  readonly noInterest?: true
  /** The number the document bears; its words stay in PostgreSQL. */
  readonly number: TextReference
  /** The day the paper bears, where the signatory is. */
  readonly signedOn: PlainDate
  /** SHA-256 of the scan in the document store. */
  readonly scan: Sha256
}

/** The first of two persons enters an act that came on paper (R16): nothing follows from it yet. */
export interface EnterPaper extends PaperSays {
  readonly type: 'enter_paper'
  readonly step: StepId
  /** Who signed, with the mandates PostgreSQL holds of that person. */
  readonly signatory: Named
}

/** The second person has read the scan too, and says whose act it is: now the step is acted on (R16). */
export interface ConfirmPaper {
  readonly type: 'confirm_paper'
  readonly step: StepId
  readonly signatory: Named
  /** The scan that was read; another than the one entered is not what the person confirms. */
  readonly scan: Sha256
  /** The entry of the record that was read: the same scan may have been entered anew, and otherwise. */
  readonly seq: number
}

/** Turns an entered act away: it was misread, or the paper is not sound. */
export interface RefusePaper {
  readonly type: 'refuse_paper'
  readonly step: StepId
  readonly signatory: PersonId
  readonly code: ReasonCode
  readonly reason?: TextReference
}

export type PaperCommand = EnterPaper | ConfirmPaper | RefusePaper

import type { PlainDate } from '../calendar-date.js'
import type { TextReference } from '../values/text-reference.js'
import type { PaperSays } from '../commands/paper.js'
import type { By } from '../values/by.js'
import type { Instant, PersonId, Sha256 } from '../ids.js'
import type { StepId, StepKey } from '../values/step-key.js'
import type { ReasonCode } from '../reason-code.js'

interface OfPaper {
  readonly step: StepId
  readonly key: StepKey
  readonly signatory: PersonId
  readonly by: By
}

/** An act on paper on its way into the record (R16): entered by one person, confirmed or refused by another. */
export type PaperEvent =
  | (OfPaper & PaperSays & { readonly type: 'paper_entered' })
  /** The act itself follows as `step_acted`, in the signatory's own name. */
  | (OfPaper & { readonly type: 'paper_confirmed'; readonly scan: Sha256 })
  | (OfPaper & {
      readonly type: 'paper_refused'
      readonly scan: Sha256
      /** Whose entry it was; older entries of the ledger do not say it. */
      readonly enteredBy?: PersonId
      readonly code: ReasonCode
      readonly reason?: TextReference
    })

/** Of an act that came on paper: what it is proven by, and the two persons through whose hands it went. */
export interface OnPaper {
  readonly number: TextReference
  readonly signedOn: PlainDate
  /** 24:00 of that day where the signatory is: until then the act was done; older entries of the ledger do not say it. */
  readonly dayEnds?: Instant
  readonly scan: Sha256
  readonly enteredBy: PersonId
  readonly confirmedBy: PersonId
}

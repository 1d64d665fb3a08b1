import type { TextReference } from '../values/text-reference.js'
import type { StepId } from '../values/step-key.js'
import type { ReasonCode } from '../reason-code.js'

/** Gives an open step more time: director or chair, never the party that profits alone (8.5). */
export interface Extend {
  readonly type: 'extend'
  readonly step: StepId
  /** Working days of the side that acts, added to the date that stands. */
  readonly days: number
  readonly code: ReasonCode
  readonly reason?: TextReference
}

export type TimingCommand = Extend

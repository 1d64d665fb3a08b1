import type { Instant } from '../ids.js'
import type { ScreeningVerdict } from '../screening.js'
import type { StepId, StepKey } from '../values/step-key.js'

/** What a screening came to, and when the clock asks for the next (1.6): neither whom it looked for nor what it found. */
export interface ScreeningEvent {
  readonly type: 'subjects_screened'
  readonly step: StepId
  readonly key: StepKey
  readonly verdict: ScreeningVerdict
  /** Absent: it is not repeated. */
  readonly next?: Instant
}

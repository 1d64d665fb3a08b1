import type { LocalText } from '../../domain/locale.js'
import type { ThirdPartyAnswer } from '../../domain/third-parties.js'

/** The one line that somebody outside is asked about. */
export interface QuestionShown {
  readonly cluster: LocalText
  readonly line: LocalText
  /** Until when it may be answered, in words. */
  readonly until: LocalText
  /** Of a rehearsal: nothing that is said is said of anybody. */
  readonly rehearsal: boolean
}

/** What was chosen and typed, and what of it does not fit. */
export interface TypedAnswer {
  readonly answer: ThirdPartyAnswer | undefined
  readonly ownNumber: string
  readonly capacity: string
  readonly faults: readonly ('answer' | 'ownNumber' | 'capacity')[]
}

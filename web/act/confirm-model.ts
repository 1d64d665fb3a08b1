import type { LocalText } from '../../domain/locale.js'

/** The one line that somebody outside is asked about. */
export interface QuestionShown {
  readonly cluster: LocalText
  readonly line: LocalText
  /** Until when it may be answered, in words. */
  readonly until: LocalText
}

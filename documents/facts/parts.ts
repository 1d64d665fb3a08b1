import type { LocalText } from '../../domain/locale.js'

/** A text that is known in every language, or a free text in the one language its writer used (printed as it stands). */
export type Wording = string | LocalText

/** A calendar date as `2027-03-31`. */
export type PlainDateText = string

/** A condition as a paper tells it: what is asked, how it is shown, by when, by whom (8.16). */
export interface ConditionOnPaper {
  readonly text: Wording
  readonly proof?: Wording
  readonly due: Wording
  readonly owner: Wording
  readonly binding: boolean
}

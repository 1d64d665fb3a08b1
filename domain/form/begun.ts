import type { LocalText } from '../locale.js'

/** What a form begins with although nobody answered it before, and why: whoever acts completes, changes or deletes it. */
export interface BegunAnswer {
  /** The code of the field. */
  readonly field: string
  /** Rows that lack what nobody but the reporter knows are no whole answer. */
  readonly answer: unknown
  readonly because: LocalText
}

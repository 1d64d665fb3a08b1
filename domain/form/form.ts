import type { Option, StepKey } from '../values/step-key.js'
import type { Condition } from './condition.js'
import type { FormField, VisibilityClass } from './field.js'

/**
 * What a person fills in on a step, as data of the published procedure: one definition is checked at the edge and in the core,
 * printed, asked at the keyboard and shown on a page.
 */
export interface Form {
  /** Raised by one with every change: what was handed in says by which it was filled in. */
  readonly version: number
  /** Who may read what is filled in, where no field says otherwise; absent: both sides. */
  readonly seen?: VisibilityClass
  readonly fields: readonly FormField[]
  /** What the answers must bear for an option to be chosen: part by part, gate by gate, finding by finding. */
  readonly bears?: Readonly<Record<Option, Condition>>
  /** What was handed in on another step stays as it was, but for what the rows of a third one list (1.4). */
  readonly changesOnly?: ChangesOnly
}

/** The step whose answers stay, and where what may change is listed: a table of another step, and its column of field codes. */
export interface ChangesOnly {
  readonly of: StepKey
  readonly listed: { readonly step: StepKey; readonly field: string; readonly column: string }
}

/** What was filled in, by the codes of the fields; a field nobody answered is absent. */
export type FormAnswers = Readonly<Record<string, unknown>>

/** Answers to a form, with the option they are handed in with. */
export interface Filled {
  readonly option: Option
  readonly answers: FormAnswers
}

import type { ReasonCode } from './reason-code.js'
import type { Role } from './role.js'
import type { StepKey } from './values/step-key.js'

/** Who may move a deadline, how often in one visit of a step, and how far (8.5). Numbers of a procedure, never of the code. */
export interface ExtensionRules {
  /** In the order in which they are asked: the director once, the chair twice. */
  readonly by: readonly { readonly role: Role; readonly times: number }[]
  /** The most working days of one extension, in the calendar of the side that acts. */
  readonly longest: number
  readonly codes: readonly ReasonCode[]
  readonly steps: Readonly<Record<StepKey, StepExtension>>
}

/** Limits of one step: `most` counts the extensions of a visit together, `longest` as for all. */
export interface StepExtension {
  readonly most?: number
  readonly longest?: number
}

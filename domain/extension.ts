import type { Procedure, StepDefinition, StepKey } from './procedure.js'
import type { ReasonCode } from './reason-code.js'
import type { Role } from './role.js'

/** Who may move a deadline, how often in one visit of a step, and how far (8.5). Numbers of a procedure, never of the code. */
export interface ExtensionRules {
  /** In the order in which they are asked: the director once, the chair twice. */
  readonly by: readonly { readonly role: Role; readonly times: number }[]
  /** The most working days of one extension, in the calendar of the side that acts. */
  readonly longest: number
  readonly codes: readonly ReasonCode[]
  /** Limits of single steps: `most` counts the extensions of a visit together, `longest` as above. */
  readonly steps: Readonly<Record<StepKey, { readonly most?: number; readonly longest?: number }>>
}

/** The limits of one step under a procedure; undefined where its date is not moved for one base. */
export const extensionOf = (
  { extensions }: Pick<Procedure, 'extensions'>,
  step: StepDefinition,
): (Omit<ExtensionRules, 'steps'> & { readonly most: number }) | undefined => {
  if (extensions === undefined || isForAllAlike(step)) return undefined
  const own = extensions.steps[step.key]
  const together = extensions.by.reduce((sum, { times }) => sum + times, 0)
  return {
    by: extensions.by,
    codes: extensions.codes,
    longest: own?.longest ?? extensions.longest,
    most: own?.most ?? together,
  }
}

/** A window closes for all alike (E5), a notice runs its full time, and a date of the year or of the contract is what it is. */
const isForAllAlike = ({ due, escalation, decides, runsFull }: StepDefinition): boolean =>
  escalation === 'E5' || decides.by === 'clock' || runsFull === true || ['window', 'date', 'term'].includes(due.from)

import type { Procedure, StepDefinition } from './procedure.js'
import type { ExtensionRules } from './extension-rules.js'

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

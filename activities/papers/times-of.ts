import type { Days, Procedure } from '../../domain/procedure.js'
import type { StepKey } from '../../domain/values/step-key.js'

/** How many days a step is given by a version of the rules; undefined where it has no such step, or counts it by a date. */
export const daysFor = ({ steps }: Procedure, key: StepKey): Days | undefined => {
  const due = steps[key]?.due
  return due !== undefined && 'days' in due ? due.days : undefined
}

import type { Days, Procedure } from '../../domain/procedure.js'
import type { StepKey } from '../../domain/values/step-key.js'

/** How many days a step is given by a version of the rules; undefined where it has no such step, or counts it by a date. */
export const daysFor = ({ steps }: Procedure, key: StepKey): Days | undefined => {
  const due = steps[key]?.due
  return due !== undefined && 'days' in due ? due.days : undefined
}

/** On which day of the year a step is due by a version of the rules; undefined where it is due on none. */
export const dayOfYearFor = (
  { steps }: Procedure,
  key: StepKey,
): { readonly month: number; readonly day: number } | undefined => {
  const due = steps[key]?.due
  return due?.from === 'date' ? { month: due.month, day: due.day } : undefined
}

import type { Days, Procedure } from '../../procedure.js'
import { defined } from '../../values/defined.js'
import type { StepKey } from '../../values/step-key.js'

/** What the memorandum promises in days is what the steps are given (9). */
export const memorandumTimes = (procedure: Procedure) => ({
  renewalDays: procedure.settings.renewalDays,
  ...defined({
    renewalGrace: daysOf(procedure, '3.13e'),
    notice: daysOf(procedure, '3.13k'),
    firstSitting: daysOf(procedure, '4.1a'),
    signsOff: daysOf(procedure, '5.12b'),
    reportBy: dayOf(procedure, '5.2a'),
  }),
})

const daysOf = ({ steps }: Procedure, key: StepKey): Days | undefined => {
  const due = steps[key]?.due
  return due !== undefined && 'days' in due ? due.days : undefined
}

const dayOf = ({ steps }: Procedure, key: StepKey): { readonly month: number; readonly day: number } | undefined => {
  const due = steps[key]?.due
  return due?.from === 'date' ? { month: due.month, day: due.day } : undefined
}

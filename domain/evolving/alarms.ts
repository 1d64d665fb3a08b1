import type { PlannedAlarm } from '../values/planned-alarm.js'
import type { StepState } from '../state.js'
import type { Of } from './changes.js'

/** A step of which a reminder was sent: that alarm does not sound again. */
export const remindedOf = (step: StepState, { rung }: Pick<Of<'reminded'>, 'rung'>): StepState => ({
  ...step,
  alarms: step.alarms.filter((alarm) => alarm.rung !== rung),
})

/** A step that was told to others: the alarm is replaced, and it is counted how often a reminder of it was sent again (E3). */
export const escalatedOn = (before: StepState, { rung, next, awaits }: Of<'escalated'>): StepState => {
  const step = remindedOf(before, { rung })
  const alarms = next === undefined ? step.alarms : [...step.alarms, next].sort(soonestFirst)
  return awaits === 'arrival' ? { ...step, alarms, sentAgain: (step.sentAgain ?? 0) + 1 } : { ...step, alarms }
}

const soonestFirst = (first: PlannedAlarm, second: PlannedAlarm): number =>
  first.at < second.at ? -1 : first.at > second.at ? 1 : first.rung - second.rung

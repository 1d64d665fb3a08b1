import { workingDaysAfter } from '../calendar.js'
import type { PlannedAlarm } from '../values/planned-alarm.js'
import type { Instant } from '../ids.js'
import type { StepKey } from '../values/step-key.js'
import { offices, roles } from '../role.js'
import type { StepState } from '../state.js'
import { add, calendarOf, claim, definitionOf, type Draft } from './draft.js'
import { clerks } from './paper.js'

/** A written reminder that has come back is sent again, and so long is waited for an answer (E3). */
const betweenReminders = 15

/** Working days after which an answer on paper that nobody has confirmed is asked about again. */
const betweenLooksForPaper = 5

interface Sounding {
  readonly step: StepState
  readonly alarm: PlannedAlarm
}

/**
 * Silence decides only after somebody was asked: for a report two written reminders after its date (E3), elsewhere one
 * reminder (R3). Whether they arrived, the outbox knows, so the database must grant it. A window closes by itself (E5).
 */
export const claimReminders = (draft: Draft, step: StepState): Draft => {
  const { rungs, times } = remindersOf(draft, step.key)
  return times === 0 ? draft : claim(draft, { claim: 'reminded', step: step.id, rungs, times })
}

/** Whether the database said that a reminder of this step came back. */
export const remindsAgain = ({ rules: { claimRefusal } }: Draft, { id }: StepState): boolean =>
  claimRefusal?.code === 'reminder_bounced' && claimRefusal.step === id

/** Reminds once more, on every address of the place, tells those who stand over it, and lets silence wait (14.15). */
export const remind = (draft: Draft, { step, alarm }: Sounding): Draft => {
  const rung = remindersOf(draft, step.key).rungs.at(-1) ?? alarm.rung
  const told = add(draft, {
    type: 'escalated',
    step: step.id,
    key: step.key,
    rung: alarm.rung,
    tells: alarm.tells.filter((one) => one !== 'actor'),
    next: { ...alarm, at: nextTime(draft, { step, alarm }) },
  })
  return add(told, {
    type: 'reminded',
    step: step.id,
    key: step.key,
    rung,
    tells: ['actor', ...offices.hearsOfBounces],
  })
}

/**
 * Who has answered on paper is not silent, though nobody has confirmed it yet: silence neither decides nor holds, the
 * clerks are told instead, and it is looked at again. A paper that is refused leaves silence as it was (R3, R16).
 */
export const waitForPaper = (draft: Draft, { step, alarm }: Sounding): Draft => {
  const asked = withPaper(alarm)
  return add(draft, {
    type: 'escalated',
    step: step.id,
    key: step.key,
    rung: asked.rung,
    tells: asked.tells,
    awaits: 'paper',
    next: { ...alarm, at: nextTime(draft, { step, alarm: asked }) },
  })
}

/** Whether an alarm says what becomes of silence. */
export const meansSilence = ({ effect }: PlannedAlarm): boolean => effect === 'silence' || effect === 'hold'

/** What an alarm that means silence does while an answer lies there on paper. */
export const withPaper = ({ effect: _, ...alarm }: PlannedAlarm) => ({
  ...alarm,
  tells: clerks,
  repeats: betweenLooksForPaper,
})

/** When an alarm that repeats sounds next: the first of its times after now, in working days of the side that acts. */
export const nextTime = (draft: Draft, { step, alarm }: Sounding): Instant => {
  const calendar = calendarOf(draft, roles[step.role].side)
  const days = alarm.repeats ?? betweenReminders
  let at = alarm.at
  do at = workingDaysAfter(calendar, { due: at, days })
  while (at <= draft.moment.now)
  return at
}

const remindersOf = (draft: Draft, key: StepKey): { readonly rungs: readonly number[]; readonly times: number } => {
  const definition = definitionOf(draft, key)
  const ladder = draft.rules.procedure.escalation[definition.escalation]
  if (definition.escalation === 'E5') return { rungs: [], times: 0 }
  const rungsOf = (late: boolean): readonly number[] =>
    ladder.flatMap(({ kind, moment }, rung) => (kind === 'reminder' && (moment.at === 'late') === late ? [rung] : []))
  const written = rungsOf(true)
  const rungs = written.length > 0 ? written : rungsOf(false)
  return { rungs, times: written.length > 0 ? written.length : Math.min(1, rungs.length) }
}

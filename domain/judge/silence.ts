import { workingDaysAfter } from '../calendar.js'
import type { PlannedAlarm } from '../values/planned-alarm.js'
import type { Instant } from '../ids.js'
import type { StepKey } from '../values/step-key.js'
import type { Calendar } from '../calendar.js'
import type { Settings, StepDefinition } from '../procedure.js'
import { offices, roleCodes, roles } from '../role.js'
import type { StepState, WaitingPaper } from '../state.js'
import { add, calendarOf, claim, definitionOf, type Draft } from './draft.js'
import { clerks } from './paper.js'

/** A written reminder that has come back is sent again, and so long is waited for an answer (E3). */
const betweenReminders = 15

/**
 * So often a reminder that came back is sent again. Who has no address that works would hold the calendar for ever: from then on the
 * programme reaches the place otherwise, and silence decides when the time after the last one is over (E3).
 */
const mostSentAgain = 2

/** Working days after which an answer on paper that nobody has confirmed is asked about again. */
const betweenLooksForPaper = 5

interface Sounding {
  readonly step: StepState
  readonly alarm: PlannedAlarm
}

/**
 * Silence decides only after somebody was asked: for a report two written reminders after its date (E3), elsewhere one
 * reminder (R3), which reached the side that is asked. Whether they arrived, the outbox knows, so the database must grant it. A window
 * closes by itself (E5).
 */
export const claimReminders = (draft: Draft, step: StepState): Draft => {
  const { rungs, times } = remindersOf(draft, step.key)
  if (times === 0 || isSentEnough(step)) return draft
  const readers = roleCodes.filter((role) => roles[role].side === roles[step.role].side)
  return claim(draft, { claim: 'reminded', step: step.id, rungs, times, readers })
}

/** Whether the database said that a reminder of this step came back, and it is sent again. */
export const remindsAgain = ({ rules: { claimRefusal } }: Draft, step: StepState): boolean =>
  claimRefusal?.code === 'reminder_bounced' && claimRefusal.step === step.id && !isSentEnough(step)

const isSentEnough = ({ sentAgain = 0 }: StepState): boolean => sentAgain >= mostSentAgain

/** Reminds once more, on every address of the place, tells those who stand over it, and lets silence wait (14.15). */
export const remind = (draft: Draft, { step, alarm }: Sounding): Draft => {
  const rung = remindersOf(draft, step.key).rungs.at(-1) ?? alarm.rung
  const told = add(draft, {
    type: 'escalated',
    step: step.id,
    key: step.key,
    rung: alarm.rung,
    tells: alarm.tells.filter((one) => one !== 'actor'),
    awaits: 'arrival',
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
 * Whether what lies there on paper keeps silence from falling on a step (R16): while it is fresh always, and after that wherever its
 * sender would lose something that the programme's own people let lie. Where every answer ends the base alike, or silence settles a
 * matter and finds nothing, nobody loses by it, and nothing waits for a second person without an end.
 */
export const waitsForPaper = (
  { dueAt, papers = [] }: Papered,
  { alarm, definition, settings, calendar }: OnPaper,
): boolean => {
  if (papers.length === 0 || !meansSilence(alarm)) return false
  const over = paperOverAt({ dueAt, papers }, { definition, settings, calendar })
  return over === undefined || alarm.at < over
}

/** A step with what lies there on paper. */
interface Papered extends Pick<StepState, 'dueAt'> {
  readonly papers?: readonly Pick<WaitingPaper, 'enteredAt'>[] | undefined
}

interface OnPaper {
  readonly alarm: PlannedAlarm
  readonly definition: StepDefinition
  readonly settings: Pick<Settings, 'letLie'>
  readonly calendar: Calendar
}

/** From when on a paper holds a step no longer; undefined: it holds it until somebody confirms it or turns it away. */
export const paperOverAt = (
  { dueAt, papers = [] }: Papered,
  { definition, settings, calendar }: Omit<OnPaper, 'alarm'>,
): Instant | undefined => {
  if (settings.letLie === undefined || !endsOverPaper(definition, settings)) return undefined
  const due = [dueAt, ...papers.map(({ enteredAt }) => enteredAt)].toSorted().at(-1) ?? dueAt
  return workingDaysAfter(calendar, { due, days: settings.letLie.days })
}

/** Whether nobody loses anything where silence falls on a step although a paper lies there: so it does after a time. */
export const endsOverPaper = (
  { silence, options, order, finds }: StepDefinition,
  { letLie }: Pick<Settings, 'letLie'>,
): boolean => {
  if (silence === undefined || letLie === undefined) return false
  const leads = order.map((option) => options[option]?.leads)
  const ends = new Set(leads.map((lead) => (lead !== undefined && 'end' in lead ? lead.end : undefined)))
  const lead = options[silence]?.leads
  const settles = lead !== undefined && 'settles' in lead && lead.settles === 'matter' && finds?.[silence] === undefined
  return settles || (ends.size === 1 && !ends.has(undefined))
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

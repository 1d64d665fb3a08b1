import { addCalendarDays } from '../calendar.js'
import type { PlannedAlarm } from '../values/planned-alarm.js'
import type { Instant } from '../ids.js'
import { isActive, stageFor, statusFor, type Stage } from '../lifecycle.js'
import type { ReasonCode } from '../reason-code.js'
import { carriedStatus, openSteps, type BaseState, type StepState } from '../state.js'
import { startClocks } from './clock-stop.js'
import { closed } from './close.js'
import {
  accept,
  add,
  calendarOf,
  definitionOf,
  draftOf,
  type Draft,
  type Judgement,
  type JudgementMoment,
  type Rules,
} from './draft.js'
import { roles, type Role } from '../role.js'
import { expiryDueAt, tellExpiry } from './expiry.js'
import { goOnWithout, letLieAt } from './let-lie.js'
import { raiseRenewal, renewalDueAt } from './matter.js'
import { claimReminders, nextTime, remind, remindsAgain, waitForPaper, waitsForPaper } from './silence.js'
import { reconvene } from './convening.js'
import { endWithTerm, graceOverAt } from './term.js'
import { askToScreen, screeningDueAt } from './screening.js'
import { finishAs, settle } from './settle.js'
import { standInOf } from '../supervisor.js'
import { askAboutSlot, reservationDueAt } from './ten.js'
import { defined } from '../values/defined.js'

/** The next instant at which the clock has something to do for this base, or null: alarms, dates, the end of a hold. */
export const nextDueAt = (
  state: BaseState,
  { procedure, calendars }: Pick<Rules, 'procedure' | 'calendars'>,
): Instant | null => {
  if (state.closed || state.seq === 0) return null
  if (state.heldAt !== undefined) return state.heldUntil ?? null
  const dates = [
    renewalDueAt(state, { procedure, calendars }),
    reservationDueAt(state, { procedure }),
    screeningDueAt(state, { procedure }),
    letLieAt(state, { procedure, calendars }),
    expiryDueAt(state, { procedure, calendars }),
    graceOverAt(state, { procedure, calendars }),
  ]
  const instants = movingSteps(state, { procedure }).flatMap((step) => {
    const byClock = procedure.steps[step.key]?.decides.by === 'clock'
    const alarm = step.alarms[0]?.at
    return byClock ? [step.dueAt] : alarm === undefined ? [] : [alarm]
  })
  return [...instants, ...dates.filter((at) => at !== null)].toSorted()[0] ?? null
}

/** Open steps whose clocks run: all, or in an integrity stop those of the stop alone (E6). */
export const movingSteps = (state: BaseState, { procedure }: Pick<Rules, 'procedure'>): readonly StepState[] => {
  const { frozen } = state
  if (frozen === undefined) return openSteps(state)
  return openSteps(state).filter(({ key }) => procedure.steps[key]?.matter === frozen.matter)
}

/** An alarm is a command of the clock: everything due by now happens, soonest first; nothing due gives no events. */
export const judgeTick = (
  state: BaseState,
  { rules, moment }: { rules: Rules; moment: JudgementMoment },
): Judgement => {
  let draft = draftOf(state, { rules, moment })
  for (;;) {
    const due = nextDueAt(draft.state, rules)
    if (due === null || due > moment.now) return accept(draft)
    const rung = settle(ring(draft, due))
    // One thing at a time that the database must grant: what else is due follows in the next tick.
    if (rung.claims.length > draft.claims.length) return accept(rung)
    draft = rung
  }
}

const ring = (draft: Draft, due: Instant): Draft => {
  const { state, rules } = draft
  if (state.heldAt !== undefined) return holdOver(draft, state.heldAt)
  if (renewalDueAt(state, rules) === due) return raiseRenewal(draft)
  if (reservationDueAt(state, rules) === due) return askAboutSlot(draft)
  if (screeningDueAt(state, rules) === due) return askToScreen(draft)
  if (expiryDueAt(state, rules) === due) return tellExpiry(draft)
  if (letLieAt(state, rules) === due) return goOnWithout(draft)
  for (const step of movingSteps(state, rules)) {
    const { decides } = definitionOf(draft, step.key)
    if (decides.by === 'clock' && step.dueAt === due)
      return closed(draft, { step, option: decides.option, code: undefined, how: 'clock' })
    const alarm = step.alarms[0]
    if (alarm?.at === due) return sound(draft, { step, alarm })
  }
  // Last of what falls on one moment: whoever has closed the renewal at that date has ended the base with its own reason.
  if (graceOverAt(state, rules) === due) return endWithTerm(draft)
  throw new RangeError(`nothing of ${state.id} is due at ${due} under ${rules.procedure.version}`)
}

/** A partner who stayed silent lapses with the hold; an active base goes on when the time of force majeure is over (R3, 8.5). */
const holdOver = (draft: Draft, stoppedAt: Instant): Draft => {
  if (!isActive(carriedStatus(draft.state))) return finishAs(draft, { status: statusFor.overdue, code: 'LAT' })
  const resumed = add(draft, { type: 'resumed' })
  return startClocks(resumed, { steps: openSteps(resumed.state), stoppedAt })
}

const sound = (draft: Draft, { step, alarm }: { step: StepState; alarm: PlannedAlarm }): Draft => {
  const definition = definitionOf(draft, step.key)
  const calendar = calendarOf(draft, roles[step.role].side)
  if (waitsForPaper(step, { alarm, definition, settings: draft.rules.procedure.settings, calendar }))
    return waitForPaper(draft, { step, alarm })
  if (alarm.effect === 'silence' && remindsAgain(draft, step)) return remind(draft, { step, alarm })
  const told = tellOf(draft, { step, alarm })
  const rung = told.state.stage?.steps[step.id] ?? step
  if (alarm.effect === undefined) return told
  switch (alarm.effect) {
    case 'silence':
      return silenceOf(told, rung)
    case 'hold':
      return holdForSilence(told, rung)
    case 'reconvene':
      return reconvene(told, rung)
    case 'reassign':
      return reassign(told, rung)
  }
}

/** After a standstill several reminders of one step are due at once: the last one speaks for all (no flood). */
const tellOf = (draft: Draft, { step, alarm }: { step: StepState; alarm: PlannedAlarm }): Draft => {
  const { now } = draft.moment
  const later = step.alarms.find(
    (other) =>
      other !== alarm && other.at <= now && other.kind === alarm.kind && (other.effect ?? 'reassign') === 'reassign',
  )
  const silent = alarm.effect === undefined && later !== undefined
  const again = alarm.repeats === undefined || alarm.effect === 'silence' ? undefined : repeated(draft, { step, alarm })
  return add(draft, {
    type: alarm.kind === 'reminder' ? 'reminded' : 'escalated',
    step: step.id,
    key: step.key,
    rung: alarm.rung,
    tells: silent ? [] : alarm.tells,
    ...defined({ next: again }),
  })
}

/** The last rung sounds again until somebody acts; what it does besides telling it does once. Missed times are not made up for. */
const repeated = (draft: Draft, { step, alarm }: { step: StepState; alarm: PlannedAlarm }): PlannedAlarm => {
  const { effect: _, ...again } = alarm
  return { ...again, at: nextTime(draft, { step, alarm }) }
}

/** Late for long, a step of one person may be acted on by another role too; a body or scorers get substitutes instead (8.4, 1.8). */
const reassign = (draft: Draft, step: StepState): Draft => {
  const definition = definitionOf(draft, step.key)
  return definition.decides.by === 'one'
    ? add(draft, { type: 'stand_in_called', step: step.id, key: step.key, to: standInOf(definition) })
    : draft
}

const silenceOf = (draft: Draft, step: StepState): Draft => {
  const definition = definitionOf(draft, step.key)
  const option = definition.silence
  if (option === undefined) return draft
  const asked = claimReminders(draft, step)
  return closed(asked, { step, option, code: codeOfSilence(draft, definition.options[option]?.codes), how: 'silence' })
}

/** A base that the clock takes off a waiting list leaves with the code it went on with. */
const codeOfSilence = ({ state }: Draft, codes: readonly ReasonCode[] | undefined): ReasonCode | undefined =>
  codes?.find((code) => code === state.code) ?? codes?.[0]

/**
 * R3: in stages 1–3 a silent partner's base is held, and lapses after 90 cd; in launch 4.10 decides (R1). Where the
 * programme itself is late (its signatory at 3.11a) nobody else pays for it: it is told again until it acts.
 */
export const holdsInSilence = ({ stage, role }: { readonly stage: Stage; readonly role: Role }): boolean =>
  stageFor.silence.includes(stage) && roles[role].side === 'partner'

const holdForSilence = (draft: Draft, { role }: StepState): Draft => {
  const stage = draft.state.stage?.stage
  if (stage === undefined || !holdsInSilence({ stage, role })) return draft
  const days = draft.rules.procedure.settings.partnerHoldDays
  const until = addCalendarDays(calendarOf(draft, 'partner'), { from: draft.moment.now, days })
  return add(draft, { type: 'held', code: 'LAT', until, cause: 'silent_partner' })
}

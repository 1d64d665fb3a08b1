import { ordered } from './order.js'
import { firstJanuaryAtLeastMonthsAfter, resumeCalendarDue } from '../calendar.js'
import { addYears, plainDate } from '../calendar-date.js'
import { endOfDay, localDate, startOfDay } from '../calendar-zone.js'
import type { BaseEvent } from '../event.js'
import { lifecycle, stageFor, statusFor, type Status } from '../lifecycle.js'
import { stepMeaning } from '../meanings.js'
import type { Instant } from '../ids.js'
import type { StepDefinition } from '../procedure.js'
import { roles } from '../role.js'
import type { Effect } from '../story.js'
import { tell } from '../telling.js'
import type { StepKey } from '../values/step-key.js'
import { frozenBy } from '../matters-beside.js'
import { matterOf, openSteps, type BaseState, type StepState } from '../state.js'
import { add, calendarOf, claim, definitionOf, type Draft } from './draft.js'
import { alarmsOf, dueAt } from './deadline.js'
import { conclude, concludeExtraordinary, extraordinaryAgain, reconclude } from './conclude.js'
import { liftCondition } from './conditions.js'
import { grantRoleModel, proposeRoleModel } from './role-model.js'
import { moveTo } from './move.js'
import { alsoActs } from './seat.js'
import { claimActivation, prolongReservation, slotUntil, reserveSlot, takeShortlistPlace } from './ten.js'
import { startClocks } from './clock-stop.js'
import { defined } from '../values/defined.js'

/** No story has more effects in a row than this; more means a story that never comes to rest. */
const restless = 400

/**
 * Lets everything happen that happens by itself now: stages entered and left, steps opened, papers ordered, the slot
 * reserved. A decision and all that it opens are one set of events (0005). On hold nothing happens, and under a stop nothing
 * but what the stop asks, and the step named (8.5, E6): what has arrived is remembered and settles when the base goes on.
 */
export const settle = (draft: Draft, { even }: { readonly even?: StepKey } = {}): Draft => {
  let settled = draft
  for (let turn = 0; turn < restless; turn += 1) {
    const { state, rules } = settled
    if (rests(state)) return settled
    const alone = frozenBy(state)?.no
    const { due, open } = tell(rules.story(state), { state, procedure: rules.procedure, alone, even })
    if (alone === undefined) settled = stopUnreached(settled, open)
    if (due.length === 0) return settled
    settled = due.reduce((before, effect) => (rests(before.state) ? before : happen(before, effect)), settled)
  }
  throw new RangeError(`the story of ${draft.state.id} does not come to rest`)
}

/** Nothing happens by itself after the end, nor on hold. */
const rests = ({ closed, heldAt }: BaseState): boolean => closed || heldAt !== undefined

/** Open steps the story no longer comes to stop: what it asks again opens under a new number. */
const stopUnreached = (draft: Draft, told: readonly StepState[]): Draft => {
  const reached = new Set(told.map(({ id }) => id))
  return openSteps(draft.state)
    .filter(({ id }) => !reached.has(id))
    .reduce(stopped, draft)
}

const stopped = (draft: Draft, { id, key }: StepState): Draft =>
  add(draft, { type: 'step_closed', step: id, key, option: 'stopped', how: 'stopped' })

/** One effect as its event or events. */
const happen = (draft: Draft, effect: Effect): Draft => {
  switch (effect.effect) {
    case 'enter':
      return enterStage(draft, effect)
    case 'open':
      return openStep(draft, effect)
    case 'status':
      return moveTo(draft, effect)
    case 'conclude':
      return conclude(draft)
    case 'reconclude':
      return reconclude(draft)
    case 'conclude_extraordinary':
      return concludeExtraordinary(draft)
    case 'set_aside':
      return extraordinaryAgain(draft, { setAside: true })
    case 'bring_into_force':
      return extraordinaryAgain(draft, { inForce: true })
    case 'hold':
      return holdUntilDay(draft, effect)
    case 'unfreeze':
      return unfreeze(draft)
    case 'lift':
      return liftCondition(draft, effect)
    case 'propose_role_model':
      return proposeRoleModel(draft)
    case 'grant_role_model':
      return grantRoleModel(draft)
    case 'finish':
      return finishAs(draft, effect)
    case 'shortlist':
      return effect.taken ? takeShortlistPlace(draft) : add(draft, { type: 'shortlist_decided', taken: false })
    case 'reserve':
      return reserveSlot(draft)
    case 'leave':
      return leaveStage(draft, effect)
    case 'order':
    case 'plaque':
    case 'sign':
    case 'waive':
    case 'amend':
    case 'renew':
      return add(draft, eventOf(draft, effect))
    case 'activate':
      return add(claimActivation(draft), activated(draft))
    case 'prolong':
      return prolongReservation(draft)
  }
}

type Plain = Extract<Effect, { effect: 'order' | 'plaque' | 'sign' | 'waive' | 'amend' | 'renew' }>

/** Effects that are one event and nothing else. */
const eventOf = (draft: Draft, effect: Plain): BaseEvent => {
  switch (effect.effect) {
    case 'order':
      return {
        ...ordered(draft, effect.kind),
        ...defined({
          redressUntil: effect.contestable === true ? redressUntil(draft) : undefined,
          matter: effect.matter,
        }),
      }
    case 'plaque':
      return { type: 'plaque_reserved', plaque: plaqueOf(draft) }
    case 'sign':
      return signed(draft)
    case 'waive':
      return { type: 'caps_waived' }
    case 'amend':
      return { type: 'memorandum_amended', on: draft.moment.now }
    case 'renew':
      return renewed(draft)
  }
}

/**
 * A stage begins under the newest version in force (8.8), which the database has to grant: one that came meanwhile is
 * fetched, and the decision judged again. The first stage has just been given its version.
 */
const enterStage = (draft: Draft, { stage, no }: Extract<Effect, { effect: 'enter' }>): Draft => {
  const procedure = draft.rules.newest ?? draft.rules.procedure
  const { id, version } = procedure
  const under = { ...draft, rules: { ...draft.rules, procedure } }
  return add(no === 1 ? under : claim(under, { claim: 'rules', procedure: id, version }), {
    type: 'stage_entered',
    stage,
    no,
    ...yearOf(draft.state, stage),
    procedure: id,
    rulesVersion: version,
  })
}

/** The stage is over; what came up beside it and is not settled goes on beside the next. */
const leaveStage = (draft: Draft, { stage, no }: Extract<Effect, { effect: 'leave' }>): Draft => {
  const { state, rules } = draft
  const { beside } = tell(rules.story(state), { state, procedure: rules.procedure })
  const open = beside.flatMap(({ no: matter, isSettled, effects }) => (isSettled ? [] : [{ matter, effects }]))
  return add(draft, {
    type: 'stage_left',
    stage,
    no,
    outcome: state.status,
    ...defined({ beside: open.length === 0 ? undefined : open }),
  })
}

const yearOf = (state: BaseState, stage: string): { year?: number } => {
  if (stage !== stageFor.years) return {}
  const last = state.facts.reviews.at(-1)
  return { year: last === undefined ? Number((state.facts.firstReviewOn ?? '').slice(0, 4)) : last.year + 1 }
}

const openStep = (draft: Draft, { key, id, matter }: Extract<Effect, { effect: 'open' }>): Draft => {
  const step = definitionOf(draft, key)
  const { side } = roles[step.role]
  const calendar = calendarOf(draft, side)
  const { now } = draft.moment
  const also = alsoActs(step)
  const { pace, renewalDays } = draft.rules.procedure.settings
  const due = dueAt(step, { state: draft.state, calendar, now, pace, renewalDays })
  return add(draft, {
    type: 'step_opened',
    step: id,
    key,
    role: step.role,
    dueAt: due,
    calendar: calendar.id,
    alarms: alarmsOf(step, { procedure: draft.rules.procedure, span: { calendar, openedAt: now, dueAt: due, now } }),
    seats: seatsOf(step),
    ...defined({ also: also.length === 0 ? undefined : also, matter }),
  })
}

const seatsOf = ({ decides }: StepDefinition): number =>
  decides.by === 'votes' ? decides.seats : decides.by === 'sheets' ? decides.count : 1

/** As long as the step stays open in which it is asked for; undefined where the procedure has none. */
const redressUntil = (draft: Draft): Instant | undefined => {
  const asked = stepMeaning(draft.rules.procedure.steps, 'redress_request')
  if (asked === undefined) return undefined
  const calendar = calendarOf(draft, roles[asked.role].side)
  const { pace, renewalDays } = draft.rules.procedure.settings
  return dueAt(asked, { state: draft.state, calendar, now: draft.moment.now, pace, renewalDays })
}

const plaqueOf = ({ state, moment }: Draft): string =>
  `GICCB-${moment.now.slice(0, 4)}-${String(state.facts.slot ?? 0).padStart(2, '0')}`

const signed = (draft: Draft): BaseEvent => {
  const calendar = calendarOf(draft, 'partner')
  const on = draft.moment.now
  return {
    type: 'memorandum_signed',
    on,
    endsOn: addYears(localDate(calendar, on), draft.rules.procedure.settings.mouTermYears),
    ...slotUntil(draft, 'launchDays'),
  }
}

/** A renewal runs on from the end of the term before, however late it is signed in the grace after it (9, 12). */
const renewed = ({ state, rules, moment }: Draft): BaseEvent => {
  const before = plainDate(state.facts.endsOn ?? moment.now.slice(0, 'YYYY-MM-DD'.length))
  return { type: 'memorandum_renewed', on: moment.now, endsOn: addYears(before, rules.procedure.settings.mouTermYears) }
}

const activated = (draft: Draft): BaseEvent => {
  const calendar = calendarOf(draft, 'programme')
  const { now } = draft.moment
  const months = draft.rules.procedure.settings.firstReviewMonths
  const first = firstJanuaryAtLeastMonthsAfter(calendar, { instant: now, months })
  // The local day in New York begins at 05:00 UTC, so the year of the instant is the year of the date.
  return { type: 'base_activated', on: now, firstReviewOn: startOfDay(calendar, first) }
}

/** Held for force majeure to the end of the day that was asked for, where the place is (8.5). */
const holdUntilDay = (draft: Draft, { matter }: Extract<Effect, { effect: 'hold' }>): Draft => {
  const { code = 'FMJ', facts } = matterOf(draft.state, defined({ matter })) ?? {}
  const day = facts?.until
  if (day === undefined) throw new RangeError(`${draft.state.id} is held by a matter that names no day`)
  const until = endOfDay(calendarOf(draft, 'partner'), plainDate(day))
  return add(draft, { type: 'held', code, until, cause: 'force_majeure' })
}

/** An integrity stop is lifted: the base stands where it stood, and the deadlines move by the days that were stopped (8.5). */
const unfreeze = (draft: Draft): Draft => {
  const { frozen } = draft.state
  if (frozen === undefined) return draft
  const matter = frozenBy(draft.state)?.no ?? 0
  const { hold } = frozen
  const heldUntil = hold?.until === undefined ? undefined : holdUntil(draft, { until: hold.until, since: frozen.since })
  const lifted = add(draft, { type: 'unfrozen', matter, ...defined({ onHold: hold && (true as const), heldUntil }) })
  // Under a hold they stand until it ends, and move then by the days of both.
  if (hold !== undefined) return lifted
  return startClocks(lifted, { steps: openSteps(lifted.state), stoppedAt: frozen.since })
}

/** A hold that would end by itself ends so many days later as the stop lasted: nobody lapses for a time in which nobody could act. */
const holdUntil = (draft: Draft, { until, since }: { readonly until: Instant; readonly since: Instant }): Instant =>
  resumeCalendarDue(calendarOf(draft, 'partner'), { due: until, stoppedAt: since, resumedAt: draft.moment.now })

/** The end: open steps stop, a slot is freed, the reasons go out, nothing follows. */
export const finishAs = (
  draft: Draft,
  { status, code }: { status: Status; code?: Extract<Effect, { effect: 'finish' }>['code'] },
): Draft => {
  const coded = code === undefined ? {} : { code }
  let ending = draft
  for (const step of openSteps(draft.state)) ending = stopped(ending, step)
  if (ending.state.status !== status) ending = moveTo(ending, { effect: 'status', status, ...coded })
  const slot = ending.state.facts.slot
  if (slot !== undefined && !lifecycle[status].holdsSlot)
    ending = add(claim(ending, { claim: 'release_slot' }), { type: 'slot_freed', slot })
  // Where redress could be asked, the letter went out before its time began (8.9); of a second "no" nobody was told yet.
  const told = Object.values(ending.state.stage?.steps ?? {}).some(
    ({ key, outcome, voided }) =>
      draft.rules.procedure.steps[key]?.means === 'redress_request' &&
      voided === undefined &&
      outcome?.option !== 'stopped',
  )
  if (statusFor.explained.includes(status) && !told)
    ending = happen(ending, { effect: 'order', kind: 'decision_letter' })
  const { stage } = ending.state
  if (stage !== undefined)
    ending = add(ending, { type: 'stage_left', stage: stage.stage, no: stage.no, outcome: status, ...coded })
  return add(ending, { type: 'base_closed', status, ...coded })
}

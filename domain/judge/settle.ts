import { firstJanuaryAtLeastMonthsAfter } from '../calendar.js'
import { addYears } from '../calendar-date.js'
import { localDate, startOfDay } from '../calendar-zone.js'
import type { BaseEvent } from '../event.js'
import { canMove, lifecycle, type Status } from '../lifecycle.js'
import type { StepDefinition } from '../procedure.js'
import { colourOf } from '../review.js'
import { roles } from '../role.js'
import type { Effect } from '../story.js'
import { tell } from '../telling.js'
import { openSteps, type BaseState } from '../state.js'
import { add, calendarOf, claim, type Draft } from './draft.js'
import { alarmsOf, dueAt } from './deadline.js'
import { reviewGround } from './supports.js'

/** No story has more effects in a row than this; more means a story that never comes to rest. */
const restless = 400

/**
 * Lets everything happen that happens by itself now: stages entered and left, steps opened, papers ordered, the slot
 * reserved. A decision and all that it opens are one set of events (design 2).
 */
export const settle = (draft: Draft): Draft => {
  let settled = draft
  for (let turn = 0; turn < restless; turn += 1) {
    if (settled.state.closed) return settled
    const { due } = tell(settled.rules.story(settled.state), {
      state: settled.state,
      procedure: settled.rules.procedure,
    })
    if (due.length === 0) return settled
    settled = due.reduce((before, effect) => (before.state.closed ? before : happen(before, effect)), settled)
  }
  throw new RangeError(`the story of ${draft.state.id} does not come to rest`)
}

/** One effect as its event or events. */
const happen = (draft: Draft, effect: Effect): Draft => {
  switch (effect.effect) {
    case 'open':
      return openStep(draft, effect)
    case 'status':
      return moveTo(draft, effect)
    case 'conclude':
      return conclude(draft)
    case 'finish':
      return finishAs(draft, effect)
    case 'shortlist':
    case 'reserve':
      return take(draft, effect.effect)
    case 'enter':
    case 'leave':
    case 'order':
    case 'plaque':
    case 'sign':
    case 'activate':
      return add(draft, eventOf(draft, effect))
  }
}

type Plain = Extract<Effect, { effect: 'enter' | 'leave' | 'order' | 'plaque' | 'sign' | 'activate' }>

/** Effects that are one event and nothing else. */
const eventOf = (draft: Draft, effect: Plain): BaseEvent => {
  const { state, rules } = draft
  switch (effect.effect) {
    case 'enter':
      return {
        type: 'stage_entered',
        stage: effect.stage,
        no: effect.no,
        ...yearOf(state, effect.stage),
        procedure: rules.procedure.id,
        rulesVersion: rules.procedure.version,
      }
    case 'leave':
      return { type: 'stage_left', stage: effect.stage, no: effect.no, outcome: state.status }
    case 'order':
      return {
        type: 'document_ordered',
        order: `${effect.kind}-${state.seq + 1}`,
        kind: effect.kind,
        languages: state.languages,
      }
    case 'plaque':
      return { type: 'plaque_reserved', plaque: plaqueOf(draft) }
    case 'sign':
      return signed(draft)
    case 'activate':
      return activated(draft)
  }
}

/** What two bases may race for: the database grants it together with the event, or the command is judged again. */
const take = (draft: Draft, what: 'shortlist' | 'reserve'): Draft => {
  const { programme, call } = draft.state
  return what === 'shortlist'
    ? add(claim(draft, { claim: 'shortlist', programme, call }), { type: 'shortlist_place_taken' })
    : // The database writes the number; 0 stands for "the lowest free one".
      add(claim(draft, { claim: 'slot', programme }), { type: 'slot_reserved', slot: 0 })
}

const yearOf = (state: BaseState, stage: string): { year?: number } => {
  if (stage !== 'yearly_review') return {}
  const last = state.facts.reviews.at(-1)
  return { year: last === undefined ? Number((state.facts.firstReviewOn ?? '').slice(0, 4)) : last.year + 1 }
}

const openStep = (draft: Draft, { key, id }: { key: string; id: string }): Draft => {
  const step = definitionOf(draft, key)
  const { side } = roles[step.role]
  const calendar = calendarOf(draft, side)
  const { now } = draft.moment
  const due = dueAt(step, { state: draft.state, calendar, now })
  return add(draft, {
    type: 'step_opened',
    step: id,
    key,
    role: step.role,
    dueAt: due,
    calendar: calendar.id,
    alarms: alarmsOf(step, { procedure: draft.rules.procedure, span: { calendar, openedAt: now, dueAt: due, now } }),
    seats: seatsOf(step),
  })
}

/** A step's row in the pinned procedure; a story that asks for another step is a defect. */
export const definitionOf = (draft: Draft, key: string): StepDefinition => {
  const step = draft.rules.procedure.steps[key]
  if (step === undefined) throw new RangeError(`procedure ${draft.rules.procedure.id} has no step ${key}`)
  return step
}

const seatsOf = ({ decides }: StepDefinition): number =>
  decides.by === 'votes' ? decides.seats : decides.by === 'sheets' ? decides.count : 1

/** A move along the lifecycle table; one that the table does not have is a defect of the story. */
const moveTo = (draft: Draft, effect: Extract<Effect, { effect: 'status' }>): Draft => {
  const from = draft.state.status
  const to = effect.status
  if (from !== to && !canMove(from, to)) throw new RangeError(`${draft.state.id} cannot go from ${from} to ${to}`)
  return add(draft, { type: 'status_changed', from, to, ...(effect.code === undefined ? {} : { code: effect.code }) })
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
  }
}

const activated = (draft: Draft): BaseEvent => {
  const calendar = calendarOf(draft, 'programme')
  const { now } = draft.moment
  const months = draft.rules.procedure.settings.firstReviewMonths
  const first = firstJanuaryAtLeastMonthsAfter(calendar, { instant: now, months })
  // The local day in New York begins at 05:00 UTC, so the year of the instant is the year of the date.
  return { type: 'base_activated', on: now, firstReviewOn: startOfDay(calendar, first) }
}

/** The confirmed colour with its points (R11), and the status it gives; a red one moves only when the board withdraws. */
const conclude = (draft: Draft): Draft => {
  const { state } = draft
  const steps = Object.values(state.stage?.steps ?? {})
  const panel = steps.filter((step) => step.key === '5.8').at(-1)?.outcome
  const examined = steps.filter((step) => step.key === '5.8s').at(-1)?.outcome
  const option = panel?.option === 'suspend' ? (examined?.option ?? 'lift') : (panel?.option ?? 'yellow')
  const colour = colourOf(option, state.facts.reviews.at(-1)?.colour ?? 'green')
  const total = reviewGround(draft.state, draft.rules.procedure).result.total
  const concluded = add(draft, { type: 'review_concluded', year: state.stage?.year ?? 0, colour, total })
  const to: Partial<Record<typeof colour, Status>> = {
    green: 'active_green',
    green_with_advice: 'active_green',
    yellow: 'active_yellow',
    role_model: 'active_role_model',
  }
  // A suspended base that is proposed red stays suspended until the board decides; a lifted one gets its name back.
  const next = to[colour] ?? (option === 'lift' ? 'active_yellow' : state.status)
  if (next === state.status) return concluded
  return moveTo(concluded, {
    effect: 'status',
    status: next,
    ...(panel?.code === undefined ? {} : { code: panel.code }),
  })
}

/** Statuses that end with a letter saying why (8.15). */
const explained: readonly Status[] = ['declined', 'not_recommended', 'lapsed', 'removed', 'withdrawn_by_nominee']

/** The end: open steps stop, a slot is freed, the reasons go out, nothing follows. */
export const finishAs = (
  draft: Draft,
  { status, code }: { status: Status; code?: Extract<Effect, { effect: 'finish' }>['code'] },
): Draft => {
  const coded = code === undefined ? {} : { code }
  let ending = draft
  for (const step of openSteps(draft.state))
    ending = add(ending, { type: 'step_closed', step: step.id, key: step.key, option: 'stopped', how: 'stopped' })
  if (ending.state.status !== status) ending = moveTo(ending, { effect: 'status', status, ...coded })
  const slot = ending.state.facts.slot
  if (slot !== undefined && !lifecycle[status].holdsSlot)
    ending = add(claim(ending, { claim: 'release_slot' }), { type: 'slot_freed', slot })
  if (explained.includes(status)) ending = happen(ending, { effect: 'order', kind: 'decision_letter' })
  const { stage } = ending.state
  if (stage !== undefined)
    ending = add(ending, { type: 'stage_left', stage: stage.stage, no: stage.no, outcome: status, ...coded })
  return add(ending, { type: 'base_closed', status, ...coded })
}

import { isWorkingDay } from '../../domain/calendar.js'
import { dueDay, localDate, startOfDay } from '../../domain/calendar-zone.js'
import type { BaseEvent } from '../../domain/event.js'
import { partnerCalendarId } from '../../domain/judge/draft.js'
import { needsOf } from '../../domain/judge/offers.js'
import { canMove, isFinal, lifecycle, stages } from '../../domain/lifecycle.js'
import type { OptionRule, Procedure } from '../../domain/procedure.js'
import { steps } from '../../domain/gicc/steps.js'
import { actorsOf, openSteps, type BaseState, type StepState } from '../../domain/state.js'
import { tell } from '../../domain/telling.js'
import { roles } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import { rules, type ABase } from './a-base.js'

/** What is wrong with a base at rest, whatever happened to it. */
export const wrongWith = (base: ABase): readonly string[] => {
  const state = base.state()
  const waits =
    state.heldAt !== undefined || base.openKeys().length > 0 || base.awaitsSession() || state.orders.length > 0
  return [
    ...(state.closed && !isFinal(state.status) ? [`closed as ${state.status}`] : []),
    ...(state.closed && base.openKeys().length > 0 ? ['closed with open steps'] : []),
    ...(!state.closed && !waits ? [`waits for nothing in ${state.status}`] : []),
    ...(!state.closed && isFinal(state.status) && !base.openKeys().some((key) => lastSteps.includes(key))
      ? [`lives on as ${state.status}`]
      : []),
    ...(state.closed && state.facts.slot !== undefined ? ['keeps its slot'] : []),
    ...(lifecycle[state.status].holdsSlot && state.status !== 'suspended' && state.facts.slot === undefined
      ? [`${state.status} without a slot`]
      : []),
    ...(state.closed && state.status === 'ended_by_agreement' && isRed(state)
      ? ['ended by agreement beside a red']
      : []),
    ...countedThoughVoid(state, base.procedure),
    ...endsWithinADay(state),
    ...countedThoughRecused(state),
    ...promisedOtherwise(base.events()),
    ...heldOffIn(state, base),
  ]
}

/** The last colour of the years or of an extraordinary review is red: that base ends by the board (3.13, 5.12). */
const isRed = ({ facts: { reviews, extraordinary = [] } }: BaseState): boolean => {
  const beside = extraordinary.at(-1)
  return reviews.at(-1)?.colour === 'red' || (beside?.colour === 'red' && beside.setAside !== true)
}

/** A stage waits for no matter beside it: unless a stop or hold lies over it, something of its own is awaited (R3, 5.12). */
export const heldOffIn = (state: BaseState, base: Pick<ABase, 'awaitsSession'>): readonly string[] => {
  if (state.closed || state.heldAt !== undefined || state.frozen !== undefined || isFinal(state.status)) return []
  const own = openSteps(state).some(({ matter }) => matter === undefined)
  const waits = own || base.awaitsSession() || state.orders.length > 0
  return waits ? [] : [`${state.stage?.stage ?? 'between stages'} is held off by a matter beside it`]
}

/** A final status may have its notice or its time for redress before it. */
const lastSteps = ['1.11', 'R0', 'R1', 'R2']

/** A recused person counts on no open step, neither by an act nor as the one it was given to (SD5, 8.4). */
const countedThoughRecused = (state: BaseState): readonly string[] =>
  openSteps(state).flatMap(({ id, acts, holder, recused = [] }) => {
    const away = [...recused, ...Object.keys(state.interests ?? {})]
    const counted = [...acts.flatMap(actorsOf), ...(holder === undefined ? [] : [holder])]
    return counted.filter((person) => away.includes(person)).map((person) => `${person} counts on ${id}`)
  })

/** What ends ends with a day of the side that acts: a day that is named is that side's whole (R4). */
const endsWithinADay = (state: BaseState): readonly string[] => {
  const held = state.heldUntil === undefined ? [] : [['the hold', partnerCalendarId(state), state.heldUntil] as const]
  const ends = openSteps(state).map(({ id, calendar, dueAt }) => [id, calendar, dueAt] as const)
  return [...ends, ...held].flatMap(([what, id, at]) => {
    const calendar = rules.calendars[id]
    return calendar !== undefined && startOfDay(calendar, localDate(calendar, at)) === at
      ? []
      : [`${what} ends at ${at}`]
  })
}

/** Redress may be asked until the instant that a letter ordered with it names, and no letter names one where none may be asked (8.9). */
export const promisedOtherwise = (events: readonly BaseEvent[]): readonly string[] => {
  const promised = events.flatMap((event) =>
    event.type === 'document_ordered' && event.redressUntil !== undefined ? [event.redressUntil] : [],
  )
  const asked = events.flatMap((event) =>
    (event.type === 'step_opened' || event.type === 'step_voided') && steps[event.key]?.means === 'redress_request'
      ? [event]
      : [],
  )
  // Who takes back what was answered, or finds it mis-entered, is asked again, and hears of it by the letter of the step.
  const offered = asked.flatMap((event, at) => {
    const before = asked[at - 1]
    const isAgain = before?.type === 'step_voided' && (before.cause === 'revoked' || before.cause === 'mistake')
    return event.type === 'step_opened' && !isAgain ? [event.dueAt] : []
  })
  return JSON.stringify(promised) === JSON.stringify(offered)
    ? []
    : [`redress is promised until ${promised.join()} and offered until ${offered.join()}`]
}

/**
 * A voided approval never counts: without what was done on voided steps the story stands where it stands with it. What a place has taken
 * back itself still counts against how often it may be chosen (8.7), and stays.
 */
const countedThoughVoid = (state: BaseState, procedure: Procedure): readonly string[] => {
  const { stage } = state
  if (stage === undefined || !Object.values(stage.steps).some(({ voided }) => voided !== undefined)) return []
  const emptied = ({ outcome, ...step }: StepState): StepState => {
    const ofPlace = step.takenBackAs !== undefined && roles[step.takenBackAs].side === 'partner'
    return { ...step, acts: [], ...defined({ outcome: ofPlace ? outcome : undefined }) }
  }
  const steps = Object.fromEntries(
    Object.entries(stage.steps).map(([id, step]) => [id, step.voided === undefined ? step : emptied(step)]),
  )
  const stands = (one: BaseState): string => {
    const { open, due } = tell(rules.story(one), { state: one, procedure })
    return JSON.stringify([open.map(({ id }) => id), due])
  }
  return stands(state) === stands({ ...state, stage: { ...stage, steps } }) ? [] : ['a voided approval counts']
}

/** What is wrong with an event that was written: a move the table does not have, a stage out of order, a due day off. */
export const wrongEvent = (event: BaseEvent): readonly string[] => {
  if (event.type === 'status_changed')
    return event.from === event.to || canMove(event.from, event.to) ? [] : [`${event.from} to ${event.to}`]
  if (event.type === 'stage_entered')
    return event.stage === stages[Math.min(event.no, stages.length) - 1] ? [] : [`${event.stage} as no. ${event.no}`]
  // A day on which nobody acts but the clock, such as the first of a review year, is no deadline.
  if (event.type === 'step_opened' && rules.procedure.steps[event.key]?.decides.by !== 'clock')
    return isDueOnWorkingDay(event) ? [] : [`${event.step} due on a day off, ${event.dueAt}`]
  return []
}

/** Statuses and colours beside the ends that want a reason: what is put off, suspended or not green (8.14). */
const wantReason: readonly string[] = ['waiting_list', 'suspended', 'active_yellow', 'yellow', 'red']

/** What stands in the ledger without its reason: a "no" or a return of a person without code or words, a colour or ending without a code (8.14). */
export const reasonless = (
  event: BaseEvent,
  procedure: Pick<Procedure, 'steps'> = rules.procedure,
): readonly string[] => {
  const rule = 'option' in event ? procedure.steps[event.key]?.options[event.option] : undefined
  if (event.type === 'step_acted') {
    const lacks = needsOf(rule).filter((need) => event[need] === undefined)
    return lacks.map((need) => `${event.step} ${event.option} without a ${need}`)
  }
  const wanted = wantsCode(event, rule)
  return wanted === undefined || ('code' in event && event.code !== undefined) ? [] : [`${wanted} without a code`]
}

const wantsCode = (event: BaseEvent, rule: OptionRule | undefined): string | undefined => {
  if (event.type === 'base_closed') return `closed as ${event.status}`
  if (event.type === 'status_changed') return isFinal(event.to) || wantReason.includes(event.to) ? event.to : undefined
  if (event.type === 'review_concluded') return wantReason.includes(event.colour) ? event.colour : undefined
  if (event.type === 'step_closed' && event.how !== 'stopped' && rule?.codes !== undefined)
    return `${event.step} ${event.option}`
  return undefined
}

const isDueOnWorkingDay = ({ calendar, dueAt }: { readonly calendar: string; readonly dueAt: string }): boolean => {
  const days = rules.calendars[calendar]
  return days !== undefined && isWorkingDay(days, dueDay(days, dueAt))
}

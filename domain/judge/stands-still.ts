import type { Calendar } from '../calendar.js'
import { plainDate } from '../calendar-date.js'
import { endOfDay } from '../calendar-zone.js'
import type { Instant } from '../ids.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { matterOf, openSteps, type BaseState, type StepState } from '../state.js'
import { firstOption } from './offers.js'
import type { Option } from '../values/step-key.js'

interface Asked {
  readonly step: StepState
  readonly definition: StepDefinition
  readonly now: Instant
}

/**
 * Why an open step is decided by nobody now, whoever it would be and whatever is chosen: asked by the judge, and by whoever says
 * to people what they may do.
 */
export const standsStill = (state: BaseState, { step, definition, now }: Asked): Refusal | undefined =>
  onHold(state) ?? frozenOut(state, { step, definition }) ?? runsStill({ step, definition, now })

/** A base on hold waits to be resumed, and for nothing else (8.5). */
export const onHold = ({ id, status, heldAt }: BaseState): Refusal | undefined =>
  heldAt === undefined ? undefined : { code: 'base_on_hold', detail: { base: id, status } }

/** A frozen base moves only in the steps of the matter that froze it (E6). */
export const frozenOut = (
  state: BaseState,
  { step, definition }: Pick<Asked, 'step' | 'definition'>,
): Refusal | undefined => (isFrozenOut(state, definition) ? baseFrozen(state, step.id) : undefined)

/** The "no" of a stop to what is asked, a step or an act, with the steps that settle it: no other one moves (E6). */
export const baseFrozen = (state: BaseState, step: string): Refusal => ({
  code: 'base_frozen',
  detail: { base: state.id, step, open: freezing(state).map(({ id }) => id) },
})

/** Whether a step waits for the stop to be settled. */
export const isFrozenOut = (
  { frozen }: Pick<BaseState, 'frozen'>,
  definition: Pick<StepDefinition, 'matter'> | undefined,
): boolean => frozen !== undefined && definition?.matter !== frozen.matter

/** Steps of the stop itself, redress about it among them. */
const freezing = (state: BaseState): readonly StepState[] =>
  openSteps(state).filter((step) => matterOf(state, step)?.matter === state.frozen?.matter)

/** The notice of a step runs to its end before anybody decides it. */
const runsStill = ({ step, definition, now }: Asked): Refusal | undefined =>
  definition.runsFull === true && now < step.dueAt
    ? { code: 'notice_running', detail: { step: step.id, until: step.dueAt } }
    : undefined

/** Nothing is held until a day that is over: who asked for it asks anew, with another day (8.5). */
export const dayOver = (
  state: BaseState,
  {
    step,
    definition,
    option,
    calendar,
    now,
  }: Asked & { readonly option: Option; readonly calendar: Calendar | undefined },
): Refusal | undefined => {
  const until = matterOf(state, step)?.facts?.until
  if (until === undefined || calendar === undefined || option !== firstOption(definition)) return undefined
  const ends = endOfDay(calendar, plainDate(until))
  return ends > now
    ? undefined
    : {
        code: 'hold_day_over',
        detail: {
          step: step.id,
          until: ends,
          zone: calendar.zone,
          allowed: definition.order.filter((one) => one !== option),
        },
      }
}

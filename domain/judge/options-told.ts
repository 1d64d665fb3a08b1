import type { Calendar } from '../calendar.js'
import type { Instant } from '../ids.js'
import type { OptionRule, Procedure } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import type { BaseState, StepState } from '../state.js'
import type { Option } from '../values/step-key.js'
import { isUsedUp, offeredOptions, ruleOf } from './offers.js'
import { reviewOpen } from './review-open.js'
import { dayOver, standsStill } from './stands-still.js'
import { unsupported } from './supports.js'

/** An option of an open step; with the "no" of the judge where it would be taken of nobody as things stand. */
export interface OptionTold {
  readonly option: Option
  readonly no: Refusal | undefined
}

interface Telling {
  readonly step: StepState
  readonly procedure: Procedure
  readonly now: Instant
  /** Of the side of the place, where days are counted (8.5); absent: no day is looked at. */
  readonly calendar: Calendar | undefined
}

/**
 * What people choose from on an open step, in the order of the procedure: each option is one that would be taken, or comes with
 * the reason why not; of a base that stands still, none is. Who decides and what is brought along is not asked here; what the clock alone chooses is left out.
 */
export const optionsTold = (state: BaseState, { step, procedure, now, calendar }: Telling): readonly OptionTold[] => {
  const definition = procedure.steps[step.key]
  if (definition === undefined || definition.decides.by === 'clock') return []
  const still = standsStill(state, { step, definition, now })
  return definition.order.flatMap((option): readonly OptionTold[] => {
    const rule = ruleOf(definition, option)
    if (rule === undefined || rule.byClock === true) return []
    const no =
      still ??
      usedUp(state, { step, option, rule, procedure }) ??
      dayOver(state, { step, definition, option, calendar, now }) ??
      reviewOpen(state, { step, definition, option, calendar, now }) ??
      noGround(state, { step, option, rule, procedure })
    return [{ option, no }]
  })
}

interface Chosen {
  readonly step: StepState
  readonly option: Option
  readonly rule: OptionRule
  readonly procedure: Procedure
}

/** The "no" to an option whose loop has been gone through as often as it may, with what is left that would be taken. */
export const usedUp = (state: BaseState, { step, option, rule, procedure }: Chosen): Refusal | undefined => {
  const { leads } = rule
  if (!isUsedUp(state, { step, option, rule })) return undefined
  const limit = 'limit' in leads ? leads.limit : 0
  return {
    code: 'option_used_up',
    detail: { step: step.id, option, limit, allowed: borne(state, { step, procedure }) },
  }
}

/** What is offered on a step and bears at least one of its reason codes. */
const borne = (state: BaseState, { step, procedure }: Pick<Chosen, 'step' | 'procedure'>): readonly Option[] =>
  offeredOptions(state, { step, procedure }).filter((option) => {
    const definition = procedure.steps[step.key]
    const rule = definition && ruleOf(definition, option)
    return rule !== undefined && noGround(state, { step, option, rule, procedure }) === undefined
  })

/** A reason code may be the ground of an option: without ground is what none of its codes bears. */
const noGround = (state: BaseState, { step, option, rule, procedure }: Chosen): Refusal | undefined => {
  const [first, ...others] = (rule.codes ?? [undefined]).map((code) =>
    unsupported(state, { step, option, code, procedure }),
  )
  return [first, ...others].every((no) => no !== undefined) ? first : undefined
}

/** The options of `optionsTold` that would be taken: what a reader may choose, wherever it is said to people. */
export const takenOptions = (...asked: Parameters<typeof optionsTold>): readonly Option[] =>
  optionsTold(...asked).flatMap(({ option, no }) => (no === undefined ? [option] : []))

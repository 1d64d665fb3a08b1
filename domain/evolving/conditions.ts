import type { ConditionState } from '../conditions.js'
import type { ConditionEvent } from '../events/conditions.js'
import type { BaseState } from '../state.js'
import type { StepId } from '../values/step-key.js'
import { count, type Evolvers } from './changes.js'

/** Conditions as they are followed until they are met. */
export const conditionEvolvers: Evolvers<ConditionEvent> = {
  conditions_fixed: (state, { step, conditions }) => ({
    ...state,
    conditions: {
      ...state.conditions,
      ...Object.fromEntries(
        conditions.map(({ id, ...terms }): [string, ConditionState] => [
          id,
          { ...terms, status: 'open', fixedBy: step },
        ]),
      ),
    },
  }),
  condition_shown: (state, { condition, by }) =>
    change(state, { condition, to: { status: 'shown', shownBy: by.person } }),
  condition_checked: (state, { condition, result }) => change(state, { condition, to: { status: result } }),
  condition_lifted: (state, { condition, matter }) => {
    const lifted = count(state, { effect: 'lift', matter })
    return state.conditions?.[condition]?.status === 'met'
      ? lifted
      : change(lifted, { condition, to: { status: 'lifted' } })
  },
}

const change = (state: BaseState, { condition, to }: { condition: string; to: Partial<ConditionState> }): BaseState => {
  const before = state.conditions?.[condition]
  return before === undefined
    ? state
    : { ...state, conditions: { ...state.conditions, [condition]: { ...before, ...to } } }
}

/** The state without what a decision fixed that does not count any more. */
export const unfixed = (state: BaseState, step: StepId): BaseState => {
  const { conditions } = state
  if (conditions === undefined || !Object.values(conditions).some(({ fixedBy }) => fixedBy === step)) return state
  const left = Object.entries(conditions).filter(([, { fixedBy }]) => fixedBy !== step)
  return { ...state, conditions: Object.fromEntries(left) }
}

import { defined } from '../values/defined.js'
import type { StepKey } from '../values/step-key.js'
import { actKindOf, type RulesOfActs } from './act-kind.js'
import type { ThingSeen } from './thing.js'

/** How a step ended, as a thing to be seen: what another step tells the place of is not read here (1.11). */
export const outcomeOf = (key: StepKey, rules: RulesOfActs): Extract<ThingSeen, { kind: 'outcome' }> => ({
  kind: 'outcome',
  act: actKindOf(key, rules),
  ...defined({ toldElsewhere: rules.steps[key]?.toldBy === undefined ? undefined : (true as const) }),
})

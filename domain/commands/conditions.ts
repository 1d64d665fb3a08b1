import type { TextReference } from '../values/text-reference.js'

/** Whoever has to meet a condition says that it is met, and shows it. */
export interface ShowCondition {
  readonly type: 'show_condition'
  readonly condition: string
  readonly exhibits: readonly string[]
  readonly reason?: TextReference
}

/** An officer has looked at what was shown. */
export interface CheckCondition {
  readonly type: 'check_condition'
  readonly condition: string
  readonly result: 'met' | 'not_met'
  readonly reason?: TextReference
}

export type ConditionCommand = ShowCondition | CheckCondition

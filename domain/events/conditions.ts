import type { ConditionTerms } from '../conditions.js'
import type { StepId, StepKey } from '../values/step-key.js'
import type { By } from '../values/by.js'
import type { TextReference } from '../values/text-reference.js'

/** Conditions from the decision that fixes them until they are met (8.16): codes, dates and ids. */
export type ConditionEvent =
  | {
      readonly type: 'conditions_fixed'
      readonly step: StepId
      readonly key: StepKey
      readonly conditions: readonly ConditionTerms[]
    }
  | {
      readonly type: 'condition_shown'
      readonly condition: string
      readonly exhibits: readonly string[]
      readonly reason?: TextReference
      readonly by: By
    }
  | {
      readonly type: 'condition_checked'
      readonly condition: string
      readonly result: 'met' | 'not_met'
      readonly reason?: TextReference
      readonly by: By
    }
  | {
      readonly type: 'condition_lifted'
      readonly matter: number
      readonly condition: string
    }

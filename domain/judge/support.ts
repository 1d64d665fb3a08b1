import type { BroughtFacts } from '../facts.js'
import type { LocalText } from '../locale.js'
import type { Procedure } from '../procedure.js'
import type { ReasonCode } from '../reason-code.js'
import type { Refusal } from '../refusal.js'
import type { BaseState, StepState } from '../state.js'
import type { Option } from '../values/step-key.js'

/** An option of a step that is asked for, and what is brought with it. */
export interface ToBear {
  readonly step: StepState
  readonly option: Option
  readonly code?: ReasonCode | undefined
  /** What the act brings; absent where it is only asked what could be chosen, before anything is brought. */
  readonly brought?: BroughtFacts | undefined
  readonly procedure: Procedure
}
/** Whether what is on file bears it: the "no" where it does not. */
export type Support = (state: BaseState, asked: ToBear) => Refusal | undefined

/** What was found stands against the option, and what is left. */
export const finding = (
  { step, option }: Pick<ToBear, 'step' | 'option'>,
  { found, allowed }: { readonly found: LocalText; readonly allowed: readonly Option[] },
): Refusal => ({
  code: 'finding_stands_against',
  detail: { step: step.id, option, finding: found, allowed },
})

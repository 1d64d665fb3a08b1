import { takenBack } from './matters.js'
import type { Procedure } from './procedure.js'
import { openSteps, type BaseState } from './state.js'
import type { StepKey } from './values/step-key.js'

/** Whether the end of a base by agreement is on its way: what its clock brings later comes only if it has not ended by then (3.13). */
export const isUnderNotice = (state: BaseState, { steps }: Pick<Procedure, 'steps'>): boolean =>
  openSteps(state).some(({ key }) => isOfEnding(key, { steps }))

/** Whether the clock alone brings a step, so that it never comes to a base that has ended before; the notice itself does. */
export const fallsWithTheBase = (key: StepKey, { steps }: Pick<Procedure, 'steps'>): boolean =>
  steps[key]?.decides.by === 'clock' && !isOfEnding(key, { steps })

/** An ending alone is taken back by whoever raised it. */
const isOfEnding = (key: StepKey, { steps }: Pick<Procedure, 'steps'>): boolean =>
  takenBack.some((one) => one === steps[key]?.matter)

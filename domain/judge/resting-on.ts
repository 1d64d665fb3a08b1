import type { BaseState, StepState } from '../state.js'
import type { StepKey } from '../values/step-key.js'
import type { Rules } from './draft.js'

/** The steps of the stage or of one matter that rest on one of its own, directly or through others, and still count. */
export const restingOn = (
  state: BaseState,
  { step, rests }: { step: StepState; rests: NonNullable<Rules['procedure']['rests']> },
): readonly StepState[] => {
  const gone = new Set<StepKey>([step.key])
  const found: StepState[] = []
  // Steps stand in the order they were opened, so what rests on another comes after it.
  for (const one of Object.values(state.stage?.steps ?? {})) {
    if (one.matter !== step.matter || one.id === step.id) continue
    if (one.openedAt < step.openedAt || one.voided !== undefined) continue
    if (!(rests[one.key] ?? []).some((key) => gone.has(key))) continue
    gone.add(one.key)
    found.push(one)
  }
  return found
}

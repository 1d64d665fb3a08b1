import { roles } from './role.js'
import type { BaseState, StepState } from './state.js'
import type { StepId } from './values/step-key.js'

/**
 * How often an option of a step was chosen in the running stage or in the matter that asks it, up to and with the visit named. What no
 * longer counts because the place took its own answer back is counted none the less: nobody is given a loop anew by that (8.7).
 */
export const timesChosen = (
  state: BaseState,
  { step: { key, matter }, option, until }: { step: Pick<StepState, 'key' | 'matter'>; option: string; until?: StepId },
): number => {
  let times = 0
  for (const step of Object.values(state.stage?.steps ?? {})) {
    if (step.key !== key || step.matter !== matter) continue
    if (step.outcome?.option === option && (step.voided === undefined || isOfPlace(step))) times += 1
    if (step.id === until) break
  }
  return times
}

const isOfPlace = ({ takenBackAs }: StepState): boolean =>
  takenBackAs !== undefined && roles[takenBackAs].side === 'partner'

/**
 * How often redress upheld took the decision on a step back, for the stage or for the matter that asks it: who decides anew has
 * each loop once more, else only the old "no" were left (8.9).
 */
export const timesUpheld = ({ stage }: BaseState, { key, matter }: Pick<StepState, 'key' | 'matter'>): number =>
  Object.values(stage?.steps ?? {}).filter(
    (one) => one.key === key && one.matter === matter && one.voided === 'redress',
  ).length

import type { StepKey } from '../../domain/values/step-key.js'
import { aBase, type ABase } from './a-base.js'
import { memberOf, stepOf } from './acting.js'

/** The same moment of a base, with some members of an open body aside: by their numbers, as `memberOf` counts them. */
export const withRecused = (
  base: ABase,
  { key, numbers }: { readonly key: StepKey; readonly numbers: readonly number[] },
): ABase => {
  const { state, now } = base.saved()
  const step = stepOf(base, key)
  const recused = numbers.map((number) => memberOf(base, { step, number }).person)
  const { stage } = state
  if (stage === undefined) throw new Error(`${state.id} is between its stages`)
  const steps = { ...stage.steps, [step.id]: { ...step, recused } }
  return aBase({ from: { now, state: { ...state, stage: { ...stage, steps } } } })
}

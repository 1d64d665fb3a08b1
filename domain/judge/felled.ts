import type { Procedure } from '../procedure.js'
import { lastDecided, matterOf, type BaseState, type StepState } from '../state.js'

/**
 * What falls with the change that a step examines: a signatory who left before signing has the authority of the side proven anew,
 * and the locked text stands (8.10, 14.6). Undefined where nothing falls, and once it is signed.
 */
export const fallsWithChange = (
  state: BaseState,
  { step, procedure }: { readonly step: Pick<StepState, 'matter'>; readonly procedure: Pick<Procedure, 'steps'> },
): StepState | undefined => {
  const change = matterOf(state, step)?.facts?.change
  const falls = Object.values(procedure.steps).find(({ fallsWith }) => change !== undefined && fallsWith === change)
  const isSigned = state.stage?.effects['sign'] !== undefined
  return isSigned || falls === undefined ? undefined : lastDecided(state, falls.key)
}

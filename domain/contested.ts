import type { StepState } from './state.js'
import type { Telling } from './telling.js'
import type { StepId } from './values/step-key.js'

/** The decision that a step of redress is about: what its matter has under it, else what ends the base. */
export const contestedBy = (
  { contested, beside }: Telling,
  { matter }: Pick<StepState, 'matter'>,
): StepId | undefined => beside.find(({ no }) => no === matter)?.contested ?? contested

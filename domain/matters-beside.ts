import type { BaseState, MatterState } from './state.js'

/** The number that the next matter beside the running stage gets. */
export const nextMatterNo = ({ stage }: BaseState): number =>
  Math.max(0, ...(stage?.matters ?? []).map(({ no }) => no)) + 1

/** The matter that stops a base while it is open (E6). */
export const frozenBy = ({ frozen, stage }: BaseState): MatterState | undefined =>
  frozen === undefined ? undefined : stage?.matters?.findLast(({ matter }) => matter === frozen.matter)

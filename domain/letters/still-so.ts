import type { StepState } from '../state.js'

/** Whether a step waits, and was not voided: what a letter says of a step that waits is not so any more when it is decided. */
export const isOpen = ({ outcome, voided }: StepState): boolean => outcome === undefined && voided === undefined

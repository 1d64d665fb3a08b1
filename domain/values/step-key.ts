import type { IdOf } from '../ids.js'

/** A step of a row of the rules, split so that one step is one act by one side: `1.4a`, `3.11b`. */
export type StepKey = IdOf<'step'>

/** One visit of a step in the life of a base: `<key>.<n>`, such as `5.2a.2` for the second yearly report. */
export type StepId = IdOf<'visit'>

/** The step that was visited: `5.2a` of `5.2a.2`. */
export const keyOf = (id: StepId): StepKey => id.slice(0, id.lastIndexOf('.'))

/** The visit in the id of a step, the number after its last point. */
export const visitOf = (id: StepId): number => Number(id.slice(id.lastIndexOf('.') + 1))

/** What stands for the visit of a step that a procedure does without (R18): no visit has it, for it has no number. */
export const noVisit = (key: StepKey): StepId => `${key}`

export type Option = string

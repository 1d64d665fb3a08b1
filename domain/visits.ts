import type { Instant } from './ids.js'
import type { BaseState, StepState } from './state.js'
import { visitOf, type StepId, type StepKey } from './values/step-key.js'

/** Which visits of its steps a story has come to while it is told. */
export interface Visits {
  readonly state: BaseState
  /** How often a step opens that was not there yet. */
  readonly fresh: Map<StepKey, number>
  readonly thread: { readonly matter?: number; readonly visits: Map<StepKey, number> }
  /** A story that was let lie then: what opened since is another's, even where it is the same step (R3). */
  asOf?: Instant | undefined
}

/** The next visit of a step that counts in the story that is told: what was voided or stopped is asked again. */
export const nextVisit = (key: StepKey, { state, thread, asOf }: Visits): StepState | undefined => {
  const visit = thread.visits.get(key) ?? 0
  thread.visits.set(key, visit + 1)
  return Object.values(state.stage?.steps ?? {}).filter(
    (step) =>
      step.key === key &&
      step.matter === thread.matter &&
      step.voided === undefined &&
      step.outcome?.option !== 'stopped' &&
      (asOf === undefined || step.openedAt < asOf),
  )[visit]
}

/** The next number that no visit of the step has had yet, whoever asked for it. */
export const freshVisit = (key: StepKey, { state, fresh }: Visits): StepId => {
  const known = Object.values(state.stage?.steps ?? {}).flatMap((step) => (step.key === key ? [visitOf(step.id)] : []))
  const more = (fresh.get(key) ?? 0) + 1
  fresh.set(key, more)
  return `${key}.${Math.max(state.visits[key] ?? 0, ...known) + more}`
}

/** A visit that would have opened, but that nobody asks for any more: the next who asks for the step has its place and its number. */
export const notAsked = (key: StepKey, { thread, fresh }: Visits): void => {
  for (const told of [thread.visits, fresh]) told.set(key, (told.get(key) ?? 1) - 1)
}

import type { Instant } from './ids.js'
import type { StepId, StepKey } from './values/step-key.js'
import type { Role } from './role.js'

/** An open step as the question "why does it wait" needs it; the core's own state and a row of the database both have it. */
export interface WaitingStep {
  readonly id: StepId
  readonly key: StepKey
  readonly role: Role
  readonly standIn?: Role | undefined
  readonly openedAt: Instant
  readonly dueAt: Instant
  readonly seats: number
  /** How many have acted already, where several must. */
  readonly acted: number
  /** How many stepped aside, how many were drawn in their place, and whether it is decided in writing (8.4). */
  readonly recused?: readonly string[] | undefined
  readonly substitutes?: readonly string[] | undefined
  readonly form?: 'written' | undefined
  /** Fewer people may act than the step needs. */
  readonly vacant?: boolean | undefined
  /** Acts on paper that wait for a second person (R16). */
  readonly papers?: readonly { readonly enteredAt: Instant }[] | undefined
}

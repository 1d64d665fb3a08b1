import type { Instant } from '../ids.js'
import type { AlarmEffect } from '../procedure.js'
import type { Role } from '../role.js'

export interface PlannedAlarm {
  readonly at: Instant
  readonly rung: number
  readonly kind: 'reminder' | 'escalation'
  readonly tells: readonly (Role | 'actor')[]
  readonly effect?: AlarmEffect
  /** Working days after which it sounds again, for as long as the step is open. */
  readonly repeats?: number
}

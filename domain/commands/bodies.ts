import type { HeldMandate } from '../values/mandate.js'
import type { PersonId } from '../ids.js'
import type { StepId } from '../values/step-key.js'

/** Somebody who may be drawn, with the mandate of the substitutes' role. Read from PostgreSQL, as the core knows no list of people. */
export interface Standby {
  readonly person: PersonId
  readonly mandate: HeldMandate
}

/** Draws substitutes by lot where recusals leave a body without its quorum (8.4). */
export interface DrawSubstitutes {
  readonly type: 'draw_substitutes'
  readonly step: StepId
  readonly pool: readonly Standby[]
}

export type BodyCommand = DrawSubstitutes

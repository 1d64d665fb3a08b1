import type { By } from '../values/by.js'
import type { PersonId } from '../ids.js'
import type { StepId, StepKey } from '../values/step-key.js'

/** How a body is made whole: who was drawn for those who stepped aside. */
export type BodyEvent = {
  readonly type: 'substitutes_drawn'
  readonly step: StepId
  readonly key: StepKey
  readonly drawn: readonly PersonId[]
  /** Among whom, and from which seed, so that the lot can be drawn again by anybody. */
  readonly pool: readonly PersonId[]
  readonly seed: string
  readonly by: By
}

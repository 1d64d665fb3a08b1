import type { BodyEvent } from '../events/bodies.js'
import { changeStep, type Evolvers } from './changes.js'

/** Who sits in a body in place of those who stepped aside. */
export const bodyEvolvers: Evolvers<BodyEvent> = {
  substitutes_drawn: (state, { step, drawn }) =>
    changeStep(step, (one) => ({ ...one, substitutes: [...(one.substitutes ?? []), ...drawn] }))(state),
}

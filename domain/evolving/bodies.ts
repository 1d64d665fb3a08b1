import type { BodyEvent } from '../events/bodies.js'
import type { MeetingMoved } from '../events/sessions.js'
import { changeStep, type Evolvers } from './changes.js'

/** Who sits in a body in place of those who stepped aside. */
export const bodyEvolvers: Evolvers<BodyEvent | MeetingMoved> = {
  // Letters are all that comes of it.
  meeting_moved: (state) => state,
  substitutes_drawn: (state, { step, drawn }) =>
    changeStep(step, (one) => ({ ...one, substitutes: [...(one.substitutes ?? []), ...drawn] }))(state),
}

import type { TimingEvent } from '../events/timing.js'
import { changeStep, type Evolvers } from './changes.js'

/** What the clock does to an open step. */
export const timingEvolvers: Evolvers<TimingEvent> = {
  stand_in_called: (state, { step, to }) => changeStep(step, (one) => ({ ...one, standIn: to }))(state),
}

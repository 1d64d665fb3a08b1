import type { TimingEvent } from '../events/timing.js'
import { changeStep, withStage, type Evolvers } from './changes.js'

/** What the clock does to an open step. */
export const timingEvolvers: Evolvers<TimingEvent> = {
  let_lie: (state, { part }) =>
    withStage(state, (stage) => ({
      ...stage,
      letLie: { ...stage.letLie, ...(part === 'left_over' ? { leftOver: true } : { year: true }) },
    })),
  stand_in_called: (state, { step, to }) => changeStep(step, (one) => ({ ...one, standIn: to }))(state),
}

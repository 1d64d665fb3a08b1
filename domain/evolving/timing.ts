import type { TimingEvent } from '../events/timing.js'
import type { MatterState } from '../state.js'
import { keyOf, type StepKey } from '../values/step-key.js'
import { changeStep, withStage, type Evolvers } from './changes.js'

/** What the clock does to an open step. */
export const timingEvolvers: Evolvers<TimingEvent> = {
  let_lie: (state, { part, steps, matter, at }) =>
    withStage(state, (stage) => {
      if (part === 'matter') return { ...stage, matters: (stage.matters ?? []).map(lying(matter, steps.map(keyOf))) }
      return { ...stage, letLie: { ...stage.letLie, ...(part === 'left_over' ? { leftOver: at } : { year: true }) } }
    }),
  stand_in_called: (state, { step, to }) => changeStep(step, (one) => ({ ...one, standIn: to }))(state),
}

const lying =
  (no: number | undefined, keys: readonly StepKey[]) =>
  (matter: MatterState): MatterState =>
    matter.no === no ? { ...matter, letLie: [...(matter.letLie ?? []), ...keys] } : matter

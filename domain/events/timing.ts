import type { StepId, StepKey } from '../values/step-key.js'
import type { Role } from '../role.js'

/** What the clock and those who watch it do to an open step. */
export type TimingEvent =
  /** Late for long (E1): whoever holds `to` may act on the step too, or name somebody. */
  { readonly type: 'stand_in_called'; readonly step: StepId; readonly key: StepKey; readonly to: Role }

import type { MatterKind } from '../matters.js'
import type { StepId, StepKey } from '../values/step-key.js'
import type { Role } from '../role.js'

/**
 * What the programme let lie for so long that it holds nothing back any more (R3): of a review what the last one left to do, the
 * judgement of the year, or the publication of its colour; or a matter beside it.
 */
export type LetLie = 'left_over' | 'year' | 'publication' | 'matter'

interface LetLieEvent {
  readonly type: 'let_lie'
  readonly part: LetLie
  /** Which matter, by its number and kind. */
  readonly matter?: number
  readonly kind?: MatterKind
  /** The steps of the programme that are late. */
  readonly steps: readonly StepId[]
}

/** What the clock and those who watch it do to an open step. */
export type TimingEvent =
  | LetLieEvent
  /** Late for long (E1): whoever holds `to` may act on the step too, or name somebody. */
  | { readonly type: 'stand_in_called'; readonly step: StepId; readonly key: StepKey; readonly to: Role }

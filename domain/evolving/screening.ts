import type { ScreeningEvent } from '../events/screening.js'
import type { MatterKind } from '../matters.js'
import type { ScreeningState } from '../screening.js'
import type { BaseState } from '../state.js'
import { defined } from '../values/defined.js'
import type { StepId } from '../values/step-key.js'
import type { Evolvers } from './changes.js'

/** What the last screening of a base came to, and when the next is due. */
export const screeningEvolvers: Evolvers<ScreeningEvent> = {
  subjects_screened: (state, { step, verdict, next, at }) => ({
    ...state,
    screening: { verdict, at, step, ...defined({ next, before: shortened(state.screening, kept) }) },
  }),
}

/** A screening, its examination, and what stood before both: more is never taken back, for what came later stands. */
const kept = 3

const shortened = (screening: ScreeningState | undefined, depth: number): ScreeningState | undefined => {
  if (screening === undefined || depth === 0) return undefined
  const { before, ...itself } = screening
  return { ...itself, ...defined({ before: shortened(before, depth - 1) }) }
}

/** A screening that was raised is not asked for again until it has come to something. */
export const screeningAsked = (state: BaseState, matter: MatterKind): BaseState => {
  if (matter !== 'rescreening' || state.screening === undefined) return state
  const { next: _, ...screening } = state.screening
  return { ...state, screening }
}

/** Where a stop over a bar is lifted, the base is screened again at once: nothing goes on over what nobody looked at again. */
export const screeningAfterStop = (state: BaseState, at: string): BaseState =>
  state.screening?.verdict === 'barred' ? { ...state, screening: { ...state.screening, next: at } } : state

/**
 * The state without the screening of a visit that does not count any more: the story asks for it again, and until it is answered
 * what stood before it stands, so that nobody opens a gate by taking back what closed it.
 */
export const unscreened = (state: BaseState, step: StepId): BaseState => {
  if (state.screening?.step !== step) return state
  const { screening, ...rest } = state
  return { ...rest, ...defined({ screening: screening.before }) }
}

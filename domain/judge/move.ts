import { canMove } from '../lifecycle.js'
import type { Effect } from '../story.js'
import { add, type Draft } from './draft.js'
import { defined } from '../values/defined.js'

/** A move along the lifecycle table; one that the table does not have is a defect of the story. */
export const moveTo = (draft: Draft, effect: Extract<Effect, { effect: 'status' }>): Draft => {
  const from = draft.state.status
  const to = effect.status
  if (from !== to && !canMove(from, to)) throw new RangeError(`${draft.state.id} cannot go from ${from} to ${to}`)
  return add(draft, { type: 'status_changed', from, to, ...defined({ code: effect.code, matter: effect.matter }) })
}

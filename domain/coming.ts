import type { Instant } from './ids.js'
import type { Rules } from './judge/draft.js'
import { renewalDueAt, termEndsAt } from './judge/matter.js'
import { graceOverAt } from './judge/term.js'
import { screeningDueAt } from './judge/screening.js'
import type { BaseState } from './state.js'
import { titleReviewAt } from './title.js'

/** What the clock brings to a base beside its open steps: renewal and end of the memorandum and of its grace, the end of a reserved slot, a screening, the review that ends a title. */
export interface Coming {
  readonly what: 'renewal' | 'term' | 'grace_over' | 'reservation' | 'rescreening' | 'title'
  readonly at: Instant
}

/** The earliest first; nothing while the base is on hold, when no time runs, or frozen. */
export const comingTo = (state: BaseState, rules: Pick<Rules, 'procedure' | 'calendars'>): readonly Coming[] => {
  if (state.closed || state.heldAt !== undefined || state.frozen !== undefined) return []
  const renewal = renewalDueAt(state, rules)
  const { slotUntil, endsOn, renewalFor } = state.facts
  const term = termEndsAt(state, rules)
  const graceOver = endsOn !== undefined && renewalFor === endsOn ? graceOverAt(state, rules) : null
  const screening = screeningDueAt(state, rules)
  const title = titleReviewAt(state, rules)
  const coming: readonly Coming[] = [
    ...(title === null ? [] : [{ what: 'title' as const, at: title }]),
    ...(renewal === null ? [] : [{ what: 'renewal' as const, at: renewal }]),
    ...(term === null ? [] : [{ what: 'term' as const, at: term }]),
    ...(graceOver === null ? [] : [{ what: 'grace_over' as const, at: graceOver }]),
    ...(slotUntil === undefined ? [] : [{ what: 'reservation' as const, at: slotUntil }]),
    ...(screening === null ? [] : [{ what: 'rescreening' as const, at: screening }]),
  ]
  return coming.toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

import { instantOf, millisecondsOf } from './calendar-zone.js'
import type { Instant } from './ids.js'
import type { Status } from './lifecycle.js'
import type { Lead, Procedure } from './procedure.js'
import type { StepOutcome, StepState } from './state.js'
import type { StepTold } from './story.js'
import { defined } from './values/defined.js'

/** What a story hears of a step that is decided: its outcome, when that was, and until when what was cleared by it counts. */
export const stepTold = (
  closed: StepState & { readonly outcome: StepOutcome },
  { usedUp, procedure }: { readonly usedUp: boolean; readonly procedure: Procedure },
): StepTold => ({
  ...closed.outcome,
  usedUp,
  id: closed.id,
  ...defined({ at: closed.closedAt, countsUntil: countsUntil(closed, procedure) }),
})

/** What was cleared of the text grows old, where the rules say so. */
const countsUntil = ({ key, closedAt }: StepState, { steps, negotiation }: Procedure): Instant | undefined => {
  const days = steps[key]?.text?.clears === undefined ? undefined : negotiation?.clearanceDays
  return days === undefined || closedAt === undefined
    ? undefined
    : instantOf(millisecondsOf(closedAt) + days * millisecondsOfADay)
}

const millisecondsOfADay = 86_400_000

/** How an outcome ends the matter at once; an end `via` other steps is left to the story. */
export const endOf = (lead: Lead, usedUp: boolean): Extract<Lead, { end: Status }> | undefined => {
  if ('end' in lead) return lead.via === undefined ? lead : undefined
  if ('back' in lead && usedUp && lead.then !== 'not_offered') return endOf(lead.then, false)
  return undefined
}

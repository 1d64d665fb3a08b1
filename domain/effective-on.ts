import type { PlainDate } from './calendar-date.js'
import type { AnyEvent } from './event.js'

/** The day an act on paper bears, which the ledger keeps beside the times of the entry (R16); undefined for all others. */
export const effectiveOn = (event: AnyEvent): PlainDate | undefined => {
  if (event.type === 'paper_entered') return event.signedOn
  return event.type === 'step_acted' ? event.paper?.signedOn : undefined
}

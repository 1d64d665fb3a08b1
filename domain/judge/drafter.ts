import type { Instant, OrganisationId, PersonId } from '../ids.js'
import type { Procedure } from '../procedure.js'
import type { BaseState } from '../state.js'
import type { Actor } from '../values/actor.js'
import type { StepId } from '../values/step-key.js'
import { actsAtAll, mayNotAct } from './may-act.js'
import { seatOn } from './seat.js'

/** Whose a draft is: one person's, or that of the seats of one organisation. */
export type Drafter = `person/${string}` | `seats/${string}`

/**
 * Whose draft somebody works at on an open step; undefined where the act is not his or hers, so that there is none. What one
 * decides is drafted by all of the same organisation whose task it is, since any of them may hand it in; a vote or a sheet is
 * drafted alone, since the others are not to know of it (8.4, 8.12). While a base stands still a draft goes on.
 */
export const drafterOn = (
  state: BaseState,
  { id, actor, procedure, now }: { id: StepId; actor: Actor; procedure: Procedure; now: Instant },
): Drafter | undefined => {
  const step = state.stage?.steps[id]
  const definition = step === undefined ? undefined : procedure.steps[step.key]
  if (step === undefined || definition === undefined || step.outcome !== undefined) return undefined
  if (state.closed || definition.decides.by === 'clock') return undefined
  const { separation } = procedure
  const mandate = seatOn(state, { step, definition, actor, now })
  const no =
    actsAtAll(state, { command: { type: 'decide', step: id, option: '' }, actor, separation, now }) ??
    mayNotAct(state, { step, definition, actor, mandate, separation, now })
  if (no !== undefined || mandate === undefined) return undefined
  return definition.decides.by === 'one' ? seatsOf(mandate.organisation) : ownOf(actor.person)
}

/** Which drafts an act takes up: the own one, and that of whose task the step was. */
export const handedInBy = (person: PersonId): { readonly own: Drafter; readonly ofSeats: string } => ({
  own: ownOf(person),
  ofSeats: `${seatsOf('')}%`,
})

const ownOf = (person: PersonId): Drafter => `person/${person}`
const seatsOf = (organisation: OrganisationId): Drafter => `seats/${organisation}`

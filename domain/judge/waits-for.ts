import type { Decide } from '../command.js'
import type { Instant } from '../ids.js'
import type { Procedure, StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import type { StepId } from '../values/step-key.js'
import type { Actor } from '../values/actor.js'
import type { HeldMandate } from '../values/mandate.js'
import type { BaseState, StepState } from '../state.js'
import { actsAtAll, mayNotAct } from './may-act.js'
import { saidOf } from './refused.js'
import { noSeatLeft, seatOn } from './seat.js'
import { standsStill } from './stands-still.js'

interface Deciding {
  readonly step: StepState
  readonly definition: StepDefinition
  readonly actor: Actor
  readonly mandate: HeldMandate | undefined
  readonly procedure: Procedure
  readonly now: Instant
}

/** Why not this person, whatever he or she would decide: what stands against the person, and seats of a body that are taken. */
export const notFrom = (
  state: BaseState,
  { step, definition, actor, mandate, procedure: { separation }, now }: Deciding,
): Refusal | undefined =>
  saidOf(actor, mayNotAct(state, { step, definition, actor, mandate, separation, now })) ??
  noSeatLeft(step, { definition, mandate })

/**
 * Whether a sound decision of this person on this step would be taken now: the same rules as the judge's, for whoever says
 * that a step waits for somebody.
 */
export const waitsFor = (
  state: BaseState,
  { id, actor, procedure, now }: { id: StepId; actor: Actor; procedure: Procedure; now: Instant },
): boolean => {
  const step = state.stage?.steps[id]
  const definition = step === undefined ? undefined : procedure.steps[step.key]
  if (step === undefined || definition === undefined || step.outcome !== undefined) return false
  if (state.closed || definition.decides.by === 'clock') return false
  const command: Decide = { type: 'decide', step: id, option: '' }
  const mandate = seatOn(state, { step, definition, actor, now })
  return (
    standsStill(state, { step, definition, now }) === undefined &&
    actsAtAll(state, { command, actor, separation: procedure.separation, now }) === undefined &&
    notFrom(state, { step, definition, actor, mandate, procedure, now }) === undefined
  )
}

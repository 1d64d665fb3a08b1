import type { Comment } from '../command.js'
import type { Actor } from '../values/actor.js'
import type { HeldMandate } from '../values/mandate.js'
import { isFor } from '../seat.js'
import { byOf, isInForce, type BaseState } from '../state.js'
import { keyOf, visitOf } from '../values/step-key.js'
import { accept, actingUnder, add, draftOf, refuse, type Judgement, type JudgementMoment } from './draft.js'
import type { Asked } from './asked.js'
import { notYourRole, unknownStep } from './refused.js'
import { defined } from '../values/defined.js'

/** Whoever holds any seat for the base may comment; a comment decides nothing. */
export const judgeComment = (state: BaseState, { command, actor, rules, moment }: Asked<Comment>): Judgement => {
  const mandate = anySeat(state, { actor, moment })
  if (mandate === undefined) return refuse(notYourRole(actor, { step: 'comment', needs: 'a seat for this base' }))
  const { step, text } = command
  if (step !== undefined && !wasVisited(state, step)) return refuse(unknownStep(state, step))
  const by = byOf(actor.person, mandate)
  const draft = actingUnder(mandate, draftOf(state, { rules, moment }))
  return accept(add(draft, { type: 'commented', ...defined({ step }), text, by }))
}

/** Ended stages keep only how often each step was visited, which is enough to know an id of theirs. */
const wasVisited = (state: BaseState, id: string): boolean => {
  if (state.stage?.steps[id] !== undefined) return true
  const visit = visitOf(id)
  return visit >= 1 && visit <= (state.visits[keyOf(id)] ?? 0)
}

/** The first mandate in force that seats somebody on this base at all. */
export const anySeat = (
  state: BaseState,
  { actor, moment }: { actor: Actor; moment: JudgementMoment },
): HeldMandate | undefined => actor.mandates.find((one) => isFor(one, state.id) && isInForce(one, moment.now))

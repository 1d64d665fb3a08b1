import type { Reassign } from '../commands/who.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { mandateFor } from '../mandate-for.js'
import { byOf, isInForce, openSteps, type BaseState, type StepState } from '../state.js'
import type { Asked } from './asked.js'
import { accept, actingUnder, add, draftOf, refuse, type Judgement } from './draft.js'
import { seatOf } from './seat.js'
import { frozenOut } from './stands-still.js'
import { againstPerson } from './may-act.js'
import { offices } from '../role.js'
import { notYourRole, unknownStep } from './refused.js'
import { defined } from '../values/defined.js'

/**
 * A director gives an open step to one holder of its role; nobody else of the role acts on it then (4).
 * Whoever no rule lets act cannot be given it either, so that the step is not handed into a dead end.
 */
export const judgeReassign = (state: BaseState, asked: Asked<Reassign>): Judgement => {
  const { command, actor, rules, moment } = asked
  const { step: id, to } = command
  const director = seatOf(state, { actor, moment, wanted: [offices.reassigns] })
  if (director === undefined) return refuse(notYourRole(actor, { step: command.type, needs: offices.reassigns }))
  const step = openSteps(state).find((one) => one.id === id)
  const definition = step === undefined ? undefined : rules.procedure.steps[step.key]
  if (step === undefined || definition === undefined) return refuse(unknownStep(state, id))
  const own = to.mandates.filter(({ delegation }) => delegation === undefined)
  const seat = mandateFor(own, { role: step.role, base: state.id, now: moment.now })
  const notAHolder: Refusal = { code: 'not_a_holder', detail: { step: id, person: to.person, needs: step.role } }
  const no =
    frozenOut(state, { step, definition }) ??
    wrongStep(step, definition) ??
    (seat === undefined ? notAHolder : undefined) ??
    againstPerson(state, {
      step,
      definition,
      person: to.person,
      seats: own.filter((one) => isInForce(one, moment.now)),
      separation: rules.procedure.separation,
    })
  if (no !== undefined || seat === undefined) return refuse(no ?? notAHolder)
  if (step.holder === to.person) return accept(draftOf(state, { rules, moment }))
  const draft = actingUnder(seat, actingUnder(director, draftOf(state, { rules, moment })))
  return accept(
    add(draft, {
      type: 'step_reassigned',
      step: id,
      key: step.key,
      to: to.person,
      code: command.code,
      ...defined({ from: step.holder, reason: command.reason }),
      by: byOf(actor.person, director),
    }),
  )
}

const wrongStep = (step: StepState, { decides }: StepDefinition): Refusal | undefined =>
  decides.by === 'one' ? undefined : { code: 'not_reassignable', detail: { step: step.id, seats: step.seats } }

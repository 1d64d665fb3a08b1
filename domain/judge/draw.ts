import type { DrawSubstitutes, Standby } from '../commands/bodies.js'
import { isQuorumBroken, membersOf, type Body } from '../body.js'
import { drawn } from '../lot.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { offices } from '../role.js'
import { isFor } from '../seat.js'
import { byOf, isInForce, openSteps, type BaseState, type StepState } from '../state.js'
import type { Asked } from './asked.js'
import { accept, actingUnder, add, draftOf, refuse, type Judgement, type JudgementMoment, type Rules } from './draft.js'
import { seatOf } from './seat.js'
import { againstPerson } from './may-act.js'
import { notYourRole, unknownStep } from './refused.js'

/**
 * The secretary has substitutes drawn where recusals leave a body fewer members than its quorum (8.4): one for each who
 * stepped aside, by lot among those who hold the substitutes' role and whom no rule of separation keeps away.
 */
export const judgeDraw = (state: BaseState, asked: Asked<DrawSubstitutes>): Judgement => {
  const { command, actor, rules, moment } = asked
  const mandate = seatOf(state, { actor, moment, wanted: [offices.drawsSubstitutes] })
  const found = bodyOf(state, { id: command.step, rules })
  if (mandate === undefined) return refuse(notYourRole(actor, { step: command.type, needs: offices.drawsSubstitutes }))
  if ('code' in found) return refuse(found)
  const { step, definition } = found
  const pool = command.pool.filter((one) => mayStandIn(state, { one, step, definition, rules, moment }))
  if (pool.length === 0)
    return refuse({ code: 'nobody_to_draw', detail: { step: step.id, role: found.body.substitutes ?? step.role } })
  const people = [...new Set(pool.map(({ person }) => person))].sort()
  const seed = `${moment.now} ${moment.commandId}`
  const substitutes = drawn(people, { seed, count: step.seats - membersOf(step) })
  const seats = [mandate, ...pool.flatMap((one) => (substitutes.includes(one.person) ? [one.mandate] : []))]
  const claimed = seats.reduce((draft, one) => actingUnder(one, draft), draftOf(state, { rules, moment }))
  const by = byOf(actor.person, mandate)
  return accept(
    add(claimed, {
      type: 'substitutes_drawn',
      step: step.id,
      key: step.key,
      drawn: substitutes,
      pool: people,
      seed,
      by,
    }),
  )
}

interface Found {
  readonly step: StepState
  readonly definition: StepDefinition
  readonly body: Body
}

/** The open body that has lost its quorum to recusals, or why there is nothing to draw. */
const bodyOf = (state: BaseState, { id, rules }: { id: string; rules: Pick<Rules, 'procedure'> }): Found | Refusal => {
  const step = openSteps(state).find((one) => one.id === id)
  const definition = step === undefined ? undefined : rules.procedure.steps[step.key]
  if (step === undefined || definition === undefined) return unknownStep(state, id)
  const { decides: body } = definition
  if (body.by !== 'votes' || body.substitutes === undefined)
    return { code: 'no_substitutes_here', detail: { step: id, decides: body.by } }
  return isQuorumBroken(step, body)
    ? { step, definition, body }
    : { code: 'quorum_stands', detail: { step: id, members: membersOf(step), quorum: body.quorum, rule: '8.4' } }
}

interface StandingIn extends Pick<Found, 'step' | 'definition'> {
  readonly one: Standby
  readonly rules: Rules
  readonly moment: JudgementMoment
}

/** Who may be drawn: in force, not aside, without a seat or a vote here, and not kept away by what was done before. */
const mayStandIn = (state: BaseState, { one, step, definition, rules, moment }: StandingIn): boolean => {
  const { separation } = rules.procedure
  const { person, mandate } = one
  const { decides } = definition
  const serves = decides.by === 'votes' && mandate.role === decides.substitutes && isInForce(mandate, moment.now)
  const sits = step.substitutes?.includes(person) === true || step.recused?.includes(person) === true
  const standing = { step, definition, person, seats: [mandate], separation }
  return serves && isFor(mandate, state.id) && !sits && againstPerson(state, standing) === undefined
}

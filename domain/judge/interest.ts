import type { DeclareInterest } from '../commands/who.js'
import type { PersonId, BaseId } from '../ids.js'
import { offices, roles, type Role } from '../role.js'
import { isFor } from '../seat.js'
import { byOf, isBy, isInForce, openSteps, type BaseState, type StepState } from '../state.js'
import type { HeldMandate } from '../values/mandate.js'
import type { Asked } from './asked.js'
import { closeWhenDecided } from './close.js'
import { accept, actingUnder, add, draftOf, refuse, type Draft, type Judgement, type Rules } from './draft.js'
import { interestOf } from './may-act.js'
import { notYourRole } from './refused.js'
import { alsoActs, seatOf } from './seat.js'
import { settle } from './settle.js'
import { defined } from '../values/defined.js'

/**
 * An interest in this base (SD5): declared by the person, or entered by compliance. It takes access and vote at once and
 * for the rest of the base's life, on open steps too; nothing lifts it. The partner's own people have an interest by
 * nature, so the question is for the programme's side alone.
 */
export const judgeDeclareInterest = (state: BaseState, asked: Asked<DeclareInterest>): Judgement => {
  const { command, actor, rules, moment } = asked
  const of = command.of ?? actor
  const seats = programmeSeats(of.mandates, { base: state.id, now: moment.now })
  const mandate =
    command.of === undefined ? seats[0] : seatOf(state, { actor, moment, wanted: [offices.entersInterests] })
  if (mandate === undefined)
    return refuse(
      notYourRole(actor, {
        step: command.type,
        needs: command.of === undefined ? 'programme_seat' : offices.entersInterests,
      }),
    )
  const known = interestOf(state, of)
  if (known !== undefined) return refuse(known)
  const { person } = of
  const held = [...new Set(seats.map(({ role }) => role))]
  const declared = add(actingUnder(mandate, draftOf(state, { rules, moment })), {
    type: 'interest_declared',
    person,
    kind: command.kind,
    roles: held,
    ...defined({ reason: command.reason }),
    by: byOf(actor.person, mandate),
  })
  const touched = openSteps(state).filter((step) => touches(step, { person, held, rules }))
  const recused = touched.reduce((before, step) => recuse(before, { step, person }), declared)
  // What is frozen or on hold decides nothing meanwhile, not even by the votes that are left.
  if (state.heldAt !== undefined || state.frozen !== undefined) return accept(recused)
  return accept(settle(touched.reduce(decidedByTheRest, recused)))
}

const recuse = (draft: Draft, { step, person }: { step: StepState; person: PersonId }): Draft =>
  add(draft, {
    type: 'step_recused',
    step: step.id,
    key: step.key,
    person,
    acted: step.acts.some((act) => isBy(act, person)),
  })

/** With one member fewer, the votes that were cast may already be all, or a majority that cannot change (8.4). */
const decidedByTheRest = (draft: Draft, step: StepState): Draft => {
  const definition = draft.rules.procedure.steps[step.key]
  return definition?.decides.by === 'votes' ? closeWhenDecided(draft, { step: step.id, definition }) : draft
}

const programmeSeats = (
  mandates: readonly HeldMandate[],
  { base, now }: { base: BaseId; now: string },
): readonly HeldMandate[] =>
  mandates.filter(
    (one) =>
      roles[one.role].side === 'programme' && one.delegation === undefined && isFor(one, base) && isInForce(one, now),
  )

/** Steps the person has a seat in, was given, was drawn for, or has acted on. */
const touches = (
  step: StepState,
  { person, held, rules }: { person: PersonId; held: readonly Role[]; rules: Rules },
): boolean => {
  const definition = rules.procedure.steps[step.key]
  const sits = [step.role, ...(definition === undefined ? [] : alsoActs(definition))].some((role) =>
    held.includes(role),
  )
  const drawn = step.substitutes?.includes(person) === true
  return sits || drawn || step.holder === person || step.acts.some((act) => isBy(act, person))
}

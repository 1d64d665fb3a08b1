import type { Hold, Resume, Withdraw } from '../command.js'
import type { Actor } from '../values/actor.js'
import { canMove, isActive, statusFor, type Status } from '../lifecycle.js'
import { offices } from '../role.js'
import { carriedStatus, byOf, openSteps, type BaseState } from '../state.js'
import { startClocks } from './clock-stop.js'
import { accept, actingUnder, add, draftOf, refuse, type Judgement, type JudgementMoment, type Rules } from './draft.js'
import { seatOf } from './seat.js'
import { finishAs, settle } from './settle.js'
import { onHold } from './stands-still.js'
import { defined } from '../values/defined.js'

interface Asked<C> {
  readonly command: C
  readonly actor: Actor
  readonly rules: Rules
  readonly moment: JudgementMoment
}

/** Neither a stop nor a suspension is laid on hold: who may lift it does (E6, 5.8). */
const stopped: readonly Status[] = [statusFor.stop, statusFor.suspension]

/** Manager or director put a base on hold: its clocks stand still (8.5). Once it is active, that is a matter of two people (R2). */
export const judgeHold = (state: BaseState, { command, actor, rules, moment }: Asked<Hold>): Judgement => {
  const mandate = seatOf(state, { actor, moment, wanted: offices.holds })
  if (mandate === undefined) return notTheirs('hold', { actor, needs: offices.holds.join(', ') })
  const held = onHold(state)
  if (held !== undefined) return refuse(held)
  const { code, reason } = command
  if (!canMove(state.status, statusFor.hold) || stopped.includes(state.status) || isActive(state.status))
    return refuse({ code: 'hold_not_possible', detail: { base: state.id, status: state.status } })
  const draft = actingUnder(mandate, draftOf(state, { rules, moment }))
  return accept(
    add(draft, {
      type: 'held',
      code,
      cause: 'person',
      ...defined({ reason }),
      by: byOf(actor.person, mandate),
    }),
  )
}

/** Clocks run again: every open deadline moves by the working days that were stopped (8.5), and what waited settles. */
export const judgeResume = (state: BaseState, { command, actor, rules, moment }: Asked<Resume>): Judgement => {
  const mandate = seatOf(state, { actor, moment, wanted: offices.holds })
  if (mandate === undefined) return notTheirs('resume', { actor, needs: offices.holds.join(', ') })
  const stoppedAt = state.heldAt
  if (stoppedAt === undefined) return refuse({ code: 'not_on_hold', detail: { base: state.id, status: state.status } })
  const { reason } = command
  const resumed = add(actingUnder(mandate, draftOf(state, { rules, moment })), {
    type: 'resumed',
    ...defined({ reason }),
    by: byOf(actor.person, mandate),
  })
  return accept(settle(startClocks(resumed, { steps: openSteps(resumed.state), stoppedAt })))
}

/** The nominee withdraws, at every step before activation, also from a hold, but not while a decision is about to be told (R2, 1.11). */
export const judgeWithdraw = (state: BaseState, { command, actor, rules, moment }: Asked<Withdraw>): Judgement => {
  const mandate = seatOf(state, { actor, moment, wanted: [offices.withdraws] })
  if (mandate === undefined) return notTheirs('withdraw', { actor, needs: offices.withdraws })
  // A stop or hold that came over it changes nothing of the name it carries: that is given back by an ending (3.13).
  if (!canMove(state.status, statusFor.withdrawal) || isActive(carriedStatus(state)))
    return refuse({ code: 'withdrawal_not_possible', detail: { base: state.id, status: state.status } })
  const telling = openSteps(state).find(({ key }) =>
    Object.values(rules.procedure.steps).some(({ toldBy }) => toldBy === key),
  )
  if (telling !== undefined)
    return refuse({
      code: 'decision_on_its_way',
      detail: { base: state.id, step: telling.id, until: telling.dueAt, zone: state.cluster.zone },
    })
  const { code, reason } = command
  const declared = add(actingUnder(mandate, draftOf(state, { rules, moment })), {
    type: 'withdrawal_declared',
    code,
    ...defined({ reason }),
    by: byOf(actor.person, mandate),
  })
  return accept(finishAs(declared, { status: statusFor.withdrawal, code }))
}

const notTheirs = (step: string, { actor, needs }: { actor: Actor; needs: string }): Judgement =>
  refuse({ code: 'not_your_role', detail: { step, needs, have: actor.mandates.map(({ role }) => role) } })

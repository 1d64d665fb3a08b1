import { addWorkingDays, workingDaysAfter } from '../calendar.js'
import type { Extend } from '../commands/timing.js'
import { extensionOf } from '../extension.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { roles, type Role } from '../role.js'
import { mandateFor } from '../mandate-for.js'
import { byOf, openSteps, type BaseState, type StepState } from '../state.js'
import type { Asked } from './asked.js'
import { moveDeadline } from './clock-stop.js'
import { accept, actingUnder, calendarOf, draftOf, refuse, type Judgement } from './draft.js'
import { codeAmiss, notYourRole, unknownStep } from './refused.js'
import { actingRoles, seatOf } from './seat.js'
import { frozenOut, onHold } from './stands-still.js'
import { defined } from '../values/defined.js'

type Asking = Asked<Extend>

/**
 * Director or chair give an open step more time (8.5): the director once, the chair twice, nobody who acts on the step,
 * by no more than the procedure allows. The old date stays in the history. A step that is late already gets its days
 * from today.
 */
export const judgeExtend = (state: BaseState, asked: Asking): Judgement => {
  const { command, actor, rules, moment } = asked
  const step = state.stage?.steps[command.step]
  const definition = step === undefined ? undefined : rules.procedure.steps[step.key]
  if (step === undefined || definition === undefined) return refuse(unknownStep(state, command.step))
  const limits = extensionOf(rules.procedure, definition)
  const no = notNow(state, { step, definition })
  if (no !== undefined) return refuse(no)
  if (limits === undefined) return refuse({ code: 'extension_not_possible', detail: { step: step.id } })
  const seat = extendingSeat(state, { ...asked, step, limits })
  if ('code' in seat) return refuse(seat)
  const wrong = profits(state, { ...asked, step }) ?? outOfBounds(command, { step, limits })
  if (wrong !== undefined) return refuse(wrong)
  const { days, code, reason } = command
  const draft = actingUnder(seat, draftOf(state, { rules, moment }))
  const calendar = calendarOf(draft, roles[step.role].side)
  const { dueAt: due } = step
  const dueAt =
    due > moment.now ? workingDaysAfter(calendar, { due, days }) : addWorkingDays(calendar, { from: moment.now, days })
  const why = { days, code, ...defined({ reason }), by: byOf(actor.person, seat) }
  return accept(moveDeadline(draft, { step, dueAt, calendar, cause: 'extension', why }))
}

const notNow = (
  state: BaseState,
  { step, definition }: { step: StepState; definition: StepDefinition },
): Refusal | undefined => {
  const held = onHold(state)
  if (held !== undefined) return held
  if (step.voided !== undefined) return { code: 'step_voided', detail: { step: step.id, cause: step.voided } }
  if (step.outcome === undefined) return frozenOut(state, { step, definition })
  const detail = { outcome: step.outcome.option, closedAt: step.closedAt ?? '', zone: state.cluster.zone }
  const open = openSteps(state).map(({ id }) => id)
  return { code: 'step_already_decided', detail: { step: step.id, ...detail, open } }
}

type Limits = NonNullable<ReturnType<typeof extensionOf>>

/** The first seat that may still extend, or why there is none. */
const extendingSeat = (
  state: BaseState,
  { actor, moment, step, limits }: Asking & { step: StepState; limits: Limits },
): NonNullable<ReturnType<typeof mandateFor>> | Refusal => {
  const used = step.extended ?? []
  const held = limits.by.flatMap(({ role, times }) => {
    const mandate = mandateFor(actor.mandates, { role, base: state.id, now: moment.now })
    return mandate === undefined ? [] : [{ mandate, left: times - used.filter((one) => one === role).length }]
  })
  if (held.length === 0)
    return notYourRole(actor, { step: step.id, needs: limits.by.map(({ role }) => role).join(', ') })
  const seat = held.find(({ left }) => left > 0)?.mandate
  return seat === undefined || used.length >= limits.most
    ? { code: 'extension_used_up', detail: { step: step.id, times: used.length, by: used } }
    : seat
}

/** Whoever must act on the step would profit alone (8.5), also as its stand-in, or as one of those who act beside its holder. */
const profits = (
  state: BaseState,
  { actor, moment, step, rules }: Asking & { step: StepState },
): Refusal | undefined => {
  const definition = rules.procedure.steps[step.key]
  const wanted: readonly Role[] = definition === undefined ? [step.role] : actingRoles(step, definition)
  const role = seatOf(state, { actor, moment, wanted })?.role
  return role === undefined ? undefined : { code: 'extension_for_oneself', detail: { step: step.id, role } }
}

const outOfBounds = (
  { days, code }: Extend,
  { step, limits }: { step: StepState; limits: Limits },
): Refusal | undefined => {
  const unfit = codeAmiss({ step: step.id, option: 'extend', code, allowed: limits.codes })
  if (unfit !== undefined) return unfit
  return Number.isInteger(days) && days >= 1 && days <= limits.longest
    ? undefined
    : { code: 'extension_length', detail: { step: step.id, got: days, longest: limits.longest } }
}

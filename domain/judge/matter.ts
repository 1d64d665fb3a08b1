import type { OpenRecord, Raise } from '../commands/returning.js'
import { endOfDay, localDate, startOfDay } from '../calendar-zone.js'
import { addDays, plainDate } from '../calendar-date.js'
import { isUnmet } from '../conditions.js'
import type { Instant, PersonId } from '../ids.js'
import { carries, isActive, isFinal, canMove, stageFor, statusFor } from '../lifecycle.js'
import { isMatter, matters, type MatterKind } from '../matters.js'
import { hasMatter } from '../meanings.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import type { ReasonCode } from '../reason-code.js'
import { roles, type Side } from '../role.js'
import { nextMatterNo } from '../matters-beside.js'
import { byOf, isBy, matterOf, type BaseState, type MatterState, type StepState } from '../state.js'
import { tell } from '../telling.js'
import type { Asked } from './asked.js'
import {
  accept,
  actingUnder,
  add,
  draftOf,
  partnerCalendarId,
  refuse,
  type Draft,
  type Judgement,
  type Rules,
} from './draft.js'
import { mayBeLifted } from './conditions.js'
import { codeAmiss, notYourRole } from './refused.js'
import { foundBefore } from './screening.js'
import { seatOf } from './seat.js'
import { settle } from './settle.js'
import { defined } from '../values/defined.js'

/** A person raises a matter beside the stage (3.13, 5.13, 8.10, E6); its first step opens at once. */
export const judgeRaise = (state: BaseState, asked: Asked<Raise>): Judgement => {
  const { command, actor, rules, moment } = asked
  const { matter, code, reason, facts } = command
  const { by: wanted, brings, freezes } = matters[matter]
  const mandate = seatOf(state, { actor, moment, wanted })
  if (mandate === undefined) return refuse(notYourRole(actor, { step: matter, needs: wanted.join(', ') }))
  const no = notPossible(state, { matter, rules })
  if (no !== undefined) return refuse(no)
  const unfit = codeAmiss({ step: matter, option: 'raise', code, allowed: codesFor(matter, roles[mandate.role].side) })
  if (unfit !== undefined) return refuse(unfit)
  if (brings === 'change' && facts?.change === undefined)
    return refuse({ code: 'facts_missing', detail: { step: matter, needs: 'change' } })
  const notLifted = brings === 'condition' ? mayBeLifted(state, facts?.condition) : undefined
  if (notLifted !== undefined) return refuse(notLifted)
  const wrongEnd = brings === 'end' ? endUnsaid(state, asked) : undefined
  if (wrongEnd !== undefined) return refuse(wrongEnd)
  const raised = add(actingUnder(mandate, draftOf(state, { rules, moment })), {
    type: 'matter_raised',
    matter,
    no: nextMatterNo(state),
    code,
    ...defined({ facts, reason }),
    by: byOf(actor.person, mandate),
  })
  return accept(settle(freezes ? freeze(raised, nextMatterNo(state)) : raised))
}

/** The codes for which somebody of a side raises a matter. */
export const codesFor = (matter: MatterKind, side: Side): readonly ReasonCode[] => {
  const { codes, ofOneSide = {} } = matters[matter]
  return codes.filter((code) => (ofOneSide[code] ?? side) === side)
}

/** A sheet is opened by whoever notes something of the year on it, beside those that are open already (5.14, 5.15). */
export const judgeOpenRecord = (state: BaseState, asked: Asked<OpenRecord>): Judgement => {
  const { command, actor, rules, moment } = asked
  const { record: matter } = command
  const { by: wanted } = matters[matter]
  const mandate = seatOf(state, { actor, moment, wanted })
  if (mandate === undefined) return refuse(notYourRole(actor, { step: matter, needs: wanted.join(', ') }))
  const no = notFitting(state, { matter, rules })
  if (no !== undefined) return refuse(no)
  const opened = add(actingUnder(mandate, draftOf(state, { rules, moment })), {
    type: 'matter_raised',
    matter,
    no: nextMatterNo(state),
    by: byOf(actor.person, mandate),
  })
  return accept(settle(opened))
}

/** 8.5, 8.14: a hold has a last day, no further off than the procedure allows, and is asked for in words. */
const endUnsaid = (state: BaseState, { command, rules, moment }: Asked<Raise>): Refusal | undefined => {
  const { matter, facts } = command
  const until = facts?.until
  if (until === undefined) return { code: 'facts_missing', detail: { step: matter, needs: 'until' } }
  const calendar = rules.calendars[partnerCalendarId(state)]
  const today = calendar === undefined ? plainDate(moment.now.slice(0, 10)) : localDate(calendar, moment.now)
  const last = addDays(today, rules.procedure.settings.forceMajeureDays)
  return until > today && until <= last
    ? undefined
    : { code: 'hold_day_out_of_reach', detail: { until, after: today, last } }
}

/** A matter of the kind that is not settled: it may also wait for a paper. */
export const unsettled = (
  state: BaseState,
  { matter: kind, rules }: { matter: MatterKind; rules: Rules },
): MatterState | undefined => {
  const { beside } = tell(rules.story(state), { state, procedure: rules.procedure })
  return state.stage?.matters?.find(
    ({ matter, no }) => matter === kind && beside.some((one) => one.no === no && !one.isSettled),
  )
}

const notPossible = (state: BaseState, asked: { matter: MatterKind; rules: Rules }): Refusal | undefined => {
  const no = notFitting(state, asked)
  const open = no === undefined ? unsettled(state, asked) : undefined
  return open === undefined ? no : { code: 'matter_open', detail: { matter: asked.matter, no: open.no } }
}

const notFitting = (state: BaseState, { matter, rules }: { matter: MatterKind; rules: Rules }): Refusal | undefined => {
  const fits = (kind: MatterKind): boolean =>
    hasMatter(rules.procedure, kind) && matters[kind].by.length > 0 && mayBeRaised(state, kind)
  if (state.stage !== undefined && fits(matter)) return undefined
  const allowed = Object.keys(matters).filter(
    (kind): kind is MatterKind => isMatter(kind) && matters[kind].isRecord === matters[matter].isRecord,
  )
  return { code: 'matter_not_possible', detail: { matter, status: state.status, allowed: allowed.filter(fits) } }
}

const mayBeRaised = (
  { status, frozen, screening, conditions = {} }: Pick<BaseState, 'status' | 'frozen' | 'screening' | 'conditions'>,
  kind: MatterKind,
): boolean => {
  if (isFinal(status) || frozen !== undefined) return false
  if (matters[kind].onlyScreened === true && screening === undefined) return false
  if (matters[kind].brings === 'condition' && !Object.values(conditions).some(isUnmet)) return false
  // A suspension keeps no suspicion from being looked into either: the stop comes over it, and it goes on after it (5.8, E6). Nor does it
  // keep a side from giving notice; the end by agreement waits until the suspension is decided (3.13).
  if (status === statusFor.suspension) return matters[kind].freezes || matters[kind].evenSuspended === true
  // A hold keeps no suspicion from being looked into: the stop comes over it, and it goes on after it (E6).
  if (status === statusFor.hold && !matters[kind].freezes) return false
  if (matters[kind].onlyBefore === true && isActive(status)) return false
  return matters[kind].freezes ? canMove(status, statusFor.stop) : !matters[kind].onlyActive || isActive(status)
}

const freeze = (draft: Draft, matter: number): Draft =>
  add(draft, { type: 'frozen', matter, heldStatus: draft.state.status })

/** Who must not act on a step of a matter: whoever raised it, or anybody who acted on the case (four eyes, R14). */
export const barred = (
  state: BaseState,
  {
    step,
    definition,
    person,
    life,
  }: { step: StepState; definition: StepDefinition; person: PersonId; life: readonly string[] },
): Refusal | undefined => {
  if (definition.notByRaiser === true && matterOf(state, step)?.by === person)
    return { code: 'second_person_needed', detail: { step: step.id, rule: 'SD2' } }
  const { notByWhoDid: first } = definition
  const didFirst = Object.values(state.stage?.steps ?? {}).some(
    ({ key, matter, acts }) => key === first && matter === step.matter && acts.some((act) => isBy(act, person)),
  )
  if (didFirst) return { code: 'second_person_needed', detail: { step: step.id, rule: 'SD2' } }
  const found = foundBefore(state, { step, definition, person })
  if (found !== undefined) return found
  if (definition.outsiders === true && life.length > 0)
    return { code: 'separation_of_duties', detail: { rule: 'R14', step: step.key, other: life[0] ?? '' } }
  const before = Object.values(state.stage?.steps ?? {}).some(
    (one) =>
      one.key === step.key &&
      one.matter === step.matter &&
      one.voided === 'redress' &&
      one.acts.some((act) => isBy(act, person)),
  )
  const decidedBefore = definition.again === true && state.facts.lastPanel?.includes(person) === true
  return before || decidedBefore ? { code: 'second_person_needed', detail: { step: step.id, rule: 'R14' } } : undefined
}

/** When the clock raises the renewal of the running term, or null: not active, no term, or raised already. */
export const renewalDueAt = (state: BaseState, rules: Pick<Rules, 'procedure' | 'calendars'>): Instant | null => {
  const { endsOn, renewalFor } = state.facts
  if (!carries(state.status) || state.frozen !== undefined) return null
  if (state.stage?.stage !== stageFor.years || !hasMatter(rules.procedure, 'renewal')) return null
  if (endsOn === undefined || renewalFor === endsOn) return null
  const calendar = rules.calendars[partnerCalendarId(state)]
  if (calendar === undefined) return null
  return startOfDay(calendar, addDays(plainDate(endsOn), -rules.procedure.settings.renewalDays))
}

/** When the running term ends of a base that carries the name, or null: from then on it expires or lives in the grace (3.13). */
export const termEndsAt = (state: BaseState, rules: Pick<Rules, 'procedure' | 'calendars'>): Instant | null => {
  const { endsOn } = state.facts
  if (endsOn === undefined || !isActive(state.status) || !hasMatter(rules.procedure, 'renewal')) return null
  const calendar = rules.calendars[partnerCalendarId(state)]
  return calendar === undefined ? null : endOfDay(calendar, plainDate(endsOn))
}

/** The clock raises the renewal (3.13). */
export const raiseRenewal = (draft: Draft): Draft =>
  add(draft, { type: 'matter_raised', matter: 'renewal', no: nextMatterNo(draft.state) })

import type { Actor } from '../values/actor.js'
import type { HeldMandate } from '../values/mandate.js'
import type { ConfirmVoid, ProposeVoid, Revoke } from '../commands/returning.js'
import type { TextReference } from '../values/text-reference.js'
import type { By } from '../values/by.js'
import type { VoidCause } from '../events/returning.js'
import type { StepId } from '../values/step-key.js'
import type { ReasonCode } from '../reason-code.js'
import { isOfRedress } from '../redress.js'
import type { Refusal } from '../refusal.js'
import { notAsRead } from '../second-person.js'
import type { Instant } from '../ids.js'
import { offices, type Role } from '../role.js'
import { statusFor } from '../lifecycle.js'
import { byOf, isBy, type BaseState, type StepState } from '../state.js'
import { contestedBy } from '../contested.js'
import { tell, type Telling } from '../telling.js'
import type { Asked } from './asked.js'
import { accept, actingUnder, add, claim, draftOf, refuse, type Draft, type Judgement, type Rules } from './draft.js'
import { decidedSince } from './decided-since.js'
import { fallsWithChange } from './felled.js'
import { actsAtAll } from './may-act.js'
import { answeredInTime } from './answered-in-time.js'
import { notYourRole, unknownStep } from './refused.js'
import { restingOn } from './resting-on.js'
import { foundByThem } from './screening.js'
import { seatOf } from './seat.js'
import { orderAside } from './order.js'
import { settle } from './settle.js'
import { baseFrozen, onHold } from './stands-still.js'
import { defined } from '../values/defined.js'

/** What cannot be taken back any more once it has happened: both sides or the public rely on it. */
const lasting = [
  'sign',
  'activate',
  'amend',
  'renew',
  'reconclude',
  'set_aside',
  'bring_into_force',
  'grant_role_model',
  'unfreeze',
  'hold',
  'prolong',
  'lift',
] as const

/**
 * Takes a decision back because its ground has gone: by somebody who holds the role it was decided in, or compliance.
 * Exactly the approvals that rest on it no longer count; all others are kept (8.7, 14.22).
 */
export const judgeRevoke = (state: BaseState, asked: Asked<Revoke>): Judgement => {
  const { command, actor, rules, moment } = asked
  const step = state.stage?.steps[command.step]
  const wanted = step === undefined ? [] : revokersOf(step, { actor, rules })
  const mandate = seatOf(state, { ...asked, wanted })
  const no =
    notToBeVoided(state, { step, id: command.step }) ??
    notTheirs(mandate, { actor, step: command.type, needs: wanted.join(', ') }) ??
    ownFinding(step, { actor, mandate, rules }) ??
    takenBackBefore(state, { step, mandate }) ??
    lockedSince(state, { step, mandate, rules }) ??
    answeredInTime(state, { step, mandate, now: moment.now })
  if (no !== undefined || step === undefined || mandate === undefined)
    return refuse(no ?? unknownStep(state, command.step))
  const draft = actingUnder(mandate, draftOf(state, { rules, moment }))
  return reopen(draft, { step, cause: 'revoked', by: byOf(actor.person, mandate), ...wordsOf(command) })
}

/**
 * What one person decided is taken back by anybody who holds its role, what several scored by one of them. What a body votes on no
 * member takes back: it is the body's, and with it the votes of all others would be gone (8.7).
 */
const revokersOf = (step: StepState, { actor, rules }: Pick<Asked<Revoke>, 'actor' | 'rules'>): readonly Role[] => {
  const by = rules.procedure.steps[step.key]?.decides.by
  const own = step.acts.find((act) => isBy(act, actor.person))
  if (by === 'votes' || (own === undefined && by !== 'one')) return [offices.revokes]
  return [...new Set([own?.role ?? step.role, offices.revokes])]
}

/** A match or a bar is taken back by another officer than found it, and by nobody who stands in for that one (SD2, 1.6). */
const ownFinding = (
  step: StepState | undefined,
  { actor, mandate, rules }: Pick<Asked<Revoke>, 'actor' | 'rules'> & { readonly mandate: HeldMandate | undefined },
): Refusal | undefined => {
  const definition = step && rules.procedure.steps[step.key]
  const people = [actor.person, mandate?.delegation?.delegator].filter((person) => person !== undefined)
  return step && people.map((person) => foundByThem({ step, definition, person })).find((no) => no !== undefined)
}

/** A step is taken back by its own role once in a stage, or in the matter that asks it: else nobody could rely on an answer (8.7). */
const takenBackBefore = (
  state: BaseState,
  { step, mandate }: { step: StepState | undefined; mandate: HeldMandate | undefined },
): Refusal | undefined => {
  if (step === undefined || mandate?.role === offices.revokes) return undefined
  const before = Object.values(state.stage?.steps ?? {}).find(
    ({ key, matter, voided, takenBackAs }) =>
      key === step.key && matter === step.matter && voided === 'revoked' && takenBackAs !== offices.revokes,
  )
  return before && { code: 'taken_back_before', detail: { step: step.id, before: before.id, role: offices.revokes } }
}

/** The first of two persons says that a decision was entered by mistake (R17): whoever holds its role, the secretary or the manager. */
export const judgeProposeVoid = (state: BaseState, asked: Asked<ProposeVoid>): Judgement => {
  const { command, actor, rules, moment } = asked
  const step = state.stage?.steps[command.step]
  const wanted: readonly Role[] = step === undefined ? [] : [step.role, ...offices.proposesVoid]
  const mandate = seatOf(state, { ...asked, wanted })
  const no =
    notToBeVoided(state, { step, id: command.step }) ??
    decidedSince(state, step) ??
    notTheirs(mandate, { actor, step: command.type, needs: wanted.join(', ') })
  if (no !== undefined || step === undefined || mandate === undefined)
    return refuse(no ?? unknownStep(state, command.step))
  const draft = actingUnder(mandate, draftOf(state, { rules, moment }))
  const tried = reopen(draft, { step, cause: 'mistake', ...wordsOf(command) })
  if (!tried.ok) return tried
  const by = byOf(actor.person, mandate)
  return accept(add(draft, { type: 'void_proposed', step: step.id, ...wordsOf(command), by }))
}

/** The second person: director or chair, somebody else than the first (R17). Until the next step is decided. */
export const judgeConfirmVoid = (state: BaseState, asked: Asked<ConfirmVoid>): Judgement => {
  const { command, actor, rules, moment } = asked
  const step = state.stage?.steps[command.step]
  const proposed = step?.voidProposed
  const mandate = seatOf(state, { ...asked, wanted: offices.confirmsVoid })
  const no =
    notToConfirm(state, { id: command.step, actor, mandate }) ??
    (proposed && notAsRead({ ...proposed, by: proposed.person }, { ...command, by: actor, rule: 'R17' }))
  if (no !== undefined || step === undefined || mandate === undefined || proposed === undefined)
    return refuse(no ?? unknownStep(state, command.step))
  const draft = actingUnder(mandate, draftOf(state, { rules, moment }))
  return reopen(draft, { step, cause: 'mistake', code: proposed.code, by: byOf(actor.person, mandate) })
}

/** Why somebody cannot be the second person to void a step, or undefined. */
const notToConfirm = (
  state: BaseState,
  { id, actor, mandate }: { readonly id: StepId; readonly actor: Actor; readonly mandate: HeldMandate | undefined },
): Refusal | undefined => {
  const step = state.stage?.steps[id]
  const proposed = step?.voidProposed
  const isOwn = proposed?.person === actor.person || step?.acts.some((act) => isBy(act, actor.person)) === true
  return (
    notToBeVoided(state, { step, id }) ??
    (proposed === undefined ? ({ code: 'void_not_proposed', detail: { step: id } } satisfies Refusal) : undefined) ??
    decidedSince(state, step) ??
    notTheirs(mandate, { actor, step: 'confirm_void', needs: offices.confirmsVoid.join(', ') }) ??
    (isOwn ? ({ code: 'second_person_needed', detail: { step: id, rule: 'R17' } } satisfies Refusal) : undefined)
  )
}

/** The steps on which a void waits for the second word of this person: the same rules as the judge's (R17). */
export const voidsWaitingFor = (
  state: BaseState,
  { actor, procedure: { separation }, now }: { actor: Actor; procedure: Rules['procedure']; now: Instant },
): readonly StepState[] => {
  const command = { type: 'confirm_void', step: '', seq: 0 } as const
  if (state.closed || (onHold(state) ?? actsAtAll(state, { command, actor, separation, now })) !== undefined) return []
  const mandate = seatOf(state, { actor, moment: { now }, wanted: offices.confirmsVoid })
  return Object.values(state.stage?.steps ?? {}).filter(
    ({ id, voidProposed }) => voidProposed !== undefined && notToConfirm(state, { id, actor, mandate }) === undefined,
  )
}

interface Reopening {
  readonly step: StepState
  readonly cause: VoidCause
  readonly code?: ReasonCode
  readonly reason?: TextReference
  readonly by?: By
}

/** Voids a step and what rests on it, takes back what followed, and lets the story go on from there. */
export const reopen = (draft: Draft, reopening: Reopening): Judgement => {
  const { voided, told, gone, since } = without(draft, reopening)
  return since.length > 0
    ? refuse({ code: 'too_late_to_void', detail: { step: reopening.step.id, since } })
    : accept(settle(takenBack(voided, { effects: gone, told })))
}

/** The story without a step and what rests on it: what it no longer comes to, and what of that is there to last. */
export const without = (draft: Draft, { step, ...why }: Reopening) => {
  const { story, procedure } = draft.rules
  const voided = restingOn(draft.state, { step, rests: procedure.rests ?? {} }).reduce(
    (before, one) =>
      add(before, { type: 'step_voided', step: one.id, key: one.key, cause: 'inputs_changed', because: step.id }),
    add(draft, { type: 'step_voided', step: step.id, key: step.key, ...why }),
  )
  const told = tell(story(voided.state), { state: voided.state, procedure })
  const gone = unreached(voided.state, told)
  const since = lasting.filter((name) => Object.keys(gone).some((one) => one === name || one.startsWith(`${name}@`)))
  return { voided, told, gone, since }
}

/** Upheld redress opens the contested decision again, for other people (R14); every other decision just goes on. */
const whenUpheld = (draft: Draft, id: string): Judgement => {
  const { state, rules } = draft
  const closed = state.stage?.steps[id]
  const isUpheld = closed?.outcome?.option === 'uphold' && stepOf(rules, closed)?.means === 'redress_decision'
  if (!isUpheld) return accept(settle(draft))
  const told = tell(rules.story(state), { state, procedure: rules.procedure })
  const step = state.stage?.steps[contestedBy(told, closed) ?? '']
  if (step === undefined) return accept(settle(draft))
  const ordered = orderAside(draft, 'redress_decision')
  const settled = Object.values(state.stage?.steps ?? {})
    .filter((one) => isOfRedress(stepOf(rules, one)) && one.matter === closed.matter && one.voided === undefined)
    .reduce(
      (before, one) => add(before, { type: 'step_voided', step: one.id, key: one.key, cause: 'redress' }),
      ordered,
    )
  return reopen(settled, { step, cause: 'redress' })
}
const stepOf = ({ procedure }: Rules, { key }: StepState) => procedure.steps[key]

/** What a change of circumstances that was found takes with it (8.10); every other decision just goes on. */
export const whenFelled = (draft: Draft, id: string): Judgement => {
  const { state, rules } = draft
  const closed = state.stage?.steps[id]
  const { fells } = (closed && rules.procedure.steps[closed.key]) ?? {}
  if (closed === undefined || fells === undefined || closed.outcome?.option !== fells) return whenUpheld(draft, id)
  const fallen = fallsWithChange(state, { step: closed, procedure: rules.procedure })
  return fallen === undefined ? accept(settle(draft)) : reopen(draft, { step: fallen, cause: 'inputs_changed' })
}

/** Effects that happened and to which the story no longer comes, with how often. */
const unreached = (state: BaseState, { reached }: Telling): Readonly<Record<string, number>> => {
  // The status that a concluded review gave is no effect the story asks for; it stands as long as the conclusion does.
  const stands = (name: string): boolean => reached.has('conclude') && name.startsWith('status:') && !reached.has(name)
  const counts = Object.entries(state.stage?.effects ?? {})
    .filter(([name]) => !stands(name))
    .map(([name, times]) => [name, times - (reached.get(name) ?? 0)] as const)
  return Object.fromEntries(counts.filter(([, times]) => times > 0))
}

/** Undoes the effects the story no longer comes to: status and slot. Steps that opened on them stop when it settles. */
const takenBack = (
  draft: Draft,
  { effects, told }: { effects: Readonly<Record<string, number>>; told: Telling },
): Draft => {
  const { state } = draft
  if (Object.keys(effects).length === 0) return draft
  const to = told.statuses.at(-1) ?? state.past.at(-1)?.outcome ?? statusFor.beginning
  const undone = add(draft, { type: 'effects_undone', effects, from: state.status, to })
  const slot = state.facts.slot
  return effects['reserve'] === undefined || slot === undefined
    ? undone
    : add(claim(undone, { claim: 'release_slot' }), { type: 'slot_freed', slot })
}

const wordsOf = ({ code, reason }: { readonly code: ReasonCode; readonly reason?: TextReference }) => ({
  code,
  ...defined({ reason }),
})

/** Why what was done on a step is voided by nobody, as the base stands: no such step in its stage, a stop, or nothing to void. */
export const notToBeVoided = (
  state: BaseState,
  { step, id }: { step: StepState | undefined; id: string },
): Refusal | undefined => {
  if (step === undefined) return unknownStep(state, id)
  if (state.frozen !== undefined) return baseFrozen(state, id)
  if (step.voided !== undefined) return { code: 'step_voided', detail: { step: id, cause: step.voided } }
  return step.acts.length === 0 ? { code: 'nothing_to_void', detail: { step: id } } : undefined
}

const notTheirs = (
  mandate: HeldMandate | undefined,
  { actor, ...asked }: { actor: Actor; step: string; needs: string },
): Refusal | undefined => (mandate === undefined ? notYourRole(actor, asked) : undefined)

/** Whoever handed evidence in does not change it after the lock, by taking it back either (4, 14.10); compliance may. */
const lockedSince = (
  state: BaseState,
  { step, mandate, rules }: { step: StepState | undefined; mandate: HeldMandate | undefined; rules: Rules },
): Refusal | undefined => {
  const lock = step === undefined ? undefined : rules.procedure.steps[step.key]?.lockedBy
  if (step === undefined || lock === undefined || mandate?.role !== step.role) return undefined
  const since = Object.values(state.stage?.steps ?? {}).findLast(
    ({ key, outcome, voided }) => key === lock.step && outcome?.option === lock.option && voided === undefined,
  )
  return since === undefined
    ? undefined
    : {
        code: 'evidence_locked',
        detail: { step: step.id, since: since.id, at: since.closedAt ?? '', zone: state.cluster.zone },
      }
}

import type { Decide } from '../../domain/command.js'
import { aDossier, aDossierToWaive, evenReview, evenSheet, holderOf } from './an-example.js'
import { copyOf, type ABase } from './a-base.js'
import { decisionOn, type Brings } from './acting.js'
import { movable } from './playing.js'
import type { Actor } from '../../domain/values/actor.js'
import type { Refusal } from '../../domain/refusal.js'
import { matterOf, openSteps, type StepState } from '../../domain/state.js'
import type { StepKey } from '../../domain/values/step-key.js'

/** What may be brought to a decision: good and bad dossiers, sheets wide apart, years of every colour, reports with gaps. */
export const allBrings: readonly Brings[] = [
  {},
  { dossier: aDossierToWaive },
  { dossier: { ...aDossier, incidents: 3 } },
  { dossier: { ...aDossier, memberFirms: 1, clusterBodyYears: 0 } },
  { sheets: [evenSheet(0.2)] },
  { sheets: [evenSheet(1)] },
  { reviewSheet: evenReview(0.95) },
  { reviewSheet: evenReview(0.6) },
  { reviewSheet: evenReview(0.45) },
  { reviewSheet: evenReview(0.1) },
  { reviewSheet: evenReview(0.8), report: { leavesOut: 1 } },
  { reviewSheet: evenReview(0.8), programmeRecord: { lateFundsMonths: 24 } },
  { reviewSheet: evenReview(0.8), programmeRecord: { findings: 4 } },
]

/**
 * A step that is open for people and of which each offered act is refused, whatever is brought and whoever comes, a director
 * who gives it to somebody else and a substitute who is drawn where recusals broke a quorum among them; and the clock brings no
 * way out either: what it says of silence is none.
 */
export interface DeadEnd {
  readonly step: string
  readonly refused: Readonly<Record<string, readonly Refusal['code'][]>>
}

/**
 * Answers that say something against a place, or end it: where nothing else is left, they are a way out only with a ground. An honest
 * office that has none stands before a dead end, though one act would be taken.
 */
const needsGround: Readonly<Record<StepKey, { readonly option: string; readonly unless?: (base: ABase) => boolean }>> =
  {
    '5.3a': { option: 'misstatement' },
    '5.3b': { option: 'misstatement' },
    '3.13f': { option: 'refuse', unless: (base) => isNotGreen(base) },
  }

/** One of the last two reviews that somebody judged is not green, or was of a year without report, or there is none (9). */
const isNotGreen = (base: ABase): boolean => {
  const { reviews } = base.state().facts
  const last = reviews.filter(({ unassessed, unreported }) => unassessed !== true || unreported === true).slice(-2)
  const isAdverse = ({ colour, unreported }: (typeof last)[number]): boolean =>
    unreported === true || !['green', 'green_with_advice', 'role_model'].includes(colour)
  return reviews.length === 0 || last.some(isAdverse)
}

const isWayOut = (base: ABase, { key, option }: { readonly key: StepKey; readonly option: string }): boolean => {
  const narrow = needsGround[key]
  return narrow?.option !== option || narrow.unless?.(base) === true
}

/** The steps of a base that nobody can move, although they wait for somebody. */
export const deadEndsIn = (base: ABase): readonly DeadEnd[] => {
  const state = base.state()
  if (state.closed || state.heldAt !== undefined) return []
  const keys = movable(base)
  return openSteps(state).flatMap((step) => {
    const offered = base.procedure.steps[step.key]?.order.filter(
      (option) => base.procedure.steps[step.key]?.options[option]?.byClock !== true,
    )
    if (!keys.includes(step.key) || offered === undefined || offered.length === 0) return []
    const refused: Record<string, readonly Refusal['code'][]> = {}
    for (const option of offered) {
      const codes = refusalsOf(base, { step, option })
      if (codes === undefined && isWayOut(base, { key: step.key, option })) return []
      if (codes === undefined) continue
      refused[option] = codes
    }
    return isFreedByTheClock(base, step) || isFreedBeside(base, step) ? [] : [{ step: step.id, refused }]
  })
}

/**
 * Whether by an alarm somebody else may act on the step, its body is convened anew, or the votes that were cast decide it. What silence
 * says, be it an end, is no way out for a side each act of which was refused: it was not silent (R3).
 */
const isFreedByTheClock = (base: ABase, { id }: StepState): boolean => {
  const copy = copyOf(base)
  for (let ticks = 0; ticks < 80; ticks += 1) {
    const next = copy.nextDueAt()
    const step = copy.state().stage?.steps[id]
    if (next === null || step === undefined || step.outcome !== undefined || copy.state().closed) break
    copy.turnTo([next, copy.now()].toSorted().at(-1) ?? next)
    copy.send({ type: 'tick' })
    const offered = copy.procedure.steps[step.key]?.order ?? []
    const frees = (option: string): boolean =>
      isWayOut(copy, { key: step.key, option }) && refusalsOf(copy, { step, option }) === undefined
    if (offered.some(frees)) return true
  }
  return copy.events().some((event) => event.type === 'step_closed' && event.step === id && decided.includes(event.how))
}

const decided: readonly string[] = ['vote', 'sheets']

/** Whether it waits for an answer that somebody else can give on another open step, as what binds does for a match that is examined (1.6). */
const isFreedBeside = (base: ABase, step: StepState): boolean => {
  const now = asOfNow(base)
  return openSteps(now.state())
    .filter(({ id }) => id !== step.id)
    .some((other) =>
      (base.procedure.steps[other.key]?.order ?? []).some((option) => {
        const answered = answeredBeside(now, { step: other, option })
        const left = answered?.state().stage?.steps[step.id]
        if (answered === undefined || left === undefined || left.outcome !== undefined) return false
        return (base.procedure.steps[step.key]?.order ?? []).some(
          (answer) =>
            isWayOut(answered, { key: step.key, option: answer }) &&
            refusalsOf(answered, { step: left, option: answer }) === undefined,
        )
      }),
    )
}

/** The same moment when the clock has done what is due: after a stop is lifted it asks for a screening at once (1.6). */
const asOfNow = (base: ABase): ABase => {
  const copy = copyOf(base)
  for (let ticks = 0; ticks < 10 && (copy.nextDueAt() ?? 'never') <= copy.now(); ticks += 1) copy.send({ type: 'tick' })
  return copy
}

/** The base after somebody who comes has given the answer; undefined where it was refused. */
const answeredBeside = (
  base: ABase,
  chosen: { readonly step: StepState; readonly option: string },
): ABase | undefined => {
  const copy = copyOf(base)
  const isTaken = comersFor(copy, chosen.step).some(({ actor }) => copy.send(decisionOn(copy, chosen), { actor }).ok)
  return isTaken ? copy : undefined
}

/** Why an option is refused, whoever of those who could come comes and whatever is brought; undefined where it would be taken. */
const refusalsOf = (
  base: ABase,
  { step, option }: { readonly step: StepState; readonly option: string },
): readonly Refusal['code'][] | undefined => {
  const definition = base.procedure.steps[step.key]
  const codes = new Set<Refusal['code']>()
  const facts = definition?.brings === 'nothing' || option !== definition?.order[0] ? [{}] : allBrings
  for (const { actor, isGiven } of comersFor(base, step))
    for (const brings of facts) {
      const copy = copyOf(base)
      if (definition?.runsFull === true && copy.now() < step.dueAt) copy.turnTo(step.dueAt)
      const given = { type: 'reassign', step: step.id, to: actor, code: 'LAT' } as const
      if (isGiven) copy.send(given, { actor: holderOf('PD', newcomer) })
      drawIn(copy, { step, actor })
      const judgement = copy.send(withNewTeam(decisionOn(copy, { step, option, brings })), { actor })
      if (judgement.ok) return undefined
      codes.add(judgement.refusal.code)
    }
  return [...codes]
}

/** The secretary draws whoever comes; refused wherever the quorum stands or the body has no substitutes. */
const drawIn = (copy: ABase, { step, actor }: { readonly step: StepState; readonly actor: Actor }): void => {
  const [mandate] = actor.mandates
  if (mandate === undefined) return
  const pool = [{ person: actor.person, mandate }]
  copy.send({ type: 'draw_substitutes', step: step.id, pool }, { actor: holderOf('CS', newcomer) })
}

/** Somebody who has done nothing yet; the same, to whom a director has given the step; who may chair its body; and who alone may act (5.15). */
const comersFor = (base: ABase, step: StepState) => {
  const { decides, onlyByRaiser } = base.procedure.steps[step.key] ?? {}
  const raiser = onlyByRaiser === true ? matterOf(base.state(), step)?.by : undefined
  const chair = decides?.by === 'votes' ? decides.chair : undefined
  const actor = holderOf(step.role, newcomer)
  return [
    { actor, isGiven: step.holder !== undefined },
    { actor, isGiven: true },
    ...(chair === undefined ? [] : [{ actor: holderOf(chair, newcomer), isGiven: false }]),
    ...(raiser === undefined ? [] : [{ actor: { ...actor, person: raiser }, isGiven: step.holder !== undefined }]),
  ]
}

/** A team of people who have done nothing yet either. */
const withNewTeam = (decision: Decide): Decide =>
  decision.facts?.team === undefined
    ? decision
    : { ...decision, facts: { ...decision.facts, team: { members: newTeam } } }

const newcomer = 977
const newTeam = (['DL', 'SP', 'SV'] as const).map((role) => holderOf(role, newcomer).person)

/** What two moments have to share to leave people the same: what is open, what was answered, and what is on file. */
export const digestOf = (base: ABase): string => {
  const { stage, status, frozen, heldAt, facts, interests, screening, conditions } = base.state()
  const answered = Object.values(stage?.steps ?? {}).map(({ key, outcome, voided }) => [key, outcome?.option, voided])
  const waiting = openSteps(base.state()).map((step) => {
    const { key, acts, papers, recused, substitutes, holder, extended, standIn, dueAt } = step
    const who = [papers?.length, recused?.length, substitutes?.length, holder !== undefined, standIn]
    return [key, acts.map(({ option }) => option), who, extended?.length, base.now() >= dueAt]
  })
  const brought = Object.values(stage?.steps ?? {}).flatMap(({ key, acts, voided }) => {
    const said = voided === undefined ? acts.at(-1)?.facts : undefined
    return said === undefined ? [] : [[key, said.report?.values?.length, said.programmeRecord, said.misstated?.length]]
  })
  const { dossier, sheets, diligence, ratings, reviews, extraordinary, endsOn, renewalFor } = facts
  const years = reviews.map(({ colour, unassessed }) => [colour, unassessed])
  const kinds = Object.values(interests ?? {}).map(({ kind, roles }) => [kind, roles])
  const onFile = [dossier, sheets, diligence, ratings, years, extraordinary?.length, screening, kinds]
  const left = endsOn === undefined ? undefined : [endsOn < base.now(), renewalFor === endsOn]
  const bound = Object.values(conditions ?? {})
  return JSON.stringify([
    status,
    stage?.stage,
    frozen?.matter,
    heldAt !== undefined,
    answered,
    waiting,
    brought,
    onFile,
    left,
    bound,
  ])
}

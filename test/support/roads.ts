import type { BaseCommand } from '../../domain/command.js'
import { asksOneMore } from '../../domain/score.js'
import type { Lead, Procedure } from '../../domain/procedure.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { full } from '../../domain/gicc/full.js'
import { aBase, aNominatedBase, type ABase, type Saved } from './a-base.js'
import { heldFor, type Brings } from './acting.js'
import { goingOnWith, third } from './conditioned.js'
import { aDossier, aDossierToWaive, evenReview, evenSheet, holderOf } from './an-example.js'
import { matters, type MatterKind } from '../../domain/matters.js'
import { codesFor } from '../../domain/judge/matter.js'
import { roles } from '../../domain/role.js'
import { openSteps } from '../../domain/state.js'
import { lackingFor, movable, play, type Answers } from './playing.js'
import { defined } from '../../domain/values/defined.js'

/** Steps whose opening depends on an earlier answer than the one that leads to them. */
const depends: Readonly<Record<StepKey, Answers>> = {
  '1.10w': { '1.10': 'waiting_list' },
  R0: { '5.8': 'yellow' },
  '5.8r': { '5.8': 'yellow', R0: 'request', R1: 'admit', R2: 'uphold' },
  '5.11a': { '5.8': 'yellow' },
  '5.12a': { '5.8': 'red_proposal' },
  '5.13h': { '5.13c': 'yellow' },
}

/**
 * The answers that bring a base to a step by the fewest detours, found by following the declared leads; an answer that
 * is a step's first costs nothing. Undefined when no lead leads there.
 */
export const roadTo = (target: StepKey, procedure: Procedure = full): Answers | undefined => {
  const reached = new Map<StepKey, { readonly detours: number; readonly answers: Answers }>()
  const frontier = startsOf(procedure)
  for (const start of frontier) reached.set(start, { detours: 0, answers: {} })
  for (let key = frontier.shift(); key !== undefined; key = frontier.shift()) {
    const here = reached.get(key)
    if (here === undefined) continue
    for (const [index, { option, leads }] of leadsOf(key, procedure).entries())
      for (const next of stepsAfter(leads, procedure)) {
        const detours = here.detours + (index === 0 ? 0 : 1)
        if (detours >= (reached.get(next)?.detours ?? Infinity)) continue
        const taken = index === 0 ? {} : { [key]: option }
        reached.set(next, { detours, answers: { ...here.answers, ...taken, ...depends[next] } })
        frontier.push(next)
      }
  }
  return reached.get(target)?.answers
}

/** The life begins at its first step, and each matter beside it at its own. */
const startsOf = ({ steps }: Procedure): StepKey[] => {
  const seen = new Set<string | undefined>()
  return Object.values(steps).flatMap(({ key, matter }, index) => {
    if (index > 0 && (matter === undefined || seen.has(matter))) return []
    seen.add(matter)
    return [key]
  })
}

const leadsOf = (key: StepKey, procedure: Procedure) => {
  const step = procedure.steps[key]
  return (step?.order ?? []).flatMap((option) => {
    const leads = step?.options[option]?.leads
    return leads === undefined ? [] : [{ option, leads }]
  })
}

const stepsAfter = (lead: Lead, procedure: Procedure): readonly StepKey[] => {
  if ('to' in lead)
    return [...lead.to, ...(lead.stage === undefined ? [] : stepsAfter({ stage: lead.stage }, procedure))]
  if ('back' in lead) return [lead.back, ...(lead.then === 'not_offered' ? [] : stepsAfter(lead.then, procedure))]
  if ('end' in lead) return lead.via ?? []
  if ('settles' in lead) return lead.settles === 'redress' ? ['5.8r', '5.13h'] : []
  return Object.values(procedure.steps)
    .filter(({ stage }) => stage === lead.stage)
    .map(({ key }) => key)
    .slice(0, 1)
}

const reviewShares: Readonly<Record<string, number>> = { yellow: 0.6, red_proposal: 0.45, role_model: 0.95 }

/** What must be brought for the answers to have ground. */
export const bringsFor = (answers: Answers): Brings => ({
  ...lackingFor(answers),
  dossier: ['waiver', 'not_eligible'].includes(answers['1.5a'] ?? '') ? aDossierToWaive : aDossier,
  ...defined({ sheets: asksOneMore(answers['1.9a'] ?? '') ? [evenSheet(0.6), evenSheet(0.85)] : undefined }),
  reviewSheet: evenReview(reviewShares[answers['5.13c'] ?? answers['5.8'] ?? ''] ?? 0.8),
})

/** Where an answer has ground only in a later year: two years of ninety points make a role model (6.5). */
const reviewsBefore: Readonly<Record<string, number>> = { '5.8:role_model': 1 }

/** Answers on the way by which a choice has its ground: an item of the checklist that stays open (4.9). */
const groundsOf: Readonly<Record<string, Answers>> = { '4.9:not_ready': { '4.2': 'not_ready', '4.2a': 'not_ready' } }

/** Choices that are open only when the step has come round before: a report that is sent back first (5.3a). */
const visitsBefore: Readonly<Record<string, number>> = { '5.3a:incomplete': 1 }
/** Changes of a place that bear a choice alone, and the step they are raised at (8.10). */
const changesBefore: Readonly<Record<string, { readonly at: StepKey; readonly change: 'signatory' }>> = {
  '8.10a:authority_anew': { at: '3.11a', change: 'signatory' },
}
const visitsOf = (base: ABase, key: StepKey): number =>
  Object.values(base.state().stage?.steps ?? {}).filter((step) => step.key === key).length

const saved = new WeakMap<Procedure, Map<string, Saved>>()

export interface Choice {
  readonly key: StepKey
  readonly option: string
}

/** The answers on the way to a choice, and what they bring. */
export const planFor = ({ key, option }: Choice, procedure: Procedure = full) => {
  const answers = { ...roadTo(key, procedure), ...groundsOf[`${key}:${option}`] }
  return { answers, brings: bringsFor({ ...answers, [key]: option }) }
}

/**
 * A base that stands before one choice: the step is open and those beside it are closed positively. Moments are kept,
 * so a road is played once. Undefined when the step never opens.
 */
export const broughtTo = (choice: Choice, procedure: Procedure = full): ABase | undefined => {
  const plan = planFor(choice, procedure)
  const reviews = reviewsBefore[`${choice.key}:${choice.option}`] ?? 0
  const visits = visitsBefore[`${choice.key}:${choice.option}`] ?? 0
  const changed = changesBefore[`${choice.key}:${choice.option}`]
  const name = JSON.stringify([choice.key, plan, reviews, visits, changed])
  const moments = saved.get(procedure) ?? new Map<string, Saved>()
  saved.set(procedure, moments)
  const known = moments.get(name)
  if (known !== undefined) return aBase({ from: known, procedure })
  const base = aNominatedBase({ procedure })
  const matter = procedure.steps[choice.key]?.matter
  if (matter !== undefined) raiseIn(base, { matter, changed })
  const there = play(base, {
    ...plan,
    until: () =>
      base.open(choice.key) !== undefined &&
      base.state().facts.reviews.length >= reviews &&
      visitsOf(base, choice.key) > visits,
  })
  if (!there) return undefined
  aloneBefore(base, choice)
  moments.set(name, base.saved())
  return base
}

/**
 * The clock raises a renewal and a reservation that ran out; every other matter is raised by a person, while the first
 * report is awaited, or before the activation where it belongs there.
 */
const raiseIn = (
  base: ABase,
  { matter, changed }: { readonly matter: MatterKind; readonly changed: (typeof changesBefore)[string] | undefined },
): void => {
  if (matter === 'renewal') {
    play(base, { until: () => base.open('3.13e') !== undefined })
    return
  }
  if (matter === 'reservation') {
    play(base, { until: () => base.open('3.2a') !== undefined })
    untilAsked(base)
    return
  }
  if (matters[matter].brings === 'condition') goingOnWith(base)
  const before = changed?.at ?? (matters[matter].onlyBefore === true ? '3.2a' : '5.2a')
  play(base, { until: () => base.open(before) !== undefined })
  const { by, brings } = matters[matter]
  const role = by[0] ?? 'PM'
  const [code = 'INT'] = codesFor(matter, roles[role].side)
  const condition = brings === 'condition' ? { condition: third.id } : undefined
  const told = defined({ facts: brings === 'change' ? changeOf(changed?.change) : condition })
  const raised = (): BaseCommand => {
    if (matter === 'year_record' || matter === 'service_request') return { type: 'open_record', record: matter }
    return brings === 'end' ? heldFor(base, 30) : { type: 'raise', matter, code, ...told }
  }
  const judged = base.send(raised(), { actor: holderOf(role, 30) })
  if (!judged.ok) throw new Error(`${matter}: ${judged.refusal.code}`)
}

const changeOf = (change: 'signatory' | undefined) =>
  change === undefined ? { change: 'boundary' as const, share: 0.05 } : { change }

/** Nobody acts until the board is asked about the reservation (R5). */
export const untilAsked = (base: ABase): void => {
  while (base.open('R5') === undefined && base.nextDueAt() !== null) {
    base.turnTo(base.nextDueAt() ?? base.now())
    base.send({ type: 'tick' })
  }
}

/** Plays on until the step of the choice alone is open; one that what goes on beside it would settle stays beside it. */
export const aloneBefore = (
  base: ABase,
  { more = {}, ...choice }: Choice & { readonly more?: Answers | undefined },
): boolean => {
  const { answers, brings } = planFor(choice, base.procedure)
  if (choice.key === 'R5' && base.open('R5') !== undefined) return true
  return play(base, {
    answers: { ...answers, ...more },
    brings,
    leaves: choice.key,
    until: () => isAlone(base, choice.key),
  })
}

/** The date of the next review may be awaited beside what the last one left to do; a matter has no part in the stage beside it. */
const isAlone = (base: ABase, key: StepKey): boolean => {
  const step = base.open(key)
  if (step?.matter === undefined)
    return step !== undefined && movable(base).every((other) => other === key || other === '5.1')
  return openSteps(base.state()).every(({ id, matter }) => id === step.id || matter !== step.matter)
}

import fc from 'fast-check'
import type { BaseCommand } from '../../domain/command.js'
import { matters, raisedByPeople } from '../../domain/matters.js'
import { codesFor } from '../../domain/judge/matter.js'
import { roles } from '../../domain/role.js'
import type { Judgement } from '../../domain/judge/draft.js'
import type { ClaimRefusal } from '../../domain/claims.js'
import { openSteps, type StepState } from '../../domain/state.js'
import type { ABase } from './a-base.js'
import { confirmingVoid, decisionOn, heldFor, makePapers } from './acting.js'
import { someWords } from './filling.js'
import { offerSlot } from './playing.js'
import { aDossier, aDossierToWaive, evenReview, evenSheet, holderOf } from './an-example.js'
import { beside, comingBy, isBesides, yearOf, type Besides } from './moves-beside.js'
import { defined } from '../../domain/values/defined.js'

const kinds = [
  'go_on',
  'go_on',
  'go_on',
  'go_on',
  'choose',
  'choose',
  'wait',
  'wait',
  'papers',
  'papers',
  'rank',
  'offer',
  'hold',
  'resume',
  'withdraw',
  'revoke',
  'propose_void',
  'confirm_void',
  'raise',
  'take_back',
  'declare_interest',
  'reassign',
  'enter_paper',
  'enter_paper',
  'confirm_paper',
  'refuse_paper',
  'extend',
  'unheard',
  'bring_exhibit',
  'show_condition',
  'check_condition',
] as const

/** What somebody or something does next; the share says how good the facts are. */
export const move = fc.record({
  kind: fc.constantFrom(...kinds),
  step: fc.nat({ max: 200 }),
  option: fc.nat({ max: 8 }),
  person: fc.integer({ min: 1, max: 60 }),
  share: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
  refused: fc.option(fc.constantFrom<ClaimRefusal['code']>('quota_full', 'no_free_slot', 'territory_taken'), {
    freq: 6,
    nil: undefined,
  }),
  /** By which seat somebody comes: the own one, as one of two, a lent one, or one that has ended. */
  seat: fc.constantFrom('own', 'own', 'own', 'own', 'two', 'lent', 'ended'),
  /** What the year brings: a report with gaps, money that came late, findings. */
  year: fc.constantFrom('good', 'good', 'gaps', 'late', 'findings'),
  /** Whoever decides says nothing in words, whether or not they are asked for (8.14). */
  wordless: fc.nat({ max: 9 }).map((tenth) => tenth === 0),
})
export type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

/** Makes one move and says what came of it; undefined where there was nothing to move. */
export const make = (base: ABase, { kind, ...chosen }: Move): Judgement | undefined => {
  if (kind === 'go_on' || kind === 'choose')
    return decide(base, { ...chosen, option: kind === 'go_on' ? 0 : chosen.option })
  if (kind === 'wait') {
    base.turnTo([base.nextDueAt() ?? base.now(), base.now()].sort().at(-1) ?? '')
    return base.send({ type: 'tick' })
  }
  if (kind === 'rank') return base.send({ type: 'rank', session: `s${base.state().ranks.length}`, place: 1, of: 1 })
  if (kind === 'offer') return offerSlot(base)
  if (isBesides(kind)) return beside(base, { ...chosen, kind })
  if (kind !== 'papers') return whole(base, { ...chosen, kind })
  makePapers(base)
  return undefined
}

type Rare = Exclude<Move['kind'], 'go_on' | 'choose' | 'wait' | 'rank' | 'offer' | 'papers' | Besides>

/** Rare acts: most of the time nobody does them, or a life would never get anywhere. */
const whole = (
  base: ABase,
  { kind, step, option, person }: Omit<Move, 'kind'> & { readonly kind: Rare },
): Judgement | undefined => {
  const id = oneOf(Object.keys(base.state().stage?.steps ?? {}), step) ?? '1.1a.1'
  const role = base.state().stage?.steps[id]?.role ?? 'PM'
  switch (kind) {
    case 'hold':
      return option === 0 ? base.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') }) : undefined
    case 'resume':
      return base.send({ type: 'resume' }, { actor: holderOf('PD') })
    case 'withdraw':
      return step === 0 ? base.send({ type: 'withdraw', code: 'WDR' }, { actor: holderOf('LG') }) : undefined
    case 'revoke':
      return base.send({ type: 'revoke', step: id, code: 'DAT' }, { actor: holderOf(role, person) })
    case 'propose_void':
      return base.send({ type: 'propose_void', step: id, code: 'DAT' }, { actor: holderOf(role, person) })
    case 'confirm_void':
      return base.send(confirmingVoid(base, id), { actor: holderOf('PD', person) })
    case 'declare_interest':
      return option === 0
        ? base.send({ type: 'declare_interest', kind: 'direct' }, { actor: holderOf(role, person) })
        : undefined
    case 'reassign':
      return option > 2
        ? undefined
        : base.send({ type: 'reassign', step: id, to: holderOf(role, person), code: 'LAT' }, { actor: holderOf('PD') })
    case 'take_back':
      return option === 0
        ? base.send(
            { type: 'take_back', matter: 'ending', code: 'GOV', reason: someWords },
            { actor: holderOf(person % 2 === 0 ? 'LG' : 'PD') },
          )
        : undefined
    case 'raise':
      return option > 2 ? undefined : raise(base, { step, person })
  }
}

const raise = (base: ABase, { step, person }: Pick<Move, 'step' | 'person'>): Judgement => {
  const matter = oneOf(raisedByPeople, step) ?? 'change'
  const { by, brings } = matters[matter]
  const role = oneOf(by, person) ?? 'PM'
  const codes = codesFor(matter, roles[role].side)
  const facts = brings === 'change' ? ({ change: 'boundary', share: 0.12 } as const) : undefined
  const condition = brings === 'condition' ? oneOf(Object.keys(base.state().conditions ?? {}), step) : undefined
  const told = defined({ facts: condition === undefined ? facts : { condition } })
  const command: BaseCommand =
    brings === 'end' ? heldFor(base, 30) : { type: 'raise', matter, code: oneOf(codes, step) ?? 'INT', ...told }
  return base.send(command, { actor: holderOf(role, person) })
}

const decide = (base: ABase, chosen: Omit<Move, 'kind'>): Judgement | undefined => {
  const step: StepState | undefined = oneOf(openSteps(base.state()), chosen.step)
  const definition = base.procedure.steps[step?.key ?? '']
  if (step === undefined || definition === undefined) return undefined
  const option = oneOf(definition.order, chosen.option) ?? ''
  if (definition.runsFull === true && base.now() < step.dueAt) base.turnTo(step.dueAt)
  const brings = {
    dossier: chosen.share < 0.2 ? aDossierToWaive : aDossier,
    sheets: [evenSheet(chosen.share)],
    reviewSheet: evenReview(chosen.share),
    ...yearOf(chosen.year),
  }
  const { reason, ...decision } = decisionOn(base, { step, option, brings })
  return base.send(chosen.wordless ? decision : { ...decision, ...defined({ reason }) }, {
    actor: comingBy(chosen.seat, { role: step.role, number: chosen.person }),
    claimRefusal: chosen.refused === undefined ? undefined : refusalOf(chosen.refused),
  })
}

const oneOf = <T>(items: readonly T[], number: number): T | undefined => items[number % Math.max(1, items.length)]

const refusalOf = (code: ClaimRefusal['code']): ClaimRefusal =>
  code === 'territory_taken' ? { code, base: 'gasme-C03-wenzhou-1' } : { code: 'quota_full', have: 10, allowed: 10 }

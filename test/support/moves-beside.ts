import type { BaseCommand } from '../../domain/command.js'
import { plainDate } from '../../domain/calendar-date.js'
import type { Judgement } from '../../domain/judge/draft.js'
import type { Role } from '../../domain/role.js'
import { openSteps, type StepState } from '../../domain/state.js'
import type { Actor } from '../../domain/values/actor.js'
import { exhibitId } from '../exhibits/exhibit-events.js'
import type { ABase } from './a-base.js'
import type { Brings } from './acting.js'
import { holderOf } from './an-example.js'
import { someWords } from './filling.js'
import { entering, scan } from './on-paper.js'
import { passesUnheard } from './silent-place.js'

const besides = [
  'enter_paper',
  'confirm_paper',
  'refuse_paper',
  'extend',
  'unheard',
  'bring_exhibit',
  'show_condition',
  'check_condition',
] as const

/** What goes on beside the acts themselves: papers and their second person, more time, mail that comes back, proofs, conditions. */
export type Besides = (typeof besides)[number]
export const isBesides = (kind: string): kind is Besides => besides.some((one) => one === kind)

interface Chosen {
  readonly kind: Besides
  readonly step: number
  readonly option: number
  readonly person: number
}

/** Makes one of these moves; undefined where there was nothing to move. */
export const beside = (base: ABase, { kind, step: number, option, person }: Chosen): Judgement | undefined => {
  const open = openSteps(base.state())
  const step = open[number % Math.max(1, open.length)]
  if (kind === 'unheard') {
    passesUnheard(base)
    return undefined
  }
  if (kind === 'bring_exhibit') return option === 0 ? brought(base) : undefined
  if (kind === 'show_condition' || kind === 'check_condition') return onCondition(base, { kind, number, person })
  if (step === undefined) return undefined
  if (kind === 'extend')
    return base.send(
      { type: 'extend', step: step.id, days: 1 + option, code: 'INC', reason: someWords },
      { actor: holderOf(person % 2 === 0 ? 'PD' : 'CH') },
    )
  return onPaper(base, { kind, step: kind === 'enter_paper' ? step : (papered(open) ?? step), option, person })
}

const papered = (open: readonly StepState[]): StepState | undefined => open.find(({ papers }) => papers !== undefined)

type Papered = Pick<Chosen, 'option' | 'person'> & { readonly kind: Besides; readonly step: StepState }

const onPaper = (base: ABase, { kind, step, option, person }: Papered): Judgement | undefined => {
  if (kind === 'enter_paper') {
    const order = base.procedure.steps[step.key]?.order ?? []
    const says = order[option % Math.max(1, order.length)]
    if (says === undefined || option > 3 || base.open(step.key)?.id !== step.id) return undefined
    const asked = { key: step.key, option: says, signatory: holderOf(step.role, person) }
    return base.send(entering(base, asked), { actor: holderOf('CS') })
  }
  const [paper] = step.papers ?? []
  if (paper === undefined) return undefined
  const { signatory, seq } = paper
  if (kind === 'refuse_paper')
    return base.send({ type: 'refuse_paper', step: step.id, signatory, code: 'DAT' }, { actor: holderOf('PD') })
  const by = holderOf(step.role, Number(signatory.split('-').at(-1)))
  const confirms = { type: 'confirm_paper', step: step.id, signatory: by, scan, seq } as const
  return base.send(confirms, { actor: holderOf('PD') })
}

const brought = (base: ABase): Judgement => {
  const no = Object.keys(base.state().exhibits ?? {}).length + 1
  const command: BaseCommand = {
    type: 'bring_exhibit',
    exhibit: exhibitId(no),
    says: {
      kind: 'audit_report',
      classProposed: 2,
      readers: 'PAR',
      seal: 'signed',
      languages: ['zh-CN'],
      issuedOn: plainDate('2026-01-01'),
      expiresOn: plainDate('2028-06-30'),
    },
    file: { sha256: (no % 10).toString().repeat(64), size: 9, media: 'application/pdf', scan: 'clean' },
    words: someWords,
  }
  return base.send(command, { actor: holderOf('SO') })
}

const onCondition = (
  base: ABase,
  { kind, number, person }: { readonly kind: Besides; readonly number: number; readonly person: number },
): Judgement | undefined => {
  const ids = Object.keys(base.state().conditions ?? {})
  const condition = ids[number % Math.max(1, ids.length)]
  if (condition === undefined) return undefined
  return kind === 'show_condition'
    ? base.send({ type: 'show_condition', condition, exhibits: [], reason: someWords }, { actor: holderOf('LG') })
    : base.send(
        { type: 'check_condition', condition, result: person % 3 === 0 ? 'not_met' : 'met', reason: someWords },
        { actor: holderOf('LC', person) },
      )
}

/** By which seat somebody comes. */
type Seat = 'own' | 'two' | 'lent' | 'ended'

/** The n-th holder of a role, by that seat: one of two that one person holds, one that was lent, one that has ended. */
export const comingBy = (seat: Seat, { role, number }: { readonly role: Role; readonly number: number }): Actor => {
  const actor = holderOf(role, number)
  const [own] = actor.mandates
  if (own === undefined || seat === 'own') return actor
  const other = holderOf(role === 'SO' ? 'CO' : 'SO', number).mandates
  switch (seat) {
    case 'two':
      return { ...actor, person: `p-both-${number}`, mandates: [own, ...other] }
    case 'lent':
      return {
        ...actor,
        person: `p-deputy-${number}`,
        mandates: [{ ...own, id: `${own.id}-lent`, delegation: { delegator: actor.person, mandate: own.id } }],
      }
    case 'ended':
      return { ...actor, mandates: [{ ...own, until: '2026-01-02T00:00:00.000Z' }] }
  }
}

/** What the year brings beside its points. */
export const yearOf = (year: 'good' | 'gaps' | 'late' | 'findings'): Brings => {
  switch (year) {
    case 'good':
      return {}
    case 'gaps':
      return { report: { leavesOut: 1 } }
    case 'late':
      return { programmeRecord: { lateFundsMonths: 24 } }
    case 'findings':
      return { programmeRecord: { findings: 4 } }
  }
}

import type { BaseCommand } from '../../../domain/command.js'
import { aNominatedBase, type ABase } from '../../support/a-base.js'
import { stepOf } from '../../support/acting.js'
import { holderOf } from '../../support/an-example.js'
import { confirming, entering, type OnPaperAsked } from '../../support/on-paper.js'
import { playTo } from '../../support/playing.js'
import { actedOnce, at, onHold, type RefusedCase } from './case.js'

const letter: OnPaperAsked = { key: '1.7', option: 'endorse' }
const enters = (change: Partial<OnPaperAsked> = {}) => {
  return (base: ABase): BaseCommand => entering(base, { ...letter, ...change })
}
const confirms = (base: ABase): BaseCommand => confirming(base, letter)
const entered = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '1.7' })
  actedOnce(base, { command: entering(base, letter), actor: holderOf('CS') })
  return base
}
const refuses = (base: ABase): BaseCommand => ({
  type: 'refuse_paper',
  step: stepOf(base, '1.7').id,
  signatory: holderOf('SA').person,
  code: 'DAT',
})
const absent = holderOf('SA', 7)
/** In office since this morning: not yet on the day of signing. */
const newcomer = {
  ...absent,
  mandates: absent.mandates.map((mandate) => ({ ...mandate, from: '2027-02-27T00:00:00.000Z' })),
}
const later = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '1.7' })
  base.turnTo('2027-03-01T15:00:00.000Z')
  return base
}

export const paperCases: readonly RefusedCase[] = [
  {
    says: 'one act of a signatory waits at a time on a step (R16)',
    code: 'paper_waits',
    base: entered,
    command: enters(),
    actor: holderOf('CS', 2),
    twin: { base: at('1.7') },
  },
  {
    says: 'what nobody entered is not confirmed (R16)',
    code: 'paper_not_entered',
    detail: { waiting: [] },
    base: at('1.7'),
    command: confirms,
    actor: holderOf('PD'),
    twin: { base: entered },
  },
  {
    says: 'what nobody entered is not refused either (R16)',
    code: 'paper_not_entered',
    base: at('1.7'),
    command: refuses,
    actor: holderOf('PD'),
    twin: { base: entered },
  },
  {
    says: 'whoever entered an act on paper does not confirm it (R16)',
    code: 'second_person_needed',
    detail: { rule: 'R16' },
    base: entered,
    command: confirms,
    actor: holderOf('CS'),
    twin: { actor: holderOf('CS', 2) },
  },
  {
    says: 'the same scan read as another entry than the one that waits is not confirmed (R16)',
    code: 'other_entry_waits',
    base: entered,
    command: (base) => ({ ...confirming(base, letter), seq: base.state().seq - 1 }),
    actor: holderOf('PD'),
    twin: { command: confirms },
  },
  {
    says: 'nobody enters an own act as if it had come on paper (R16)',
    code: 'second_person_needed',
    detail: { rule: 'R16' },
    base: at('1.7'),
    command: enters(),
    actor: { ...holderOf('CS'), person: holderOf('SA').person },
    twin: { actor: holderOf('CS') },
  },
  {
    says: 'another scan than the one entered is not what is confirmed (R16)',
    code: 'paper_differs',
    base: entered,
    command: (base) => ({ ...confirming(base, letter), scan: '6'.repeat(64) }),
    actor: holderOf('PD'),
    twin: { command: confirms },
  },
  {
    says: 'nobody signs before the step was open: that answers another question (R16)',
    code: 'paper_date',
    base: later,
    command: enters({ change: { signedOn: '2026-11-01' } }),
    actor: holderOf('CS'),
    twin: { command: enters({ change: { signedOn: '2027-02-26' } }) },
  },
  {
    says: 'nor tomorrow (R16)',
    code: 'paper_date',
    base: later,
    command: enters({ change: { signedOn: '2027-03-03' } }),
    actor: holderOf('CS'),
    twin: { command: enters({ change: { signedOn: '2027-03-01' } }) },
  },
  {
    says: 'a score sheet goes through nobody else’s hands (1.8, R16)',
    code: 'paper_not_taken',
    detail: { needs: 'EX' },
    base: at('1.8'),
    command: (base) => entering(base, { key: '1.8', option: 'score' }),
    actor: holderOf('CS'),
  },
  {
    says: 'a paper of somebody who holds no seat for the step is entered by nobody (R16)',
    code: 'not_your_role',
    detail: { needs: 'SA', signedBy: 'p-lx-1' },
    base: at('1.7'),
    command: enters({ signatory: holderOf('LX') }),
    actor: holderOf('CS'),
    twin: { command: enters({ signatory: holderOf('SA', 7) }) },
  },
  {
    says: 'whoever came into office later did not sign in office (R16)',
    code: 'not_your_role',
    base: later,
    command: enters({ signatory: newcomer, change: { signedOn: '2027-02-26' } }),
    actor: holderOf('CS'),
    twin: { command: enters({ signatory: newcomer, change: { signedOn: '2027-03-01' } }) },
  },
  {
    says: 'only secretary, manager and director handle acts on paper (R16)',
    code: 'not_your_role',
    detail: { needs: 'CS, PM, PD' },
    base: at('1.7'),
    command: enters(),
    actor: holderOf('LC'),
    twin: { actor: holderOf('PD') },
  },
  {
    says: 'an option the step does not have is entered from no paper (R16)',
    code: 'unknown_option',
    base: at('1.7'),
    command: (base) => ({ ...entering(base, letter), option: 'perhaps' }),
    actor: holderOf('CS'),
    twin: { command: enters() },
  },
  {
    says: 'a paper is not confirmed while the base is on hold',
    code: 'base_on_hold',
    base: onHold(entered),
    command: confirms,
    actor: holderOf('PD'),
    twin: { base: entered },
  },
]

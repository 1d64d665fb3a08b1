import type { Extend } from '../../../domain/commands/timing.js'
import type { StepId } from '../../../domain/values/step-key.js'
import type { ABase } from '../../support/a-base.js'
import { heldFor } from '../../support/acting.js'
import { holderOf, personWith } from '../../support/an-example.js'
import { at, onHold, sent, type RefusedCase } from './case.js'

const extend = (step: StepId, change: Partial<Extend> = {}) =>
  sent({ type: 'extend', step, days: 5, code: 'DAT', ...change })

/** A base whose step was extended by these roles already. */
const extended =
  (before: () => ABase, { step, by }: { readonly step: StepId; readonly by: readonly ('PD' | 'CH')[] }) =>
  (): ABase => {
    const base = before()
    for (const role of by) {
      const judged = base.send(extend(step)(), { actor: holderOf(role) })
      if (!judged.ok) throw new Error(judged.refusal.code)
    }
    return base
  }

const director = holderOf('PD')
const atReview = at('3.5')

/** No to moving a deadline (8.5). */
export const timingCases: readonly RefusedCase[] = [
  {
    says: 'the window of a call is not extended for one applicant (E5)',
    code: 'extension_not_possible',
    base: at('1.3'),
    command: extend('1.3.1'),
    actor: director,
    twin: { base: atReview, command: extend('3.5.1') },
  },
  {
    says: 'a public notice has one length for all',
    code: 'extension_not_possible',
    base: at('2.9b'),
    command: extend('2.9b.1'),
    actor: director,
    twin: { command: extend('2.9a.1'), base: at('2.9a') },
  },
  {
    says: 'the date of the yearly report is moved by its own option alone (5.2)',
    code: 'extension_not_possible',
    base: at('5.2a'),
    command: extend('5.2a.1'),
    actor: director,
    twin: { base: at('5.2b'), command: extend('5.2b.1') },
  },
  {
    says: 'a manager extends nothing (8.5)',
    code: 'not_your_role',
    detail: { needs: 'PD, CH' },
    base: atReview,
    command: extend('3.5.1'),
    actor: holderOf('PM'),
    twin: { actor: director },
  },
  {
    says: 'a director extends once (8.5)',
    code: 'extension_used_up',
    detail: { times: 1, by: ['PD'] },
    base: extended(atReview, { step: '3.5.1', by: ['PD'] }),
    command: extend('3.5.1'),
    actor: holderOf('PD', 2),
    twin: { actor: holderOf('CH') },
  },
  {
    says: 'a chair extends twice (8.5)',
    code: 'extension_used_up',
    detail: { times: 2, by: ['CH', 'CH'] },
    base: extended(atReview, { step: '3.5.1', by: ['CH', 'CH'] }),
    command: extend('3.5.1'),
    actor: holderOf('CH'),
    twin: { base: extended(atReview, { step: '3.5.1', by: ['CH'] }) },
  },
  {
    says: 'the answer to the data request is extended once, whoever asks (2.2)',
    code: 'extension_used_up',
    base: extended(at('2.2b'), { step: '2.2b.1', by: ['PD'] }),
    command: extend('2.2b.1'),
    actor: holderOf('CH'),
    twin: { base: at('2.2b') },
  },
  {
    says: 'a director does not give himself more time (8.5)',
    code: 'extension_for_oneself',
    detail: { role: 'PD' },
    base: at('2.1a'),
    command: extend('2.1a.1'),
    actor: director,
    twin: { actor: holderOf('CH') },
  },
  {
    says: 'a chair who is also the lawyer does not give the lawyer more time (8.5, SD8)',
    code: 'extension_for_oneself',
    detail: { role: 'LC' },
    base: at('3.2b'),
    command: extend('3.2b.1'),
    actor: personWith('p-two', 'CH', 'LC'),
    twin: { actor: personWith('p-two', 'CH', 'SO') },
  },
  ...[0, 11, 2.5].map((days): RefusedCase => ({
    says: `a date is not moved by ${days} days`,
    code: 'extension_length',
    detail: { got: days, longest: 10 },
    base: atReview,
    command: extend('3.5.1', { days }),
    actor: director,
    twin: { command: extend('3.5.1', { days: 10 }) },
  })),
  {
    says: 'being late is no ground for more time',
    code: 'code_not_fitting',
    base: atReview,
    command: extend('3.5.1', { code: 'LAT' }),
    actor: director,
    twin: { command: extend('3.5.1', { code: 'FMJ' }) },
  },
  {
    says: 'a date that stands still on hold is not moved besides',
    code: 'base_on_hold',
    base: onHold(atReview),
    command: extend('3.5.1'),
    actor: director,
    twin: { base: atReview },
  },
  {
    says: 'what is decided needs no more time',
    code: 'step_already_decided',
    base: at('3.6a'),
    command: extend('3.5.1'),
    actor: director,
    twin: { base: atReview },
  },
  {
    says: 'a hold for force majeure ends on a day that lies within reach, and the words name both ends of it (8.5)',
    code: 'hold_day_out_of_reach',
    base: at('5.2a'),
    command: (base) => heldFor(base, 182),
    actor: holderOf('PM'),
    twin: { command: (base) => heldFor(base, 179) },
  },
]

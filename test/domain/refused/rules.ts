import { full } from '../../../domain/gicc/full.js'
import type { Procedure } from '../../../domain/procedure.js'
import type { StepKey } from '../../../domain/values/step-key.js'
import { aNominatedBase, type ABase } from '../../support/a-base.js'
import { holderOf, personWith } from '../../support/an-example.js'
import { playTo } from '../../support/playing.js'
import { actedOnce, sent, type RefusedCase } from './case.js'

const version = '2027-03-01'
const later: Procedure = { ...full, version }
const { '1.9b': _, ...withoutLock } = full.steps

const adopt = (name: string) => sent({ type: 'adopt_procedure', version: name })
/** A base with a later version at hand, played on to a step. */
const at =
  (key: StepKey, procedure: Procedure = full) =>
  (): ABase =>
    playTo(aNominatedBase({ procedure, later }), { key })
/** The same after one side has agreed. */
const agreedBy = (actor: ReturnType<typeof holderOf>) => (): ABase => {
  const base = at('1.10')()
  actedOnce(base, { command: adopt(version)(), actor })
  return base
}
const director = holderOf('PD')
const both = personWith('p-both', 'PD', 'AL')

/** No to another version of the rules (8.8). */
export const rulesCases: readonly RefusedCase[] = [
  {
    says: 'the version a stage is under is not adopted once more',
    code: 'version_in_use',
    detail: { version: full.version },
    base: at('1.10'),
    command: adopt(full.version),
    actor: director,
    twin: { command: adopt(version) },
  },
  {
    says: 'a stage never goes back to an earlier version (8.8)',
    code: 'version_earlier',
    detail: { version: '2026-01-01', now: full.version },
    base: at('1.10'),
    command: adopt('2026-01-01'),
    actor: director,
    twin: { command: adopt(version) },
  },
  {
    says: 'neither manager nor local government agrees to other rules: director and signatory do (8.8)',
    code: 'not_your_role',
    detail: { needs: 'PD, AL' },
    base: at('1.10'),
    command: adopt(version),
    actor: holderOf('LG'),
    twin: { actor: holderOf('AL') },
  },
  {
    says: 'a side that has agreed to a version does not agree to it twice',
    code: 'adoption_agreed_already',
    detail: { side: 'programme' },
    base: agreedBy(director),
    command: adopt(version),
    actor: holderOf('PD', 2),
    twin: { actor: holderOf('AL') },
  },
  {
    says: 'nobody speaks for both sides when rules are adopted (SD2)',
    code: 'adoption_agreed_already',
    base: agreedBy(both),
    command: adopt(version),
    actor: both,
    twin: { actor: holderOf('AL') },
  },
  {
    says: 'a version that asks for an approval before what is open comes with the next stage only (8.8)',
    code: 'adoption_not_now',
    detail: { version, steps: ['1.10.1'] },
    base: at('1.10', { ...full, steps: withoutLock }),
    command: adopt(version),
    actor: director,
    twin: { base: at('1.9a', { ...full, steps: withoutLock }) },
  },
  {
    says: 'on hold no rules are adopted: its clocks stand still',
    code: 'base_on_hold',
    base: () => {
      const base = at('1.10')()
      actedOnce(base, { command: { type: 'hold', code: 'FMJ' }, actor: holderOf('PM') })
      return base
    },
    command: adopt(version),
    actor: director,
    twin: { base: at('1.10') },
  },
]

import { holderOf } from '../../support/an-example.js'
import { at, choosing, choosingWith, sent, type RefusedCase } from './case.js'

const reason = { id: 't-1', hash: 'c'.repeat(64) }

/** No to one more of the ten. */
export const tenCases: readonly RefusedCase[] = [
  {
    says: 'a base whose cap was overtaken after its reservation is not activated (8.2)',
    code: 'cap_stands_against',
    detail: { cap: 'province_full', have: 3, allowed: 3 },
    base: at('4.12b'),
    command: choosing('4.12b', 'confirm'),
    actor: holderOf('PD'),
    claimRefusal: { code: 'province_full', have: 3, allowed: 3 },
    twin: { claimRefusal: undefined },
  },
  {
    says: 'a base whose territory another one stands on is not activated (8.2)',
    code: 'territory_taken',
    detail: { base: 'gasme-C03-wenzhou-1' },
    base: at('4.12b'),
    command: choosing('4.12b', 'confirm'),
    actor: holderOf('PD'),
    claimRefusal: { code: 'territory_taken', base: 'gasme-C03-wenzhou-1' },
    twin: { claimRefusal: undefined },
  },
  {
    says: 'where no base stands on the territory, CAP is no reason why a nominee is not eligible (6.1)',
    code: 'territory_free',
    detail: {},
    base: at('1.5a'),
    command: choosingWith('1.5a', { option: 'not_eligible', code: 'CAP' }),
    actor: holderOf('SO', 8),
    claimRefusal: { code: 'territory_free' },
    twin: { claimRefusal: undefined },
  },
  {
    says: 'a waiver of the caps is asked for with reasons (8.2)',
    code: 'text_required',
    detail: { step: 'cap_waiver', option: 'raise' },
    isWordless: true,
    base: at('3.5'),
    command: sent({ type: 'raise', matter: 'cap_waiver', code: 'CAP' }),
    actor: holderOf('PM'),
    twin: { command: sent({ type: 'raise', matter: 'cap_waiver', code: 'CAP', reason }) },
  },
  {
    says: 'nobody picks a base from the waiting list by hand: the programme offers in its order (8.3)',
    code: 'unknown_option',
    detail: { got: 'offer', allowed: [] },
    base: at('2.10w', { answers: { '2.10': 'waiting_list' } }),
    command: choosing('2.10w', 'offer'),
    actor: holderOf('PD'),
    twin: {
      base: at('2.10o', { answers: { '2.10': 'waiting_list' } }),
      command: choosing('2.10o', 'accept'),
      actor: holderOf('LG'),
    },
  },
]

import { aNominatedBase, type ABase } from '../../support/a-base.js'
import { act } from '../../support/acting.js'
import { holderOf } from '../../support/an-example.js'
import { conditioned, first, shows } from '../../support/conditioned.js'
import { someWords } from '../../support/filling.js'
import { playTo } from '../../support/playing.js'
import { choosing, sent, type RefusedCase } from './case.js'

const check = { type: 'check_condition', condition: first.id, result: 'met' } as const
const [owner, officer] = [holderOf('LG'), holderOf('LC', 4)]
/** The same base once the first condition was shown to be met. */
const shown = (before: () => ABase) => (): ABase => {
  const base = before()
  shows(base, first)
  return base
}
const met = (): ABase => {
  const base = shown(conditioned)()
  base.send(check, { actor: officer })
  return base
}
/** Names the exhibit that was brought last. */
const showing = (base: ABase) =>
  ({
    type: 'show_condition',
    condition: first.id,
    exhibits: Object.keys(base.state().exhibits ?? {}).slice(-1),
  }) as const
const own = (base: ABase): ABase => {
  shows(base, { ...first, best: 5 })
  return base
}

const askOutside = (confirmation: string, activity: string) =>
  ({ type: 'ask_third_party', confirmation, activity }) as const
/** A base of which somebody outside was asked about one activity. */
const asking = (): ABase => {
  const base = aNominatedBase()
  base.send(askOutside('q-1', 'x.1:rows-r1'), { actor: holderOf('CLO') })
  return base
}

/** Before the text is approved compliance screens again and leaves what it finds to be examined, or finds nothing. */
const screenedAgain = (option: 'match' | 'clear') => (): ABase => {
  const base = playTo(aNominatedBase(), { key: '3.9a' })
  const raised = { type: 'raise', matter: 'rescreening', code: 'INT', reason: someWords } as const
  base.send(raised, { actor: holderOf('CO', 30) })
  act(base, { key: '1.6d', option, number: 31 })
  return base
}

export const conditionCases: readonly RefusedCase[] = [
  {
    says: 'the text is not approved while a binding condition due before signature is open (8.16)',
    code: 'conditions_open',
    detail: { option: 'approve', due: 'before_signature', conditions: [first.id] },
    base: () => playTo(conditioned(), { key: '3.9a' }),
    command: choosing('3.9a', 'approve'),
    actor: holderOf('LC', 5),
    twin: { base: () => playTo(met(), { key: '3.9a' }) },
  },
  {
    says: 'nothing is approved for signature while a match of a screening is examined (1.6)',
    code: 'screening_open',
    detail: { option: 'approve', verdict: 'open_hit' },
    base: screenedAgain('match'),
    command: choosing('3.9a', 'approve'),
    actor: holderOf('LC', 5),
    twin: { base: screenedAgain('clear') },
  },
  {
    says: 'a condition is one that was fixed',
    code: 'condition_unknown',
    detail: { condition: '2.7.1:r9' },
    base: shown(conditioned),
    command: sent({ ...check, condition: '2.7.1:r9' }),
    actor: officer,
    twin: { command: sent(check) },
  },
  {
    says: 'what nobody has shown is not checked',
    code: 'condition_stands',
    detail: { condition: first.id, status: 'open', allowed: ['shown'] },
    base: conditioned,
    command: sent(check),
    actor: officer,
    twin: { base: shown(conditioned) },
  },
  {
    says: 'a condition is shown by something better than what its owner says of itself (8.6)',
    code: 'condition_unproven',
    detail: { needs: 3 },
    base: () => own(conditioned()),
    command: showing,
    actor: owner,
    twin: { base: shown(conditioned) },
  },
  {
    says: 'whoever showed a condition does not check it',
    code: 'condition_own',
    base: shown(conditioned),
    command: sent(check),
    actor: { ...officer, person: owner.person },
    twin: { actor: officer },
  },
  {
    says: 'nobody else is asked about an activity while somebody outside may answer (5.14)',
    code: 'third_party_waits',
    detail: { activity: 'x.1:rows-r1' },
    base: asking,
    command: sent(askOutside('q-2', 'x.1:rows-r1')),
    actor: holderOf('CLO'),
    twin: { command: sent(askOutside('q-2', 'x.1:rows-r2')) },
  },
  {
    says: 'another question comes in the place of the one that waits and could not be delivered, and of no other one (5.14)',
    code: 'third_party_waits',
    detail: { activity: 'x.1:rows-r1' },
    base: asking,
    command: sent({ ...askOutside('q-2', 'x.1:rows-r1'), instead: 'q-0' }),
    actor: holderOf('CLO'),
    twin: { command: sent({ ...askOutside('q-2', 'x.1:rows-r1'), instead: 'q-1' }) },
  },
]

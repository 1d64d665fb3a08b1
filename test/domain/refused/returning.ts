import type { BaseCommand } from '../../../domain/command.js'
import type { StepId } from '../../../domain/values/step-key.js'
import { evenReview, holderOf } from '../../support/an-example.js'
import { actedOnce, after, at, choosing, choosingWith, onHold, sent, type RefusedCase } from './case.js'
import { aNominatedBase, type ABase } from '../../support/a-base.js'
import { act, confirmingVoid, stepOf } from '../../support/acting.js'
import { someWords } from '../../support/filling.js'
import { play } from '../../support/playing.js'

const revoke = (step: StepId) => sent({ type: 'revoke', step, code: 'DAT' })
const propose = (step: StepId) => sent({ type: 'propose_void', step, code: 'DAT' })
const confirm = (step: StepId) => (base: ABase) => confirmingVoid(base, step)

/** A base on which some commands were sent, each accepted. */
const having =
  (
    before: () => ABase,
    ...asked: readonly { readonly command: BaseCommand; readonly by: ReturnType<typeof holderOf> }[]
  ) =>
  (): ABase => {
    const base = before()
    for (const { command, by } of asked) actedOnce(base, { command, actor: by })
    return base
  }

/** The same base when every time that ran then is over. */
const later = (before: () => ABase) => (): ABase => {
  const base = before()
  base.turnTo(`${Number(base.now().slice(0, 4)) + 1}${base.now().slice(4)}`)
  return base
}

const invited = after(at('1.2b'), ['1.2b', 'invite'])
const proposed = having(invited, {
  command: { type: 'propose_void', step: '1.2b.1', code: 'DAT' },
  by: holderOf('PM', 2),
})

const voids: readonly RefusedCase[] = [
  {
    says: 'nobody takes back what nobody has done',
    code: 'nothing_to_void',
    detail: { step: '1.3.1' },
    base: at('1.3'),
    command: revoke('1.3.1'),
    actor: holderOf('LG'),
    twin: { base: at('1.4a') },
  },
  {
    says: 'a step that was taken back takes no decision and is not taken back again',
    code: 'step_voided',
    detail: { step: '1.2b.1', cause: 'revoked' },
    base: having(invited, { command: { type: 'revoke', step: '1.2b.1', code: 'DAT' }, by: holderOf('PM') }),
    command: revoke('1.2b.1'),
    actor: holderOf('PM'),
    twin: { base: invited },
  },
  {
    says: 'a second person confirms only what a first one proposed (R17)',
    code: 'void_not_proposed',
    base: invited,
    command: confirm('1.2b.1'),
    actor: holderOf('PD'),
    twin: { base: proposed },
  },
  {
    says: 'whoever proposed a void does not confirm it (R17)',
    code: 'second_person_needed',
    detail: { rule: 'R17' },
    base: proposed,
    command: confirm('1.2b.1'),
    actor: { ...holderOf('PD'), person: holderOf('PM', 2).person },
    twin: { actor: holderOf('PD') },
  },
  {
    says: 'whoever read another proposal than the one that waits confirms nothing (R17)',
    code: 'other_entry_waits',
    base: proposed,
    command: (base) => ({ ...confirmingVoid(base, '1.2b.1'), seq: base.state().seq - 1 }),
    actor: holderOf('PD'),
    twin: { command: confirm('1.2b.1') },
  },
  {
    says: 'a mistake is not voided once the next step was decided (R17)',
    code: 'decided_since',
    detail: { since: ['1.3.1'] },
    base: after(invited, ['1.3', 'submit']),
    command: propose('1.2b.1'),
    actor: holderOf('PM'),
    twin: { base: invited },
  },
  {
    says: 'the nominator does not take the dossier back once it was found complete (domain.md 4)',
    code: 'evidence_locked',
    detail: { step: '1.3.1', since: '1.4a.1' },
    base: at('1.5a'),
    command: revoke('1.3.1'),
    actor: holderOf('LG'),
    twin: { base: at('1.4a') },
  },
  {
    says: 'an assessor does not take a sheet back once the score is locked (1.9)',
    code: 'evidence_locked',
    detail: { step: '1.8.1' },
    base: at('1.10'),
    command: revoke('1.8.1'),
    actor: holderOf('EX'),
    twin: { actor: holderOf('CO') },
  },
  {
    says: 'a clearance is not taken back under a signature that rests on it',
    code: 'too_late_to_void',
    detail: { since: ['sign'] },
    base: at('3.12a'),
    command: revoke('3.6a.1'),
    actor: holderOf('LX'),
    twin: { base: at('3.8a') },
  },
  {
    says: 'an answer of the place is not taken back once its time is over',
    code: 'answer_stands',
    detail: { step: '5.4a.1' },
    base: later(at('5.9a')),
    command: revoke('5.4a.1'),
    actor: holderOf('LG'),
    twin: { base: at('5.9a') },
  },
  {
    says: 'a member takes back no vote of a body, whose other votes would go with it',
    code: 'not_your_role',
    base: after(at('5.8'), ['5.8', 'green']),
    command: revoke('5.8.1'),
    actor: holderOf('RP'),
    twin: { actor: holderOf('CO') },
  },
  {
    says: 'what was taken back once is not taken back again by the same role',
    code: 'taken_back_before',
    detail: { step: '1.2b.2', before: '1.2b.1' },
    base: after(having(invited, { command: { type: 'revoke', step: '1.2b.1', code: 'DAT' }, by: holderOf('PM') }), [
      '1.2b',
      'invite',
    ]),
    command: revoke('1.2b.2'),
    actor: holderOf('PM'),
    twin: { actor: holderOf('CO') },
  },
  {
    says: 'nothing is taken back while the base is on hold',
    code: 'base_on_hold',
    base: onHold(invited),
    command: revoke('1.2b.1'),
    actor: holderOf('PM'),
    twin: { base: invited },
  },
]

const amendment = sent({ type: 'raise', matter: 'amendment', code: 'TXT' })
const stopped = having(at('4.1a'), {
  command: { type: 'raise', matter: 'integrity_stop', code: 'INT' },
  by: holderOf('CO'),
})

const raised: readonly RefusedCase[] = [
  {
    says: 'no memorandum is ended before there is a base to end',
    code: 'matter_not_possible',
    detail: { matter: 'ending', allowed: ['integrity_stop', 'change', 'cap_waiver'] },
    base: at('1.3'),
    command: sent({ type: 'raise', matter: 'ending', code: 'WDR' }),
    actor: holderOf('LG'),
    twin: { base: at('5.2a') },
  },
  {
    says: 'the programme does not say that the partner has withdrawn, which the government alone may (3.13)',
    code: 'code_not_fitting',
    detail: { step: 'ending', allowed: ['FIN', 'GOV', 'FMJ', 'INT'] },
    base: at('5.2a'),
    command: sent({ type: 'raise', matter: 'ending', code: 'WDR' }),
    actor: holderOf('PD'),
    twin: { actor: holderOf('LG') },
  },
  {
    says: 'one amendment is open at a time (3.13)',
    code: 'matter_open',
    detail: { matter: 'amendment', no: 1 },
    base: having(at('5.2a'), { command: { type: 'raise', matter: 'amendment', code: 'TXT' }, by: holderOf('PM') }),
    command: amendment,
    actor: holderOf('PM'),
    twin: { base: at('5.2a') },
  },
  {
    says: 'a base frozen by an integrity stop moves in the stop alone (E6)',
    code: 'base_frozen',
    detail: { step: '4.1a.1', open: ['E6a.1'] },
    base: stopped,
    command: choosing('4.1a', 'constituted'),
    actor: holderOf('PM'),
    twin: { base: at('4.1a') },
  },
  {
    says: 'nothing is taken back while an integrity stop freezes the base (E6)',
    code: 'base_frozen',
    detail: { open: ['E6a.1'] },
    base: stopped,
    command: revoke('4.1a.1'),
    actor: holderOf('PM'),
  },
  {
    says: 'whoever raised the stop does not lift it (E6, SD2)',
    code: 'second_person_needed',
    detail: { rule: 'SD2' },
    base: stopped,
    command: choosingWith('E6a', { option: 'lift' }),
    actor: holderOf('CO'),
    twin: { actor: holderOf('CO', 2) },
  },
]

/** The board before its deciding vote on a role model, two years of ninety points behind it. */
const proposedRoleModel = (): ABase => {
  const base = aNominatedBase()
  play(base, {
    brings: { reviewSheet: evenReview(0.95) },
    answers: { '5.8': 'role_model' },
    until: () => base.open('5.9b') !== undefined,
  })
  const { seats } = stepOf(base, '5.9b')
  for (let seat = 1; (base.open('5.9b')?.acts.length ?? 0) < Math.floor(seats / 2); seat += 1)
    act(base, { key: '5.9b', option: 'confirm' })
  return base
}

const takesBack = sent({ type: 'take_back', matter: 'ending', code: 'GOV', reason: someWords })
const takenBack: readonly RefusedCase[] = [
  {
    says: 'nobody takes back an ending that nobody raised (3.13)',
    code: 'matter_not_open',
    detail: { matter: 'ending' },
    base: at('5.2a'),
    command: takesBack,
    actor: holderOf('LG'),
    twin: {
      base: having(at('5.2a'), {
        command: { type: 'raise', matter: 'ending', code: 'WDR', reason: someWords },
        by: holderOf('LG'),
      }),
    },
  },
]

const distinctions: readonly RefusedCase[] = [
  {
    says: 'a third role model of the year is refused to the board, with those that rank before it (6.5)',
    code: 'role_models_full',
    detail: { allowed: 2, ahead: ['gasme-C01-dali-1', 'gasme-C02-keqiao-1'] },
    base: proposedRoleModel,
    command: choosing('5.9b', 'confirm'),
    actor: holderOf('BD', 20),
    claimRefusal: { code: 'role_models_full', allowed: 2, ahead: ['gasme-C01-dali-1', 'gasme-C02-keqiao-1'] },
    twin: { claimRefusal: undefined },
  },
]

export const returningCases: readonly RefusedCase[] = [...voids, ...raised, ...takenBack, ...distinctions]

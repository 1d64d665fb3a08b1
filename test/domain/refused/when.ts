import type { BaseCommand } from '../../../domain/command.js'
import { aBase, aNominatedBase, type ABase } from '../../support/a-base.js'
import { decisionOn, heldFor, stepOf } from '../../support/acting.js'
import { someWords } from '../../support/filling.js'
import { holderOf, nomination } from '../../support/an-example.js'
import {
  actedOnce,
  after,
  at,
  choosing,
  choosingWith,
  closedBase,
  hold,
  lacking,
  onHold,
  sent,
  type RefusedCase,
} from './case.js'

const resume: BaseCommand = { type: 'resume' }
const withdraw: BaseCommand = { type: 'withdraw', code: 'WDR' }
const declined = closedBase({ '1.2b': 'decline' })

/** A base whose notice of 2.9b has ended. */
const afterNotice = (): ABase => {
  const base = at('2.9b')()
  base.turnTo(stepOf(base, '2.9b').dueAt)
  return base
}

const moments: readonly RefusedCase[] = [
  {
    says: 'what is decided is decided',
    code: 'step_already_decided',
    detail: { step: '1.2b.1', outcome: 'invite', open: ['1.3.1'] },
    base: after(at('1.2b'), ['1.2b', 'invite']),
    command: sent({ type: 'decide', step: '1.2b.1', option: 'decline', code: 'SCA', reason: someWords }),
    actor: holderOf('PM', 2),
    twin: { base: at('1.2b') },
  },
  {
    says: 'a notice runs its full time',
    code: 'notice_running',
    base: at('2.9b'),
    command: choosing('2.9b', 'no_objection'),
    actor: holderOf('CS', 2),
    twin: { base: afterNotice },
  },
  {
    says: 'nobody approves a text he or she has not seen',
    code: 'text_changed',
    detail: { step: '3.9a.1', seen: [] },
    base: at('3.9a'),
    command: lacking('seen', { key: '3.9a', option: 'approve' }),
    actor: holderOf('LC', 9),
    twin: { command: choosing('3.9a', 'approve') },
  },
  {
    says: 'one language of a text is not the text',
    code: 'text_changed',
    base: at('3.11b'),
    command: (base) => {
      const seen = decisionOn(base, { step: stepOf(base, '3.11b'), option: 'signed_in_ceremony' }).seen ?? []
      return choosingWith('3.11b', { option: 'signed_in_ceremony', seen: seen.slice(0, 1) })(base)
    },
    actor: holderOf('AL'),
    twin: { command: choosing('3.11b', 'signed_in_ceremony') },
  },
  {
    says: 'nothing is decided while a base is on hold',
    code: 'base_on_hold',
    detail: { status: 'on_hold' },
    base: onHold(at('1.2b')),
    command: choosing('1.2b', 'invite'),
    actor: holderOf('PM'),
    twin: { base: at('1.2b') },
  },
]

const holds: readonly RefusedCase[] = [
  {
    says: 'a base on hold is not held again',
    code: 'base_on_hold',
    base: onHold(at('1.4a')),
    command: sent(hold),
    actor: holderOf('PD'),
    twin: { base: at('1.4a') },
  },
  {
    says: 'what is not on hold is not resumed',
    code: 'not_on_hold',
    base: at('1.4a'),
    command: sent(resume),
    actor: holderOf('PM'),
    twin: { base: onHold(at('1.4a')) },
  },
  {
    says: 'nobody alone holds an active base, for force majeure neither (R2)',
    code: 'hold_not_possible',
    detail: { status: 'active_green' },
    base: at('5.2a'),
    command: sent({ type: 'hold', code: 'FMJ' }),
    actor: holderOf('PM'),
    twin: { base: at('1.4a') },
  },
  {
    says: 'an active base is not withdrawn by its nominee (R2)',
    code: 'withdrawal_not_possible',
    detail: { status: 'active_green' },
    base: at('5.2a'),
    command: sent(withdraw),
    actor: holderOf('LG'),
    twin: { base: at('4.12b') },
  },
  {
    says: 'an active base that its panel suspended is not withdrawn by its nominee either',
    code: 'withdrawal_not_possible',
    detail: { status: 'suspended' },
    base: at('5.8s', { answers: { '5.8': 'suspend' } }),
    command: sent(withdraw),
    actor: holderOf('LG'),
  },
]

const withRedress: readonly RefusedCase[] = [
  {
    says: 'nothing is taken back while the time for redress against an ending runs, and it is said what can be contested (8.9)',
    code: 'ended_under_redress',
    detail: { status: 'declined', step: '1.10.1' },
    base: at('R0', { answers: { '1.10': 'decline' } }),
    command: sent({ type: 'revoke', step: '1.11.1', code: 'DAT', reason: someWords }),
    actor: holderOf('CS'),
    twin: { command: choosing('R0', 'accept'), actor: holderOf('LG') },
  },
]

/** A hold for force majeure was asked for, for so many days, and lay undecided for ten. */
const heldForDays = (days: number) => (): ABase => {
  const base = at('5.2a')()
  actedOnce(base, { command: heldFor(base, days), actor: holderOf('PM') })
  base.turnTo(new Date(Date.parse(base.now()) + 10 * 86_400_000).toISOString())
  return base
}

/** A renewal waits for the director, beside an extraordinary review or not. */
const renewing = (isReviewed: boolean) => (): ABase => {
  const base = at('3.13f')()
  const command = { type: 'raise', matter: 'extraordinary_review', code: 'DAT', reason: someWords } as const
  if (isReviewed) actedOnce(base, { command, actor: holderOf('CO') })
  return base
}

const overtaken: readonly RefusedCase[] = [
  {
    says: 'a base is not held until a day that is over when it is decided (8.5)',
    code: 'hold_day_over',
    detail: { step: '8.5a.1', allowed: ['refuse'] },
    base: heldForDays(5),
    command: choosing('8.5a', 'hold'),
    actor: holderOf('PD'),
    twin: { base: heldForDays(30) },
  },
  {
    says: 'a renewal is not agreed over an open extraordinary review (9)',
    code: 'finding_stands_against',
    detail: { option: 'agree', allowed: ['refuse'] },
    base: renewing(true),
    command: choosing('3.13f', 'agree'),
    actor: holderOf('PD', 9),
    twin: { base: renewing(false) },
  },
]

const ends: readonly RefusedCase[] = [
  ...([hold, resume, withdraw, { type: 'comment', text: { id: 't1', hash: 'f'.repeat(64) } }] as const).map(
    (command): RefusedCase => ({
      says: `a closed base takes no ${command.type}`,
      code: 'base_closed',
      detail: { status: 'declined' },
      base: declined,
      command: sent(command),
      actor: { ...holderOf('PM'), mandates: [...holderOf('PM').mandates, ...holderOf('LG').mandates] },
      twin: { base: command.type === 'resume' ? onHold(at('1.4a')) : at('1.4a') },
    }),
  ),
  {
    says: 'a closed base takes no decision',
    code: 'base_closed',
    base: declined,
    command: sent({ type: 'decide', step: '1.2b.1', option: 'invite' }),
    actor: holderOf('PM'),
    twin: { base: at('1.2b') },
  },
  {
    says: 'a base that was declined is not withdrawn while the letter is on its way',
    code: 'decision_on_its_way',
    detail: { step: '1.11.1' },
    base: at('1.11', { answers: { '1.10': 'decline' } }),
    command: sent(withdraw),
    actor: holderOf('LG'),
    twin: { command: choosing('1.11', 'notified'), actor: holderOf('CS', 9) },
  },
]

const beginnings: readonly RefusedCase[] = [
  {
    says: 'nothing is asked of a base that nobody nominated',
    code: 'not_nominated',
    base: () => aBase(),
    command: sent(hold),
    actor: holderOf('PM'),
    twin: { base: () => aNominatedBase() },
  },
  {
    says: 'a base is nominated once',
    code: 'already_nominated',
    base: () => aNominatedBase(),
    command: sent(nomination),
    actor: holderOf('PM', 2),
    twin: { base: () => aBase() },
  },
  {
    says: 'a cluster with an open base is not nominated again',
    code: 'already_nominated',
    detail: { base: 'gasme-C09-yueqing-2' },
    base: () => aBase(),
    command: sent(nomination),
    actor: holderOf('PM'),
    claimRefusal: { code: 'cluster_taken', base: 'gasme-C09-yueqing-2' },
    twin: { claimRefusal: undefined },
  },
  {
    says: 'a closed window takes no nomination',
    code: 'call_not_open',
    base: () => aBase({ now: nomination.windowEnds }),
    command: sent(nomination),
    actor: holderOf('PM'),
    twin: { base: () => aBase() },
  },
  {
    says: 'a nomination under other rules than its workflow was begun with is not carried out',
    code: 'begun_otherwise',
    base: () => aBase(),
    command: sent({ ...nomination, procedure: 'light' }),
    actor: holderOf('PM'),
    twin: { command: sent(nomination) },
  },
  {
    says: 'nor is one of a place whose calendar its workflow was not begun with',
    code: 'begun_otherwise',
    base: () => aBase(),
    command: sent({ ...nomination, cluster: { ...nomination.cluster, country: 'FR', zone: 'Europe/Paris' } }),
    actor: holderOf('PM'),
    twin: { command: sent(nomination) },
  },
  {
    says: 'only a programme manager nominates',
    code: 'not_your_role',
    detail: { needs: 'PM' },
    base: () => aBase(),
    command: sent(nomination),
    actor: holderOf('LG'),
    twin: { actor: holderOf('PM') },
  },
  {
    says: 'a territory that stands under another base is not confirmed as eligible (G9)',
    code: 'territory_taken',
    detail: { base: 'gasme-C03-wenzhou-1' },
    base: at('1.5b'),
    command: choosing('1.5b', 'confirm'),
    actor: holderOf('SO', 9),
    claimRefusal: { code: 'territory_taken', base: 'gasme-C03-wenzhou-1' },
    twin: { claimRefusal: undefined },
  },
]

/** When it is too early, too late, or over. */
export const whenCases: readonly RefusedCase[] = [
  ...moments,
  ...holds,
  ...withRedress,
  ...overtaken,
  ...ends,
  ...beginnings,
]

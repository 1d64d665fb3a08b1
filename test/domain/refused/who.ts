import type { Actor } from '../../../domain/values/actor.js'
import { holderOf, personWith } from '../../support/an-example.js'
import { after, at, choosing, hold, mandated, sent, type RefusedCase } from './case.js'

/** Who signed in this morning, and was not asked since. */
const unproven = ({ factor: _, ...actor }: Actor): Actor => actor

const comment = sent({ type: 'comment', text: { id: 't1', hash: 'f'.repeat(64) } })
const withdrawal = sent({ type: 'withdraw', code: 'WDR' })
const invites = { base: at('1.2b'), command: choosing('1.2b', 'invite') }

/** Who may not act: role, mandate, a second time. */
const strangers: readonly RefusedCase[] = [
  {
    says: 'a person of another role does not decide',
    code: 'not_your_role',
    detail: { step: '1.2b.1', needs: 'PM', have: ['CS'] },
    ...invites,
    actor: holderOf('CS'),
    twin: { actor: holderOf('PM') },
  },
  {
    says: 'a mandate for another base does not count',
    code: 'not_your_role',
    base: at('1.2a'),
    command: choosing('1.2a', 'sent'),
    actor: mandated(holderOf('LG'), { base: 'gasme-C10-hangji-1' }),
    twin: { actor: holderOf('LG') },
  },
  {
    says: 'a mandate that has just ended does not count',
    code: 'not_your_role',
    ...invites,
    actor: mandated(holderOf('PM'), { until: '2026-11-26T15:00:00.000Z' }),
    twin: { actor: mandated(holderOf('PM'), { until: '2026-11-26T15:00:00.001Z' }) },
  },
  {
    says: 'a mandate that has not begun does not count',
    code: 'not_your_role',
    ...invites,
    actor: mandated(holderOf('PM'), { from: '2026-11-26T15:00:00.001Z' }),
    twin: { actor: mandated(holderOf('PM'), { from: '2026-11-26T15:00:00.000Z' }) },
  },
  {
    says: 'a mandate that the database finds revoked does not count',
    code: 'mandate_not_in_force',
    ...invites,
    actor: holderOf('PM'),
    claimRefusal: { code: 'mandate_not_in_force', mandate: 'm-PM-1' },
    twin: { claimRefusal: undefined },
  },
  {
    says: 'a link that the database finds used does not act (0051)',
    code: 'link_dead',
    detail: { link: 'l-1' },
    base: at('1.2a'),
    command: (base) => ({ ...choosing('1.2a', 'sent')(base), link: 'l-1' }),
    actor: holderOf('LG'),
    claimRefusal: { code: 'link_dead', link: 'l-1' },
    twin: { claimRefusal: undefined },
  },
  {
    says: 'a text is cleared by nobody who has not shown afresh who he or she is (0061)',
    code: 'second_factor',
    detail: { act: '3.6a.1', channel: 'api' },
    base: at('3.6a'),
    command: choosing('3.6a', 'clear'),
    actor: unproven(holderOf('LX')),
    twin: { actor: holderOf('LX') },
  },
  {
    says: 'nor is a nomination withdrawn so',
    code: 'second_factor',
    detail: { act: 'withdraw', channel: 'link' },
    base: at('1.2b'),
    command: sent({ type: 'withdraw', code: 'GOV' }),
    actor: { ...unproven(holderOf('LG')), channel: 'link' },
    twin: { actor: holderOf('LG') },
  },
  {
    says: 'nobody votes twice',
    code: 'already_acted',
    base: after(at('1.10'), ['1.10', 'advance', 3]),
    command: choosing('1.10', 'advance'),
    actor: holderOf('CM', 3),
    twin: { actor: holderOf('CM', 4) },
  },
  {
    says: 'a person without a seat does not comment',
    code: 'not_your_role',
    base: at('1.2b'),
    command: comment,
    actor: personWith('p-visitor'),
    twin: { actor: holderOf('AU') },
  },
  {
    says: 'only manager or director hold a base',
    code: 'not_your_role',
    base: at('1.4a'),
    command: sent(hold),
    actor: holderOf('SO'),
    twin: { actor: holderOf('PD') },
  },
  {
    says: 'only the nominee withdraws',
    code: 'not_your_role',
    base: at('1.4a'),
    command: withdrawal,
    actor: holderOf('PM'),
    twin: { actor: holderOf('LG') },
  },
]

/** Duties that one person may not both have (SD1 to SD4), each with another person as its twin. */
const duties: readonly RefusedCase[] = [
  {
    says: 'SD1: who drafted the text does not sign it off for the programme',
    code: 'separation_of_duties',
    detail: { rule: 'SD1', step: '3.3a', other: '3.2b' },
    base: after(at('3.2a'), ['3.2a', 'ready'], ['3.2b', 'ready', 4]),
    command: choosing('3.3a', 'clear'),
    actor: holderOf('LC', 4),
    twin: { actor: holderOf('LC', 5) },
  },
  {
    says: 'SD2: the second officer of eligibility is another person',
    code: 'separation_of_duties',
    detail: { rule: 'SD2', step: '1.5b', other: '1.5a' },
    base: after(at('1.5a'), ['1.5a', 'eligible', 7]),
    command: choosing('1.5b', 'confirm'),
    actor: holderOf('SO', 7),
    twin: { actor: holderOf('SO', 8) },
  },
  {
    says: 'SD2: who declared deadlock for the government does not settle it as its head',
    code: 'separation_of_duties',
    detail: { rule: 'SD2', step: '3.7d', other: '3.7b' },
    base: after(at('3.7b', { answers: { '3.5': 'comments' } }), ['3.7b', 'deadlock', 1]),
    command: choosing('3.7d', 'agreed'),
    actor: { ...holderOf('HG'), person: 'p-lg-1' },
    twin: { actor: holderOf('HG') },
  },
  {
    says: 'SD2: who declared deadlock does not settle it as director either',
    code: 'separation_of_duties',
    detail: { rule: 'SD2', step: '3.7c', other: '3.7b' },
    base: after(at('3.7b', { answers: { '3.5': 'comments' } }), ['3.7b', 'deadlock', 1]),
    command: choosing('3.7c', 'agreed'),
    actor: { ...holderOf('PD'), person: 'p-lg-1' },
    twin: { actor: holderOf('PD') },
  },
  {
    says: 'SD3: an expert of the nomination does not examine a work-stream',
    code: 'separation_of_duties',
    detail: { rule: 'SD3', step: '2.3c', other: '1.8' },
    base: at('2.3c'),
    command: choosing('2.3c', 'A'),
    actor: { ...holderOf('SP'), person: 'p-ex-1' },
    twin: { actor: holderOf('SP', 30) },
  },
  {
    says: 'SD3: the due-diligence team does not sit in the first review panel',
    code: 'separation_of_duties',
    detail: { rule: 'SD3', step: '5.8', other: '2.7' },
    base: at('5.8'),
    command: choosing('5.8', 'green'),
    actor: { ...holderOf('RP'), person: 'p-dl-3' },
    twin: { actor: { ...holderOf('RP'), person: 'p-dl-30' } },
  },
  {
    says: 'SD4: who manages the base does not vote on it',
    code: 'separation_of_duties',
    detail: { rule: 'SD4', step: '1.10', other: '1.2b' },
    base: at('1.10'),
    command: choosing('1.10', 'advance'),
    actor: personWith('p-pm-1', 'CM'),
    twin: { actor: personWith('p-pm-2', 'CM') },
  },
  {
    says: 'a person with two roles is held to what he or she did in either (SD8)',
    code: 'separation_of_duties',
    detail: { rule: 'SD4', step: '1.4a', other: '1.2b' },
    base: at('1.4a'),
    command: choosing('1.4a', 'complete'),
    actor: personWith('p-pm-1', 'PM', 'SO'),
    twin: { actor: personWith('p-so-1', 'PM', 'SO') },
  },
]

export const whoCases: readonly RefusedCase[] = [...strangers, ...duties]

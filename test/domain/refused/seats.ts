import type { Actor } from '../../../domain/values/actor.js'
import type { HeldMandate } from '../../../domain/values/mandate.js'
import type { ABase } from '../../support/a-base.js'
import { holderOf, personWith } from '../../support/an-example.js'
import { delegateOf, seatOf, somebody } from '../../support/standing.js'
import { actedOnce, after, at, choosing, choosingWith, hold, sent, type RefusedCase } from './case.js'

const declares = sent({ type: 'declare_interest', kind: 'direct' })
const interestOf = (key: string, actor: Actor) => () => {
  const base = at(key)()
  actedOnce(base, { command: { type: 'declare_interest', kind: 'direct' }, actor })
  return base
}
const giveTo = (number: number) => sent({ type: 'reassign', step: '1.4a.1', to: holderOf('SO', number), code: 'LAT' })
const givenTo = (number: number) => () => {
  const base = at('1.4a')()
  actedOnce(base, { command: giveTo(number)(), actor: holderOf('PD') })
  return base
}
const firmAsks = (): ABase => {
  const base = at('5.2a')()
  actedOnce(base, { command: { type: 'open_record', record: 'service_request' }, actor: holderOf('EN', 1) })
  return base
}
const completes = choosing('1.4a', 'complete')
const lent = delegateOf('p-so-1', { person: 'p-friend', role: 'SO' })
const ended = { ...lent, mandates: lent.mandates.map((one) => ({ ...one, until: '2026-11-26T15:00:00.000Z' })) }

const ofUnknownCountry = (organisation: string): HeldMandate => {
  const { country: _, ...seat } = seatOf('EX', { organisation })
  return seat
}

/** What a person holds, has an interest in, or acts in place of (SD4 to SD10). */
export const seatCases: readonly RefusedCase[] = [
  {
    says: 'SD9: an auditor acts in no role, though he or she holds it',
    code: 'seat_forbids',
    detail: { rule: 'SD9', holds: 'AU' },
    base: at('1.4a'),
    command: completes,
    actor: personWith('p-both', 'AU', 'SO'),
    twin: { actor: personWith('p-both', 'SO') },
  },
  {
    says: 'SD10: an administrator takes no business decision outside a step either',
    code: 'seat_forbids',
    detail: { rule: 'SD10', holds: 'AD', step: 'hold' },
    base: at('1.4a'),
    command: sent(hold),
    actor: personWith('p-both', 'AD', 'PD'),
    twin: { actor: personWith('p-both', 'PD') },
  },
  {
    says: 'SD5: an expert does not score a place of his or her own country',
    code: 'seat_forbids',
    detail: { rule: 'SD5', holds: 'EX', country: 'CN', needs: 'EX' },
    base: at('1.8'),
    command: choosing('1.8', 'score'),
    actor: somebody('p-ex-1', seatOf('EX', { country: 'CN' })),
    twin: { actor: somebody('p-ex-1', seatOf('EX', { country: 'FR' })) },
  },
  {
    says: 'SD5: an expert of an organisation whose country nobody knows does not score either',
    code: 'organisation_country_missing',
    detail: { rule: 'SD5', organisation: 'o-institute', needs: 'EX' },
    base: at('1.8'),
    command: choosing('1.8', 'score'),
    actor: somebody('p-ex-1', ofUnknownCountry('o-institute')),
    twin: { actor: somebody('p-ex-1', seatOf('EX', { organisation: 'o-institute', country: 'FR' })) },
  },
  {
    says: 'SD4: the manager of this very base casts no vote on it',
    code: 'seat_forbids',
    detail: { rule: 'SD4', holds: 'PM', needs: 'CM' },
    base: at('1.10'),
    command: choosing('1.10', 'advance'),
    actor: somebody('p-both', seatOf('PM', { base: 'gasme-C09-yueqing-1' }), seatOf('CM')),
    twin: { actor: somebody('p-both', seatOf('PM', { base: 'gasme-C10-hangji-1' }), seatOf('CM')) },
  },
  {
    says: 'SD8: the secretary of a committee casts no vote in it, though he or she is a member as well',
    code: 'seat_forbids',
    detail: { rule: 'SD8', holds: 'CS', needs: 'CM' },
    base: at('1.10'),
    command: choosing('1.10', 'advance'),
    actor: personWith('p-both', 'CS', 'CM'),
    twin: { actor: personWith('p-both', 'CM') },
  },
  {
    says: 'SD8: who screened the file does not score it, in whichever role he or she comes',
    code: 'separation_of_duties',
    detail: { rule: 'SD8', step: '1.8', other: '1.4a', needs: 'EX' },
    base: at('1.8'),
    command: choosing('1.8', 'score'),
    actor: personWith('p-so-1', 'SO', 'EX'),
    twin: { actor: personWith('p-so-9', 'SO', 'EX') },
  },
  {
    says: 'SD5: a declared interest takes the vote',
    code: 'interest_declared',
    detail: { rule: 'SD5', person: 'p-cm-2' },
    base: interestOf('1.10', holderOf('CM', 2)),
    command: choosing('1.10', 'advance'),
    actor: holderOf('CM', 2),
    twin: { actor: holderOf('CM', 3) },
  },
  {
    says: 'SD5: a declared interest takes the voice as well',
    code: 'interest_declared',
    base: interestOf('1.10', holderOf('CM', 2)),
    command: sent({ type: 'comment', text: { id: 't1', hash: 'f'.repeat(64) } }),
    actor: holderOf('CM', 2),
    twin: { actor: holderOf('CM', 3) },
  },
  {
    says: 'SD5: a delegate inherits the interest of the person in whose place he or she acts',
    code: 'interest_declared',
    detail: { person: 'p-so-1' },
    base: interestOf('1.4a', holderOf('SO', 1)),
    command: completes,
    actor: lent,
    twin: { actor: delegateOf('p-so-2', { person: 'p-friend', role: 'SO' }) },
  },
  {
    says: 'SD5: an interest is declared once, and nothing lifts it',
    code: 'interest_declared',
    base: interestOf('1.4a', holderOf('SO', 1)),
    command: declares,
    actor: holderOf('SO', 1),
    twin: { actor: holderOf('SO', 2) },
  },
  {
    says: 'the place has an interest in its own base by nature and is not asked for it',
    code: 'not_your_role',
    base: at('1.4a'),
    command: declares,
    actor: holderOf('LG'),
    twin: { actor: holderOf('CS') },
  },
  {
    says: 'nobody but compliance enters an interest of somebody else',
    code: 'not_your_role',
    detail: { needs: 'CO' },
    base: at('1.4a'),
    command: sent({ type: 'declare_interest', kind: 'indirect', of: holderOf('SO') }),
    actor: holderOf('PD'),
    twin: { actor: holderOf('CO') },
  },
  {
    says: 'SD5: whoever votes says that he or she has no interest',
    code: 'interest_statement_missing',
    detail: { rule: 'SD5', step: '1.10.1' },
    base: at('1.10'),
    command: (base) => {
      const { noInterest: _, ...silent } = choosing('1.10', 'advance')(base)
      return silent
    },
    actor: holderOf('CM'),
    twin: { command: choosingWith('1.10', { option: 'advance', noInterest: true }) },
  },
  {
    says: 'SD2: the desk of the local government does not settle a deadlock as head of government, by a second seat either',
    code: 'seat_forbids',
    detail: { rule: 'SD2', holds: 'LG', step: '3.7d.1', needs: 'HG' },
    base: after(at('3.7b', { answers: { '3.5': 'comments' } }), ['3.7b', 'deadlock', 1]),
    command: choosing('3.7d', 'agreed'),
    actor: personWith('p-lg-2', 'LG', 'HG'),
    twin: { actor: personWith('p-lg-2', 'LX', 'HG') },
  },
  {
    says: 'the local government itself has no seat at the settling of a deadlock',
    code: 'not_your_role',
    detail: { step: '3.7d.1', needs: 'HG', have: ['LG'] },
    base: after(at('3.7b', { answers: { '3.5': 'comments' } }), ['3.7b', 'deadlock', 1]),
    command: choosing('3.7d', 'agreed'),
    actor: holderOf('LG', 2),
    twin: { actor: holderOf('HG') },
  },
  {
    says: 'a step that was given to one holder is closed to the others',
    code: 'assigned_to_another',
    detail: { step: '1.4a.1', holder: 'p-so-2' },
    base: givenTo(2),
    command: completes,
    actor: holderOf('SO', 1),
    twin: { actor: holderOf('SO', 2) },
  },
  {
    says: 'the sheet of one firm is no other firm’s (5.15)',
    code: 'opened_by_another',
    detail: { rule: '5.15', step: '5.15a.1' },
    base: firmAsks,
    command: choosing('5.15a', 'asked'),
    actor: holderOf('EN', 2),
    twin: { actor: holderOf('EN', 1) },
  },
  {
    says: 'what the service was like is said by the firm that asked, and by no other (5.15)',
    code: 'opened_by_another',
    detail: { rule: '5.15', step: '5.15c.1' },
    base: after(firmAsks, ['5.15a', 'asked', 1], ['5.15b', 'replied', 1]),
    command: choosing('5.15c', 'marked'),
    actor: holderOf('EN', 2),
    twin: { actor: delegateOf(holderOf('EN', 1).person, { person: 'p-friend', role: 'EN' }) },
  },
  {
    says: 'only a director hands a step on',
    code: 'not_your_role',
    base: at('1.4a'),
    command: giveTo(2),
    actor: holderOf('PM'),
    twin: { actor: holderOf('PD') },
  },
  {
    says: 'a step is not given to somebody who does not hold its role',
    code: 'not_a_holder',
    detail: { person: 'p-lc-1', needs: 'SO' },
    base: at('1.4a'),
    command: sent({ type: 'reassign', step: '1.4a.1', to: holderOf('LC'), code: 'LAT' }),
    actor: holderOf('PD'),
    twin: { command: giveTo(1) },
  },
  {
    says: 'a step is not given to somebody whom a rule keeps away from it',
    code: 'separation_of_duties',
    detail: { rule: 'SD2', other: '1.5a' },
    base: after(at('1.5a'), ['1.5a', 'eligible', 2]),
    command: sent({ type: 'reassign', step: '1.5b.1', to: holderOf('SO', 2), code: 'LAT' }),
    actor: holderOf('PD'),
    twin: { command: sent({ type: 'reassign', step: '1.5b.1', to: holderOf('SO', 3), code: 'LAT' }) },
  },
  {
    says: 'a body decides together, so none of its steps is given to one person',
    code: 'not_reassignable',
    detail: { step: '1.10.1', seats: 9 },
    base: at('1.10'),
    command: sent({ type: 'reassign', step: '1.10.1', to: holderOf('CM'), code: 'LAT' }),
    actor: holderOf('PD'),
    twin: { base: at('1.4a'), command: giveTo(1) },
  },
  {
    says: 'a closed step is given to nobody',
    code: 'unknown_step',
    base: after(at('1.4a'), ['1.4a', 'complete']),
    command: giveTo(2),
    actor: holderOf('PD'),
    twin: { base: at('1.4a') },
  },
  {
    says: 'SD6: nobody scores in place of an expert',
    code: 'act_in_person',
    detail: { rule: 'SD6', delegator: 'p-ex-8' },
    base: at('1.8'),
    command: choosing('1.8', 'score'),
    actor: delegateOf('p-ex-8', { person: 'p-friend', role: 'EX' }),
    twin: { actor: holderOf('EX', 8) },
  },
  {
    says: 'SD7: nobody acts under a delegation that has ended',
    code: 'delegation_over',
    detail: { rule: 'SD7', delegator: 'p-so-1', needs: 'SO' },
    base: at('1.4a'),
    command: completes,
    actor: ended,
    twin: { actor: lent },
  },
  {
    says: 'SD7: a seat that was lent for one step gives no other',
    code: 'not_your_role',
    base: at('1.4a'),
    command: completes,
    actor: delegateOf('p-so-1', { person: 'p-friend', role: 'SO', steps: ['1.5a'] }),
    twin: { actor: delegateOf('p-so-1', { person: 'p-friend', role: 'SO', steps: ['1.5a', '1.4a'] }) },
  },
  {
    says: 'SD7: a lent seat decides steps and nothing else',
    code: 'not_your_role',
    base: at('1.4a'),
    command: sent(hold),
    actor: delegateOf('p-pd-1', { person: 'p-friend', role: 'PD' }),
    twin: { actor: holderOf('PD') },
  },
  {
    says: 'nobody votes a second time in place of somebody else',
    code: 'already_acted',
    base: after(at('1.10'), ['1.10', 'advance', 3]),
    command: choosing('1.10', 'advance'),
    actor: delegateOf('p-cm-3', { person: 'p-friend', role: 'CM' }),
    twin: { actor: delegateOf('p-cm-4', { person: 'p-friend', role: 'CM' }) },
  },
]

import { aTeam } from '../../support/acting.js'
import { exampleBase, holderOf } from '../../support/an-example.js'
import { delegateOf } from '../../support/standing.js'
import { at, choosing, choosingWith, type RefusedCase } from './case.js'

const before = { code: 'out_of_turn', session: 'session-1', ahead: ['gasme-C02-keqiao-1'] } as const

const member = holderOf('CM', 3)
/** The same person with a seat for this base and no other. */
const forThisBaseAlone = { ...member, mandates: member.mandates.map((one) => ({ ...one, base: exampleBase })) }

/** Who is named for the due-diligence team, and who does its work (2.1). */
export const teamCases: readonly RefusedCase[] = [
  {
    says: 'SD3: an expert of the nomination is not named for the team',
    code: 'separation_of_duties',
    detail: { rule: 'SD3', step: '2.1a', other: '1.8' },
    base: at('2.1a'),
    command: choosingWith('2.1a', { option: 'appoint', facts: { team: { members: ['p-dl-1', 'p-ex-1'] } } }),
    actor: holderOf('PD'),
    twin: { command: choosingWith('2.1a', { option: 'appoint', facts: { team: { members: ['p-dl-1', 'p-ex-9'] } } }) },
  },
  {
    says: 'whoever was not named for the team carries out no site mission (2.1)',
    code: 'not_in_team',
    detail: { step: '2.5a.1', named: '2.1a', team: aTeam, needs: 'SV' },
    base: at('2.5a'),
    command: choosing('2.5a', 'done'),
    actor: { ...holderOf('SV'), person: 'p-sv-of-another-base' },
    twin: { actor: holderOf('SV') },
  },
  {
    says: 'whoever was not named for the team writes no report, not even with a lent seat (2.1)',
    code: 'not_in_team',
    detail: { step: '2.7.1', needs: 'DL' },
    base: at('2.7'),
    command: choosing('2.7', 'submit'),
    actor: delegateOf('p-dl-9', { person: 'p-stranger', role: 'DL' }),
    twin: { actor: delegateOf('p-dl-9', { person: 'p-dl-10', role: 'DL' }) },
  },
  {
    says: 'a team looks with somebody’s eyes from outside (2.1)',
    code: 'team_without_outsider',
    detail: { by: 'PD', team: aTeam },
    base: at('2.1a'),
    command: choosing('2.1a', 'appoint'),
    actor: holderOf('PD'),
    claimRefusal: { code: 'nobody_from_outside', inside: 'PD', members: aTeam },
    twin: { claimRefusal: undefined },
  },
  {
    says: 'a session takes bases in rank order, and says which come first to whoever may see them (R9)',
    code: 'out_of_turn',
    detail: { session: 'session-1', before: 1, ahead: ['gasme-C02-keqiao-1'] },
    base: at('1.10'),
    command: choosing('1.10', 'waiting_list'),
    actor: holderOf('CM', 3),
    claimRefusal: before,
    twin: { claimRefusal: undefined },
  },
  {
    says: 'whoever has a seat for this base alone hears how many come first, and not which (R9)',
    code: 'out_of_turn',
    detail: { session: 'session-1', before: 1, ahead: [] },
    base: at('1.10'),
    command: choosing('1.10', 'waiting_list'),
    actor: forThisBaseAlone,
    claimRefusal: before,
    twin: { claimRefusal: undefined },
  },
]

import { committee, three } from './bodies.js'
import { afterSignature, back, cd, coded, end, endVia, stepsOf, to, wd, within } from './build.js'
import type { Lead } from '../procedure.js'

/** R18: a committee of three; two are a quorum with the chair among them, two-thirds of the votes admit and waive. */
const smallCommittee = { ...committee, seats: 3, quorum: 2, written: { needs: 3, within: wd(10) } } as const

const scores = { role: 'EX', due: within(wd(20)), escalation: 'E1', brings: 'sheet' } as const
const sheets = { by: 'sheets', sheet: 'nomination', recuses: 'recuse' } as const
const scored = { score: to('1.9a'), recuse: to('1.9a') }

/** Two scorers, a third where they lie far apart (R13), and the small committee. */
const nomination = stepsOf('nomination', {
  '1.8': { ...scores, decides: { ...sheets, count: 2 }, options: scored },
  '1.8b': { ...scores, decides: { ...sheets, count: 1 }, options: scored },
  '1.9a': {
    role: 'CS',
    due: within(wd(10)),
    escalation: 'E1',
    options: { accept_mean: to('1.9b'), third_scorer: back('1.8b', { limit: 1 }) },
  },
  '1.10': {
    role: 'CM',
    due: within(wd(30)),
    escalation: 'E4',
    decides: { ...smallCommittee, twoThirds: ['advance'], otherwise: 'waiting_list' },
    options: {
      advance: to('1.11'),
      waiting_list: coded(to('1.11', '1.10w'), 'CAP', 'QUO'),
      defer: back('1.10', { limit: 1 }),
      decline: endVia('declined', {
        via: ['1.11'],
        codes: ['SCA', 'VCH', 'COM', 'GOV', 'DAT', 'FIN', 'ENV', 'LAB', 'INT', 'CAP', 'QUO'],
      }),
    },
  },
  '8.2a': {
    role: 'CM',
    due: within(wd(30)),
    escalation: 'E4',
    matter: 'cap_waiver',
    notByRaiser: true,
    decides: { ...smallCommittee, casting: [], twoThirds: ['waive'], otherwise: 'keep' },
    options: { waive: coded({ leads: { settles: 'matter' } }, 'CAP'), keep: { leads: { settles: 'matter' } } },
  },
})

const report = to('2.3', '2.5a')
const answers = { answered: report, partly: report, refuse: report }

/** One due-diligence report: the work-streams joined in one step beside the site mission. */
const dueDiligence = stepsOf('due_diligence', {
  '2.2a': { role: 'DL', due: within(wd(10)), escalation: 'E1', options: { ask: to('2.2b', '2.2c') } },
  '2.2b': { role: 'LG', due: within(wd(20)), escalation: 'E2', options: answers },
  '2.2c': { role: 'CLO', due: within(wd(20)), escalation: 'E2', options: answers },
  '2.3': {
    role: 'SP',
    due: within(wd(30)),
    escalation: 'E1',
    options: {
      A: to('2.6'),
      B: to('2.6'),
      C: to('2.6'),
      D: coded(to('2.6'), 'DAT', 'GOV', 'ENV', 'LAB', 'INT', 'VCH', 'FIN', 'LEG'),
    },
  },
  '2.8': {
    role: 'CM',
    due: within(wd(30)),
    escalation: 'E4',
    decides: {
      ...smallCommittee,
      twoThirds: ['recommend', 'recommend_with_conditions'],
      otherwise: 'not_recommend',
    },
    options: {
      recommend: to('2.9a'),
      recommend_with_conditions: to('2.9a'),
      defer: back('2.8d', { limit: 1 }),
      not_recommend: end('not_recommended', ['DAT', 'VCH', 'ENV', 'LAB', 'INT', 'GOV', 'FIN', 'LEG', 'COM']),
    },
  },
})

const textFails: Lead = { end: 'lapsed', code: 'TXT' }

/** One negotiation loop: what is not agreed in it goes to director and head of government. */
const memorandum = stepsOf('memorandum', {
  '3.2a': { role: 'PM', due: within(wd(10)), escalation: 'E1', options: { ready: to('3.3a', '3.3b') } },
  '3.5': {
    role: 'LG',
    due: within(wd(20)),
    escalation: 'E2',
    options: {
      accept: to('3.6a'),
      comments: to('3.7a'),
      counter_draft: to('3.7a'),
      refuse: end('lapsed', ['GOV', 'TXT']),
    },
  },
  '3.6a': {
    role: 'LX',
    due: within(wd(30)),
    escalation: 'E2',
    options: {
      clear: to('3.8a'),
      clear_with_changes: back('3.7a', { limit: 1, then: textFails }),
      refuse: end('lapsed', ['GOV', 'TXT']),
    },
  },
  '3.7b': {
    role: 'LG',
    due: within(wd(15)),
    escalation: 'E2',
    options: { agreed: to('3.6a'), deadlock: to('3.7c', '3.7d') },
  },
  '3.7c': {
    role: 'PD',
    due: within(wd(15)),
    escalation: 'E1',
    options: { agreed: to('3.6a'), deadlock: end('lapsed', ['TXT']) },
  },
  '3.7d': {
    role: 'LG',
    due: within(wd(15)),
    escalation: 'E2',
    options: { agreed: to('3.6a'), deadlock: end('lapsed', ['TXT']) },
  },
})

/** One launch checklist; the law of the place and the baseline of the figures stand beside it. */
const launch = stepsOf('launch', {
  '4.1b': {
    role: 'LG',
    due: afterSignature(cd(30)),
    escalation: 'E2',
    options: { constituted: to('4.2', '4.3', '4.4a'), incomplete: back('4.1a', { limit: 4 }) },
  },
  '4.2': {
    role: 'CLO',
    due: afterSignature(cd(120)),
    escalation: 'E2',
    options: { ready: to('4.9'), not_ready: back('4.2', { limit: 4, then: { to: ['4.9'] } }) },
  },
})

/** One panel: after redress the appeals panel gives the colour itself, and nobody confirms it a second time. */
const yearlyReview = stepsOf('yearly_review', {
  '5.3a': {
    role: 'SO',
    due: within(wd(15)),
    escalation: 'E1',
    options: {
      complete: to('5.3b', '5.4a'),
      return: coded(back('5.2a', { limit: 1 }), 'INC'),
      misstatement: coded(to('5.3c'), 'DAT'),
    },
  },
  '5.8r': {
    role: 'AP',
    due: within(wd(20)),
    escalation: 'E4',
    decides: { ...three('AP'), otherwise: 'yellow' },
    options: {
      green: to('5.10'),
      green_with_advice: to('5.10'),
      yellow: coded(to('5.10'), 'PLN', 'REP', 'FIN', 'DAT', 'GOV'),
      red_proposal: coded(to('5.10'), 'PLN', 'REP', 'INT', 'DAT', 'FIN'),
    },
  },
})

/** What `light` has otherwise than `full`; all other steps are shared. */
export const lightSteps = { ...nomination, ...dueDiligence, ...memorandum, ...launch, ...yearlyReview }

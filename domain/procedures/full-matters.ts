import type { OptionRule } from '../procedure.js'
import { asScored, three } from './bodies.js'
import { back, cd, clocked, coded, end, stepsOf, to, wd, within } from './build.js'

/** What was asked beside the stage is settled. */
const settles = (what: 'redress' | 'matter'): OptionRule => ({ leads: { settles: what } })

/** Redress (8.9, R14): asked within 30 cd of the letter, admitted by the secretary, decided by people outside the case. */
const redressSteps = stepsOf('nomination', {
  R0: {
    role: 'LG',
    due: within(cd(30)),
    escalation: 'E5',
    options: {
      accept: settles('redress'),
      request: coded(to('R1'), 'INC', 'DAT', 'INT'),
      window_closed: clocked(settles('redress')),
    },
    silence: 'window_closed',
  },
  R1: {
    role: 'CS',
    due: within(wd(5)),
    escalation: 'E1',
    options: { admit: to('R2'), refuse: coded(settles('redress'), 'LAT', 'INC', 'INE') },
  },
  R2: {
    role: 'AP',
    due: within(wd(20)),
    escalation: 'E4',
    outsiders: true,
    decides: { ...three('AP'), otherwise: 'dismiss' },
    options: { dismiss: settles('redress'), uphold: settles('redress') },
  },
})

/** The review decided once more by other people, after redress was upheld (R14). */
const secondLookSteps = stepsOf('yearly_review', {
  '5.8r': {
    role: 'RP',
    due: within(wd(20)),
    escalation: 'E4',
    decides: { ...three('RP'), otherwise: asScored },
    options: {
      green: to('5.9r'),
      green_with_advice: to('5.9r'),
      yellow: coded(to('5.9r'), 'PLN', 'REP', 'FIN', 'DAT', 'GOV'),
      red_proposal: coded(to('5.9r'), 'PLN', 'REP', 'INT', 'DAT', 'FIN'),
    },
  },
  '5.9r': {
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    decides: { ...three('BD'), otherwise: 'confirm' },
    options: { confirm: to('5.10'), return: back('5.8r', { limit: 1 }) },
  },
})

/** A base without the name yet lapses instead (R2). */
const losesName = { leads: { end: 'red', via: [] } } as const

/** E6: the case is frozen; compliance decides in 10 wd, else the board does. Whoever raised the stop does not lift it. */
const stopSteps = stepsOf('yearly_review', {
  E6a: {
    role: 'CO',
    due: within(wd(10)),
    escalation: 'E6',
    matter: 'integrity_stop',
    notByRaiser: true,
    options: { lift: settles('matter'), to_board: to('E6b'), not_answered: clocked(to('E6b')) },
    silence: 'not_answered',
  },
  E6b: {
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    matter: 'integrity_stop',
    decides: { ...three('BD'), otherwise: 'lift' },
    options: { lift: settles('matter'), end: coded(losesName, 'INT', 'LAB', 'ENV') },
  },
})

/** 5.13: opened or not by the director, seen on site, decided by the panel, confirmed by the board. */
const extraordinarySteps = stepsOf('yearly_review', {
  '5.13a': {
    role: 'PD',
    due: within(wd(10)),
    escalation: 'E1',
    matter: 'extraordinary_review',
    notByRaiser: true,
    options: { open: to('5.13b'), not_open: settles('matter') },
  },
  '5.13b': {
    role: 'SV',
    due: within(wd(30)),
    escalation: 'E1',
    matter: 'extraordinary_review',
    options: { reported: to('5.13c') },
  },
  '5.13c': {
    role: 'RP',
    due: within(wd(20)),
    escalation: 'E4',
    matter: 'extraordinary_review',
    decides: { ...three('RP'), otherwise: 'keep' },
    options: {
      keep: settles('matter'),
      yellow: coded(to('5.13d'), 'PLN', 'FIN', 'DAT', 'GOV', 'COM', 'FMJ'),
      red_proposal: coded(to('5.13d'), 'INT', 'DAT', 'ENV', 'LAB', 'FIN'),
    },
  },
  '5.13d': {
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    matter: 'extraordinary_review',
    decides: { ...three('BD'), otherwise: 'return' },
    options: { confirm: to('R0'), return: back('5.13c', { limit: 1, then: { settles: 'matter' } }) },
  },
})

/** 8.10: a boundary change under a tenth of the area is noted; more asks for a new assessment. */
const changeSteps = stepsOf('yearly_review', {
  '8.10a': {
    role: 'SO',
    due: within(wd(10)),
    escalation: 'E1',
    matter: 'change',
    options: { noted: settles('matter'), assess: to('8.10b') },
  },
  '8.10b': {
    role: 'SV',
    due: within(wd(30)),
    escalation: 'E1',
    matter: 'change',
    options: { holds: settles('matter'), fails: coded(to('8.10c'), 'DAT', 'GOV', 'VCH', 'SCA') },
  },
  '8.10c': {
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    matter: 'change',
    decides: { ...three('BD'), otherwise: 'keep' },
    options: { keep: settles('matter'), end: coded(losesName, 'DAT', 'GOV', 'VCH', 'SCA') },
  },
})

/** The place asks and both sides sign in the grace after the term at the latest: it ends for whoever has not, by itself (E5). */
const inGrace = { due: { from: 'term', days: cd(90) }, escalation: 'E5', silence: 'window_closed' } as const
const graceOver = clocked(end('expired', ['LAT']))
const renews = { signed: settles('matter'), declined: to('3.13i'), window_closed: graceOver }
const signs = { signed: settles('matter'), declined: settles('matter') }

/** 3.13: one text agreed by both sides and signed by both, as the first one was. */
const amendmentSteps = stepsOf('yearly_review', {
  '3.13a': {
    role: 'LC',
    due: within(wd(10)),
    escalation: 'E1',
    matter: 'amendment',
    notByRaiser: true,
    options: { ready: to('3.13b'), object: settles('matter') },
  },
  '3.13b': {
    role: 'LX',
    due: within(wd(30)),
    escalation: 'E2',
    matter: 'amendment',
    options: { clear: to('3.13c', '3.13d'), refuse: settles('matter') },
  },
  '3.13c': { role: 'AS', due: within(cd(60)), escalation: 'E2', matter: 'amendment', sees: 'mou_text', options: signs },
  '3.13d': { role: 'AL', due: within(cd(60)), escalation: 'E2', matter: 'amendment', sees: 'mou_text', options: signs },
})

/** 3.13, 9: renewed for another term on green in the last two reviews, in the grace after the end at the latest (12). */
const renewalSteps = stepsOf('yearly_review', {
  '3.13e': {
    ...inGrace,
    role: 'LG',
    matter: 'renewal',
    options: { renew: to('3.13f'), let_end: to('3.13i'), window_closed: graceOver },
  },
  '3.13f': {
    role: 'PD',
    due: within(wd(20)),
    escalation: 'E1',
    matter: 'renewal',
    options: { agree: to('3.13g', '3.13h'), refuse: coded(to('3.13i'), 'PLN', 'INT', 'GOV', 'FIN') },
  },
  '3.13g': { ...inGrace, role: 'AS', matter: 'renewal', sees: 'mou_text', options: renews },
  '3.13h': { ...inGrace, role: 'AL', matter: 'renewal', sees: 'mou_text', options: renews },
  '3.13i': {
    role: 'PD',
    due: { from: 'term', days: cd(0) },
    escalation: 'E1',
    matter: 'renewal',
    decides: { by: 'clock', option: 'term_over' },
    options: { term_over: clocked({ leads: { end: 'expired', via: [] } }) },
  },
})

/** 3.13, 9: ninety days' notice, a closing report, and what was not spent is accounted for. */
const endingSteps = stepsOf('yearly_review', {
  '3.13k': {
    role: 'PD',
    due: within(cd(90)),
    escalation: 'E1',
    matter: 'ending',
    decides: { by: 'clock', option: 'notice_over' },
    options: { notice_over: clocked(to('3.13l')) },
  },
  '3.13l': {
    role: 'CLO',
    due: within(wd(30)),
    escalation: 'E2',
    matter: 'ending',
    options: { reported: to('3.13m'), report_missing: clocked(to('3.13m')) },
    silence: 'report_missing',
  },
  '3.13m': {
    role: 'FO',
    due: within(wd(20)),
    escalation: 'E1',
    matter: 'ending',
    options: {
      settled: { leads: { end: 'ended_by_agreement', via: [] } },
      returned: coded({ leads: { end: 'ended_by_agreement', via: [] } }, 'FIN'),
      claimed: coded({ leads: { end: 'ended_by_agreement', via: [] } }, 'FIN'),
    },
  },
})

/** Steps that come up beside the stages: redress, integrity stop, extraordinary review, change, amendment, renewal, ending. */
export const matterSteps = {
  ...redressSteps,
  ...secondLookSteps,
  ...stopSteps,
  ...extraordinarySteps,
  ...changeSteps,
  ...amendmentSteps,
  ...renewalSteps,
  ...endingSteps,
}

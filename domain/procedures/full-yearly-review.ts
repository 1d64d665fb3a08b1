import { asScored, three } from './bodies.js'
import { back, cd, clocked, coded, stepsOf, to, wd, within } from './build.js'

/** A colour that may be contested is published after the time for redress, beside the next review (R14). */
const confirmedColour = to('5.10', 'R0', '5.1')
/** The story ends it, with the code the board gave in 5.12a. */
const losesName = { leads: { end: 'red', via: [] } } as const
const confirmed = { endorsed: to('5.3a'), return: back('5.2a', { limit: 1 }) }

/** Stage 5 of domain.md 5, once a year as long as the base stands (R10, R11, R14). */
export const yearlyReviewSteps = stepsOf('yearly_review', {
  '5.1': {
    role: 'CS',
    due: { from: 'date', month: 1, day: 1 },
    escalation: 'E1',
    decides: { by: 'clock', option: 'opened' },
    options: { opened: clocked(to('5.2a')) },
  },
  '5.2a': {
    role: 'CLO',
    due: { from: 'date', month: 3, day: 31 },
    escalation: 'E3',
    brings: 'report',
    options: { submit: to('5.2b'), ask_delay: back('5.2d', { limit: 1 }), report_missing: clocked(to('5.8')) },
    silence: 'report_missing',
  },
  '5.2d': {
    role: 'CLO',
    due: { from: 'date', month: 4, day: 30 },
    escalation: 'E3',
    brings: 'report',
    options: { submit: to('5.2b'), report_missing: clocked(to('5.8')) },
    silence: 'report_missing',
  },
  '5.2b': { role: 'LG', due: within(wd(10)), escalation: 'E2', options: confirmed },
  '5.3a': {
    role: 'SO',
    due: within(wd(15)),
    escalation: 'E1',
    options: {
      complete: to('5.3b', '5.4a', '5.4b'),
      return: coded(back('5.2a', { limit: 1 }), 'INC'),
      misstatement: coded(to('5.3c'), 'DAT'),
    },
  },
  '5.3b': {
    role: 'SO',
    due: within(wd(15)),
    escalation: 'E1',
    options: { sample_holds: to('5.5a'), misstatement: coded(to('5.3c'), 'DAT') },
  },
  '5.3c': {
    role: 'CO',
    due: within(wd(10)),
    escalation: 'E6',
    options: {
      unfounded: back('5.3b', { limit: 1, then: { to: ['5.4a', '5.4b', '5.5a'] } }),
      proven: coded(to('5.5a'), 'DAT', 'INT'),
    },
  },
  '5.4a': {
    role: 'LG',
    due: within(wd(15)),
    escalation: 'E2',
    options: { confirm: to('5.5a'), differ: to('5.5a'), not_answered: clocked(to('5.5a')) },
    silence: 'not_answered',
  },
  '5.4b': {
    role: 'EN',
    due: within(wd(15)),
    escalation: 'E2',
    options: { confirm: to('5.5a'), differ: to('5.5a'), not_answered: clocked(to('5.5a')) },
    silence: 'not_answered',
  },
  '5.5a': { role: 'SV', due: within(wd(30)), escalation: 'E1', options: { desk_only: to('5.6'), visited: to('5.5b') } },
  '5.5b': {
    role: 'SV',
    due: within(wd(10)),
    escalation: 'E1',
    options: { agree: to('5.6'), differ: back('5.5a', { limit: 1 }) },
  },
  '5.6': {
    role: 'EX',
    due: within(wd(15)),
    escalation: 'E1',
    brings: 'sheet',
    decides: { by: 'sheets', count: 2, sheet: 'review', recuses: 'recuse' },
    options: { score: to('5.7a'), recuse: to('5.7a') },
  },
  '5.7a': { role: 'CS', due: within(wd(5)), escalation: 'E1', options: { send: to('5.7b') } },
  '5.7b': {
    role: 'CLO',
    due: within(wd(15)),
    escalation: 'E2',
    options: { accept: to('5.8'), contest: back('5.7a', { limit: 1 }), not_answered: clocked(to('5.8')) },
    silence: 'not_answered',
  },
  '5.8': {
    role: 'RP',
    due: { from: 'date', month: 7, day: 31, atLeast: wd(10) },
    escalation: 'E4',
    decides: { ...three('RP'), otherwise: asScored },
    options: {
      green: to('5.9a'),
      green_with_advice: to('5.9a'),
      yellow: coded(to('5.9a'), 'PLN', 'REP', 'FIN', 'DAT', 'GOV'),
      red_proposal: coded(to('5.9b'), 'PLN', 'REP', 'INT', 'DAT', 'FIN'),
      suspend: coded(to('5.8s'), 'INT', 'FMJ'),
      role_model: to('5.9b'),
    },
  },
  '5.8s': {
    role: 'CO',
    due: within(wd(10)),
    escalation: 'E6',
    options: { lift: to('5.9a'), red_proposal: coded(to('5.9b'), 'INT') },
  },
  '5.9a': {
    role: 'PD',
    due: within(wd(20)),
    escalation: 'E1',
    options: { confirm: confirmedColour, return: back('5.8', { limit: 1 }) },
  },
  '5.9b': {
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    decides: { ...three('BD'), otherwise: 'return' },
    options: { confirm: confirmedColour, return: back('5.8', { limit: 1 }) },
  },
  '5.10': {
    role: 'CS',
    due: within(wd(5)),
    escalation: 'E1',
    options: { publish: to('5.1', '5.11a', '5.12a') },
    documents: ['review_letter'],
  },
  '5.11a': { role: 'CLO', due: within(wd(30)), escalation: 'E2', options: { plan: to('5.11b') } },
  '5.11b': {
    role: 'PD',
    due: within(wd(10)),
    escalation: 'E1',
    options: { accept: to('5.1', '5.11c'), return: coded(back('5.11a', { limit: 1 }), 'PLN') },
  },
  '5.11c': {
    role: 'SO',
    due: within(cd(183)),
    escalation: 'E1',
    runsFull: true,
    options: { on_track: to('5.8'), behind: to('5.8') },
  },
  '5.12a': {
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    decides: { ...three('BD'), twoThirds: ['last_term'], otherwise: 'withdraw' },
    options: { withdraw: coded(to('5.12b'), 'PLN', 'REP', 'INT', 'DAT', 'FIN'), last_term: back('5.1', { limit: 1 }) },
  },
  // 8.11: use of the name ends in 30 cd whether or not anybody proves it, so the time is a window and waits for no answer.
  '5.12b': {
    role: 'CLO',
    due: within(cd(30)),
    escalation: 'E5',
    options: { removed: losesName, not_proven: clocked(losesName) },
    silence: 'not_proven',
    documents: ['withdrawal_resolution'],
  },
})

import { back, cd, coded, done, end, stepsOf, to, wd, within } from './build.js'
import type { Lead } from '../procedure.js'

const textFails: Lead = { end: 'lapsed', code: 'TXT' }

/** Stage 3 of domain.md 5. The text goes round 3.7 at most three times, then to director and head of government (3.7c, 3.7d). */
export const memorandumSteps = stepsOf('memorandum', {
  '3.1a': {
    role: 'PM',
    due: within(wd(5)),
    escalation: 'E1',
    options: {
      mou: to('3.1b', '3.1c'),
      other_instrument: to('3.1b', '3.1c'),
      stop: end('lapsed', ['TXT', 'GOV', 'LEG', 'FIN']),
    },
  },
  '3.1b': {
    role: 'LC',
    due: within(wd(5)),
    escalation: 'E1',
    options: { agree: to('3.2a'), stop: end('lapsed', ['TXT', 'LEG']) },
  },
  '3.1c': {
    role: 'FO',
    due: within(wd(5)),
    escalation: 'E1',
    options: { agree: to('3.2a'), stop: end('lapsed', ['FIN']) },
  },
  '3.2a': { role: 'PM', due: within(wd(10)), escalation: 'E1', options: { ready: to('3.2b') } },
  '3.2b': {
    role: 'LC',
    due: within(wd(10)),
    escalation: 'E1',
    options: { ready: to('3.3a', '3.3b'), rework: back('3.2a', { limit: 2 }) },
  },
  '3.3a': {
    role: 'LC',
    due: within(wd(10)),
    escalation: 'E1',
    options: {
      clear: to('3.4'),
      clear_with_changes: to('3.4'),
      object: coded(back('3.2a', { limit: 2, then: textFails }), 'TXT', 'LEG'),
    },
  },
  '3.3b': {
    role: 'FO',
    due: within(wd(10)),
    escalation: 'E1',
    options: {
      clear: to('3.4'),
      clear_with_changes: to('3.4'),
      object: coded(back('3.2a', { limit: 2, then: textFails }), 'TXT', 'FIN'),
    },
  },
  '3.4': { role: 'PM', due: within(wd(2)), escalation: 'E1', options: { send: to('3.5') } },
  '3.5': {
    role: 'LG',
    due: within(wd(20)),
    escalation: 'E2',
    options: {
      accept: to('3.6a', '3.6b'),
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
      clear_with_changes: back('3.7a', { limit: 3, then: textFails }),
      refuse: end('lapsed', ['GOV', 'TXT']),
    },
  },
  '3.6b': {
    role: 'SA',
    due: within(wd(30)),
    escalation: 'E2',
    options: {
      clear: to('3.8a'),
      clear_with_changes: back('3.7a', { limit: 3, then: textFails }),
      refuse: end('lapsed', ['GOV', 'TXT']),
    },
  },
  '3.7a': {
    role: 'PM',
    due: within(wd(15)),
    escalation: 'E1',
    options: { revised: to('3.7b'), revised_materially: to('3.7b') },
  },
  '3.7b': {
    role: 'LG',
    due: within(wd(15)),
    escalation: 'E2',
    options: {
      // Where 3.7 leads depends on the change: a material one opens 3.3 and 3.6 again, another goes on to 3.6 or 3.8 (R6).
      agreed: to('3.6a', '3.6b'),
      next_round: back('3.7a', { limit: 2, then: { to: ['3.7c', '3.7d'] } }),
      deadlock: to('3.7c', '3.7d'),
    },
  },
  '3.7c': {
    role: 'PD',
    due: within(wd(15)),
    escalation: 'E1',
    options: { agreed: to('3.6a', '3.6b'), deadlock: end('lapsed', ['TXT']) },
  },
  '3.7d': {
    role: 'LG',
    due: within(wd(15)),
    escalation: 'E2',
    options: { agreed: to('3.6a', '3.6b'), deadlock: end('lapsed', ['TXT']) },
  },
  '3.8a': { role: 'TR', due: within(wd(10)), escalation: 'E1', options: { translated: to('3.8b') } },
  '3.8b': {
    role: 'RV',
    due: within(wd(10)),
    escalation: 'E1',
    options: { concordant: to('3.9a', '3.9b', '3.9c'), differences: back('3.8a', { limit: 3, then: textFails }) },
  },
  '3.9a': {
    role: 'LC',
    due: within(wd(10)),
    escalation: 'E1',
    sees: 'mou_text',
    options: { approve: to('3.10a', '3.10b'), return: back('3.8a', { limit: 2, then: textFails }) },
  },
  '3.9b': {
    role: 'BD',
    due: within(wd(10)),
    escalation: 'E1',
    sees: 'mou_text',
    options: { approve: to('3.10a', '3.10b'), return: back('3.8a', { limit: 2, then: textFails }) },
  },
  '3.9c': {
    role: 'LX',
    due: within(wd(10)),
    escalation: 'E2',
    sees: 'mou_text',
    options: { approve: to('3.10a', '3.10b'), return: back('3.8a', { limit: 2, then: textFails }) },
  },
  '3.10a': {
    role: 'LC',
    due: within(wd(5)),
    escalation: 'E1',
    options: { proven: to('3.11a', '3.11b'), not_proven: coded(back('3.9a', { limit: 2, then: textFails }), 'LEG') },
  },
  '3.10b': {
    role: 'LX',
    due: within(wd(5)),
    escalation: 'E2',
    options: { proven: to('3.11a', '3.11b'), not_proven: coded(back('3.9a', { limit: 2, then: textFails }), 'LEG') },
  },
  '3.11a': {
    role: 'AS',
    due: within(cd(60)),
    escalation: 'E2',
    sees: 'mou_text',
    options: {
      signed_in_ceremony: to('3.12a', '3.12b'),
      exchanged_by_post: to('3.12a', '3.12b'),
      postponed: coded(back('3.11a', { limit: 1, then: textFails }), 'LAT', 'FMJ'),
    },
  },
  '3.11b': {
    role: 'AL',
    due: within(cd(60)),
    escalation: 'E2',
    sees: 'mou_text',
    options: {
      signed_in_ceremony: to('3.12a', '3.12b'),
      exchanged_by_post: to('3.12a', '3.12b'),
      postponed: coded(back('3.11a', { limit: 1, then: textFails }), 'LAT', 'FMJ'),
    },
  },
  '3.12a': { role: 'CS', due: within(wd(5)), escalation: 'E1', options: { filed: done('launch') } },
  '3.12b': { role: 'LX', due: within(wd(5)), escalation: 'E2', options: { filed: done('launch') } },
})

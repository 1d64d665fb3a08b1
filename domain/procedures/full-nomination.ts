import { committee } from './bodies.js'
import { back, clocked, coded, done, end, endVia, stepsOf, to, wd, within } from './build.js'

/** Stage 1 of domain.md 5, with rulings R1, R3, R8, R13. 1.1 belongs to the programme, which opens the call. */
export const nominationSteps = stepsOf('nomination', {
  '1.2a': {
    role: 'LG',
    due: { from: 'window' },
    escalation: 'E5',
    options: {
      sent: to('1.2b'),
      withdraw: end('withdrawn_by_nominee', ['WDR']),
      window_closed: clocked(end('declined', ['LAT'])),
    },
    silence: 'window_closed',
  },
  '1.2b': {
    role: 'PM',
    due: within(wd(10)),
    escalation: 'E1',
    options: {
      invite: to('1.3'),
      wait: end('declined', ['CAP', 'QUO', 'INC']),
      decline: end('declined', ['INE', 'CAP', 'QUO', 'SCA']),
    },
  },
  '1.3': {
    role: 'LG',
    due: { from: 'window' },
    escalation: 'E5',
    brings: 'dossier',
    options: {
      submit: to('1.4a'),
      withdraw: end('withdrawn_by_nominee', ['WDR']),
      window_closed: clocked(end('declined', ['LAT'])),
    },
    silence: 'window_closed',
    documents: ['dossier_receipt'],
  },
  '1.4a': {
    role: 'SO',
    due: within(wd(10)),
    escalation: 'E1',
    options: {
      complete: to('1.5a', '1.6a'),
      return: coded(back('1.4b', { limit: 1 }), 'INC'),
      refuse: end('declined', ['INC', 'LAT', 'QUO']),
    },
  },
  '1.4b': {
    role: 'LG',
    due: within(wd(15)),
    escalation: 'E2',
    brings: 'dossier',
    options: { completed: to('1.4a'), withdraw: end('withdrawn_by_nominee', ['WDR']) },
  },
  '1.5a': {
    role: 'SO',
    due: within(wd(10)),
    escalation: 'E1',
    options: {
      eligible: to('1.5b'),
      not_eligible: coded(to('1.5b'), 'INE', 'SCA', 'ENV', 'CAP'),
      waiver: to('1.5c', '1.5d'),
    },
  },
  '1.5b': {
    role: 'SO',
    due: within(wd(5)),
    escalation: 'E1',
    options: { confirm: to('1.7', '1.8'), return: back('1.5a', { limit: 2 }) },
  },
  '1.5c': {
    role: 'PD',
    due: within(wd(10)),
    escalation: 'E1',
    options: { grant: to('1.7', '1.8'), refuse: end('declined', ['INE', 'SCA', 'FIN']) },
  },
  '1.5d': {
    role: 'CH',
    due: within(wd(10)),
    escalation: 'E1',
    options: { grant: to('1.7', '1.8'), refuse: end('declined', ['INE', 'SCA', 'FIN']) },
  },
  '1.6a': {
    role: 'CO',
    due: within(wd(5)),
    escalation: 'E1',
    options: { clear: to('1.6b'), match: coded(to('1.6c'), 'INT'), barred: coded(to('1.6b'), 'INT') },
  },
  '1.6b': {
    role: 'CO',
    due: within(wd(5)),
    escalation: 'E1',
    options: { confirm: to('1.7', '1.8'), return: back('1.6a', { limit: 1 }) },
  },
  '1.6c': {
    role: 'CO',
    due: within(wd(10)),
    escalation: 'E6',
    options: { clear: to('1.7', '1.8'), barred: end('declined', ['INT']) },
  },
  '1.7': {
    role: 'SA',
    due: within(wd(30)),
    escalation: 'E2',
    options: {
      endorse: to('1.10'),
      no_objection: to('1.10'),
      object: coded(to('1.10'), 'GOV'),
      not_answered: clocked(to('1.10')),
    },
    silence: 'not_answered',
  },
  '1.8': {
    role: 'EX',
    due: within(wd(20)),
    escalation: 'E1',
    brings: 'sheet',
    decides: { by: 'sheets', count: 3, sheet: 'nomination', recuses: 'recuse' },
    options: { score: to('1.9a'), recuse: to('1.9a') },
  },
  '1.8b': {
    role: 'EX',
    due: within(wd(20)),
    escalation: 'E1',
    brings: 'sheet',
    decides: { by: 'sheets', count: 1, sheet: 'nomination', recuses: 'recuse' },
    options: { score: to('1.9a'), recuse: to('1.9a') },
  },
  '1.9a': {
    role: 'CS',
    due: within(wd(10)),
    escalation: 'E1',
    options: { accept_mean: to('1.9b'), fourth_scorer: back('1.8b', { limit: 1 }) },
  },
  '1.9b': {
    role: 'EX',
    due: within(wd(10)),
    escalation: 'E1',
    options: { lock: to('1.10'), talk: back('1.9a', { limit: 1 }) },
  },
  '1.10': {
    role: 'CM',
    due: within(wd(30)),
    escalation: 'E4',
    decides: { ...committee, twoThirds: ['advance'], otherwise: 'waiting_list' },
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
  '1.11': {
    role: 'CS',
    due: within(wd(5)),
    escalation: 'E1',
    options: { notified: done('due_diligence') },
    documents: ['decision_letter'],
  },
  '1.10w': {
    role: 'PD',
    due: within({ unit: 'cd', n: 730 }),
    escalation: 'E5',
    options: { readmit: back('1.10', { limit: 1 }), window_closed: clocked(end('removed', ['QUO', 'CAP'])) },
    silence: 'window_closed',
  },
})

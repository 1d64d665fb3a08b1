import { committee, three } from './bodies.js'
import { back, clocked, coded, done, end, stepsOf, to, wd, within } from './build.js'

/** Ratings of a work-stream, A best; any D is "not recommended" (6.3, R12). */
const ratings = {
  A: to('2.6'),
  B: to('2.6'),
  C: to('2.6'),
  D: coded(to('2.6'), 'DAT', 'GOV', 'ENV', 'LAB', 'INT', 'VCH', 'FIN', 'LEG'),
}
const stream = { role: 'SP', due: within(wd(30)), escalation: 'E1', options: ratings } as const
const answers = {
  answered: to('2.3a', '2.3b', '2.3c', '2.3d', '2.3e', '2.3f', '2.3g', '2.4a', '2.5a'),
  partly: to('2.3a', '2.3b', '2.3c', '2.3d', '2.3e', '2.3f', '2.3g', '2.4a', '2.5a'),
  refuse: to('2.3a', '2.3b', '2.3c', '2.3d', '2.3e', '2.3f', '2.3g', '2.4a', '2.5a'),
}
const answer = { due: within(wd(20)), escalation: 'E2', options: answers } as const

/** Stage 2 of domain.md 5: 2.3 is seven steps, one per work-stream, beside the survey (2.4) and the site mission (2.5). */
export const dueDiligenceSteps = stepsOf('due_diligence', {
  '2.1a': { role: 'PD', due: within(wd(10)), escalation: 'E1', brings: 'team', options: { appoint: to('2.1b') } },
  '2.1b': {
    role: 'CO',
    due: within(wd(10)),
    escalation: 'E1',
    options: { confirm: to('2.2a'), replace: back('2.1a', { limit: 2 }) },
  },
  '2.2a': { role: 'DL', due: within(wd(10)), escalation: 'E1', options: { ask: to('2.2b', '2.2c', '2.2d') } },
  '2.2b': { role: 'LG', ...answer },
  '2.2c': { role: 'CLO', ...answer },
  '2.2d': { role: 'EN', ...answer },
  '2.3a': stream,
  '2.3b': stream,
  '2.3c': stream,
  '2.3d': stream,
  '2.3e': stream,
  '2.3f': stream,
  '2.3g': stream,
  '2.4a': { role: 'CLO', due: within(wd(20)), escalation: 'E2', options: { sent: to('2.4b') } },
  '2.4b': {
    role: 'DL',
    due: within(wd(20)),
    escalation: 'E1',
    options: { valid: to('2.6'), repeat: back('2.4a', { limit: 1 }) },
  },
  '2.5a': {
    role: 'SV',
    due: within(wd(13)),
    escalation: 'E1',
    options: { done: to('2.5b'), partial: to('2.5b'), refused_access: coded(to('2.5b'), 'GOV', 'DAT') },
  },
  '2.5b': {
    role: 'SV',
    due: within(wd(10)),
    escalation: 'E1',
    options: { agree: to('2.6'), differ: back('2.5a', { limit: 1 }) },
  },
  '2.6': {
    role: 'LG',
    due: within(wd(10)),
    escalation: 'E2',
    options: { accept: to('2.7'), correct: to('2.7'), dispute: to('2.7') },
    silence: 'accept',
  },
  '2.7': {
    role: 'DL',
    due: within(wd(10)),
    escalation: 'E1',
    options: { submit: to('2.8') },
    documents: ['due_diligence_report'],
  },
  '2.8': {
    role: 'CM',
    due: within(wd(30)),
    escalation: 'E4',
    decides: {
      ...committee,
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
  '2.8d': {
    role: 'PD',
    due: within({ unit: 'cd', n: 365 }),
    escalation: 'E5',
    options: { resume: to('2.7'), window_closed: clocked(end('lapsed', ['LAT'])) },
    silence: 'window_closed',
  },
  '2.9a': { role: 'CS', due: within(wd(5)), escalation: 'E1', options: { publish: to('2.9b') } },
  '2.9b': {
    role: 'CS',
    due: within(wd(5)),
    escalation: 'E1',
    runsFull: true,
    options: { no_objection: to('2.10'), objection: to('2.9c') },
  },
  '2.9c': {
    role: 'CO',
    due: within(wd(10)),
    escalation: 'E1',
    options: {
      unfounded: to('2.10'),
      founded: back('2.7', { limit: 1, then: { end: 'not_recommended', code: 'DAT' } }),
    },
  },
  '2.10': {
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    decides: { ...three('BD'), otherwise: 'reject' },
    options: {
      approve: done('memorandum'),
      waiting_list: coded(to('2.10w'), 'QUO', 'CAP'),
      // Twice: a result that is too old is refreshed before a slot is given on it (8.3).
      return: back('2.7', { limit: 2 }),
      reject: end('not_recommended', ['DAT', 'VCH', 'ENV', 'LAB', 'INT', 'GOV', 'FIN', 'LEG', 'COM', 'CAP', 'QUO']),
    },
  },
})

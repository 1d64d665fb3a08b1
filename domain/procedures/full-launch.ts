import { afterSignature, back, cd, coded, done, end, stepsOf, to, wd, within } from './build.js'
import type { Lead } from '../procedure.js'

/** An unfinished item goes back to itself; after the limit the readiness check takes it as it is and 4.10 decides (R1). */
const goesOn: Lead = { to: ['4.9'] }
const again = 4

/** Stage 4 of domain.md 5; dates count from the signature, 4.9, 4.10 and 4.12 from the step before (R4). */
export const launchSteps = stepsOf('launch', {
  '4.1a': { role: 'PM', due: afterSignature(cd(30)), escalation: 'E1', options: { constituted: to('4.1b') } },
  '4.1b': {
    role: 'LG',
    due: afterSignature(cd(30)),
    escalation: 'E2',
    options: {
      constituted: to('4.2a', '4.2b', '4.3', '4.4a', '4.5a', '4.6a', '4.7', '4.8a'),
      incomplete: back('4.1a', { limit: again }),
    },
  },
  '4.2a': {
    role: 'LG',
    due: afterSignature(cd(90)),
    escalation: 'E2',
    options: { ready: to('4.9'), not_ready: back('4.2a', { limit: again, then: goesOn }) },
  },
  '4.2b': {
    role: 'CLO',
    due: afterSignature(cd(90)),
    escalation: 'E2',
    options: { ready: to('4.9'), not_ready: back('4.2b', { limit: again, then: goesOn }) },
  },
  '4.3': {
    role: 'LC',
    due: afterSignature(cd(90)),
    escalation: 'E2',
    options: { not_needed: to('4.9'), filed: to('4.9'), registered: to('4.9'), refused: coded(to('4.3x'), 'LEG') },
  },
  '4.3x': {
    role: 'CO',
    due: within(wd(10)),
    escalation: 'E6',
    options: {
      cured: back('4.3', { limit: 1, then: { end: 'lapsed', code: 'LEG' } }),
      not_cured: end('lapsed', ['LEG']),
    },
  },
  '4.4a': {
    role: 'CLO',
    due: afterSignature(cd(60)),
    escalation: 'E2',
    brings: 'baseline',
    options: { handed_in: to('4.4b') },
  },
  '4.4b': {
    role: 'DL',
    due: afterSignature(cd(60)),
    escalation: 'E1',
    options: { accepted: to('4.9'), gaps: back('4.4a', { limit: again, then: goesOn }) },
  },
  '4.5a': { role: 'CLO', due: afterSignature(cd(90)), escalation: 'E2', options: { prepared: to('4.5b') } },
  '4.5b': {
    role: 'EN',
    due: afterSignature(cd(90)),
    escalation: 'E2',
    options: { agreed: to('4.5c'), remarks: to('4.5c') },
  },
  '4.5c': {
    role: 'LG',
    due: afterSignature(cd(90)),
    escalation: 'E2',
    options: { adopted: to('4.9'), returned: back('4.5a', { limit: again, then: goesOn }) },
  },
  '4.6a': {
    role: 'LG',
    due: afterSignature(cd(90)),
    escalation: 'E2',
    options: { committed: to('4.6b'), partly: back('4.6a', { limit: again, then: { to: ['4.6b'] } }) },
  },
  '4.6b': {
    role: 'FO',
    due: afterSignature(cd(90)),
    escalation: 'E1',
    options: { confirmed: to('4.9'), partly: back('4.6a', { limit: again, then: goesOn }) },
  },
  '4.7': { role: 'LC', due: afterSignature(cd(60)), escalation: 'E1', options: { granted: to('4.9') } },
  '4.8a': { role: 'PM', due: afterSignature(cd(120)), escalation: 'E1', options: { approved: to('4.8b') } },
  '4.8b': {
    role: 'LG',
    due: afterSignature(cd(120)),
    escalation: 'E2',
    options: { approved: to('4.9'), changes: back('4.8a', { limit: again, then: goesOn }) },
  },
  '4.9': {
    role: 'SO',
    due: within(wd(10)),
    escalation: 'E1',
    options: {
      ready: to('4.10a', '4.10b'),
      ready_with_minor_points: to('4.10a', '4.10b'),
      not_ready: back('4.9', { limit: 2, then: { to: ['4.10a', '4.10b'] } }),
    },
  },
  '4.10a': {
    role: 'PD',
    due: within(wd(5)),
    escalation: 'E1',
    options: {
      go: to('4.11a'),
      postpone: back('4.9', { limit: 2, then: { end: 'lapsed', code: 'LAT' } }),
      stop: end('lapsed', ['PLN', 'FIN', 'GOV', 'LEG', 'FMJ']),
    },
  },
  '4.10b': {
    role: 'LG',
    due: within(wd(5)),
    escalation: 'E2',
    options: {
      go: to('4.11a'),
      postpone: back('4.9', { limit: 2, then: { end: 'lapsed', code: 'LAT' } }),
      stop: end('lapsed', ['PLN', 'FIN', 'GOV', 'LEG', 'FMJ']),
    },
  },
  '4.11a': {
    role: 'LG',
    due: afterSignature(cd(180)),
    escalation: 'E2',
    options: { held: to('4.11b'), held_online: to('4.11b'), skipped: to('4.11b') },
  },
  '4.11b': {
    role: 'AS',
    due: afterSignature(cd(180)),
    escalation: 'E1',
    options: { handed_over: to('4.12a') },
    documents: ['launch_record'],
  },
  '4.12a': { role: 'PM', due: within(wd(2)), escalation: 'E1', options: { active: to('4.12b') } },
  '4.12b': {
    role: 'PD',
    due: within(wd(2)),
    escalation: 'E1',
    options: { confirm: done('yearly_review'), return: back('4.12a', { limit: 1 }) },
  },
})

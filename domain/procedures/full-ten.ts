import type { OptionRule } from '../procedure.js'
import { cd, clocked, coded, end, stepsOf, to, wd, within, back } from './build.js'

const settles: OptionRule = { leads: { settles: 'matter' } }

/**
 * Where the waiting list keeps a base (8.3): nobody decides here. The programme offers a freed slot in the order of the
 * list, or the entry ends 24 months after the base came onto it.
 */
const waitingSteps = stepsOf('due_diligence', {
  '2.10w': {
    role: 'PD',
    due: { from: 'first', days: cd(730) },
    escalation: 'E5',
    options: { offer: clocked(to('2.10o')), window_closed: clocked(end('removed', ['QUO', 'CAP'])) },
    silence: 'window_closed',
  },
  // A place that lets an offer pass keeps its entry once; the slot is offered to the next at once.
  '2.10o': {
    role: 'LG',
    due: within(wd(20)),
    escalation: 'E5',
    options: {
      accept: back('2.10', { limit: 2 }),
      not_now: back('2.10w', { limit: 1, then: { end: 'removed', code: 'WDR' } }),
      window_closed: clocked(back('2.10w', { limit: 1, then: { end: 'removed', code: 'LAT' } })),
    },
    silence: 'window_closed',
  },
})

/** 8.2: two-thirds of the committee let the caps not count for a base, with the reasons they were asked for. */
const waiverSteps = stepsOf('nomination', {
  '8.2a': {
    role: 'CM',
    due: within(wd(30)),
    escalation: 'E4',
    matter: 'cap_waiver',
    notByRaiser: true,
    decides: { by: 'votes', seats: 9, quorum: 6, twoThirds: ['waive'], otherwise: 'keep' },
    options: { waive: coded(settles, 'CAP'), keep: settles },
  },
})

/** R5, 4.11: the board prolongs a reservation that ran out, or lets it lapse; without a majority to prolong it lapses. */
const reservationSteps = stepsOf('memorandum', {
  R5: {
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    matter: 'reservation',
    decides: { by: 'votes', seats: 3, quorum: 2, twoThirds: [], otherwise: 'lapse' },
    options: { prolong: settles, lapse: end('lapsed', ['LAT', 'GOV', 'TXT', 'FMJ']) },
  },
})

/** The ten: waiting list, waiver of the caps, time of a reservation. */
export const tenSteps = { ...waitingSteps, ...waiverSteps, ...reservationSteps }

import { asked } from '../asked.js'
import { offerLetter } from './letters.js'
import { slotAnswer } from './slots-forms.js'
import { cd, clocked, coded, end, onceMore, onward, stepsOf, wd, within } from '../telling.js'

/**
 * Where the waiting list keeps a base (8.3): nobody decides here. The programme offers a freed slot in the order of the
 * list, or the entry ends 24 months after the base came onto it.
 */
export const waitingSteps = stepsOf('due_diligence', {
  '2.10w': {
    name: 'slot_waiting',
    means: 'slot_waiting',
    title: { en: 'Wait on the list for a freed slot', 'zh-CN': '候补等待空出名额' },
    role: 'PD',
    due: { from: 'first', days: cd(730) },
    escalation: 'E5',
    options: { offer: clocked(onward), window_closed: clocked(end('removed', ['QUO', 'CAP'])) },
    silence: 'window_closed',
    labels: { window_closed: { en: 'Time on the waiting list ended', 'zh-CN': '候补期届满' } },
  },
  // A place that lets an offer pass keeps its entry once; the slot is offered to the next at once.
  '2.10o': {
    name: 'slot_offer',
    means: 'slot_offer',
    title: { en: 'Answer the offer of a freed slot', 'zh-CN': '答复空出名额征询' },
    asks: asked(['say whether you accept the free place', '答复是否接受空出的名额'], { letter: offerLetter }),
    role: 'LG',
    due: within(wd(20)),
    escalation: 'E5',
    options: {
      accept: onceMore('2.10', { limit: 2 }),
      not_now: onceMore('2.10w', { limit: 1, then: { end: 'removed', code: 'WDR' } }),
      window_closed: clocked(onceMore('2.10w', { limit: 1, then: { end: 'removed', code: 'LAT' } })),
    },
    silence: 'window_closed',
    labels: {
      accept: { en: 'Accept the slot', 'zh-CN': '接受名额' },
      not_now: { en: 'Let this slot pass', 'zh-CN': '本次放弃' },
      window_closed: { en: 'The offer has lapsed', 'zh-CN': '答复期届满' },
    },
    rests: ['2.10w'],
    form: slotAnswer,
  },
})

/** 8.2: two-thirds of the committee let the caps not count for a base, with the reasons they were asked for. */
export const waiverSteps = stepsOf('nomination', {
  '8.2a': {
    name: 'cap_waiver',
    title: { en: 'Decide on the waiver of the caps', 'zh-CN': '审议名额上限豁免' },
    role: 'CM',
    due: within(wd(30)),
    escalation: 'E4',
    matter: 'cap_waiver',
    notByRaiser: true,
    decides: { by: 'votes', seats: 9, quorum: 6, twoThirds: ['waive'], otherwise: 'keep' },
    options: { waive: coded(onward, 'CAP'), keep: onward },
    labels: { keep: { en: 'Do not waive', 'zh-CN': '不予豁免' } },
    duties: ['vote'],
    begins: true,
  },
})

/** R5, 4.11: the board prolongs a reservation that ran out, or lets it lapse; without a majority to prolong it lapses. */
export const reservationSteps = stepsOf('memorandum', {
  R5: {
    name: 'reservation',
    title: { en: 'Prolong the reservation or let it lapse', 'zh-CN': '审议名额保留延期或失效' },
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    matter: 'reservation',
    decides: { by: 'votes', seats: 3, quorum: 2, twoThirds: [], otherwise: 'lapse' },
    options: { prolong: onward, lapse: end('lapsed', ['LAT', 'GOV', 'TXT', 'FMJ']) },
    duties: ['vote'],
    begins: true,
  },
})

import type { StepKey } from '../values/step-key.js'
import { steps } from '../gicc/steps.js'
import { letter } from './letter.js'
import { placeAndManager } from './readers.js'
import { isOpen } from './still-so.js'

/** Letters about the ten: an offer from the waiting list, and the time for which a slot is kept (8.3, R5). */
export const tenLetters = {
  slot_offered: letter({
    facts: ['step', 'key', 'role', 'dueAt'],
    on: {
      step_opened: ({ step, key, role, dueAt, also = [] }) =>
        isOffer(key) ? { roles: [role, ...also], facts: { step, key, role, dueAt } } : undefined,
    },
    stillSo: isOpen,
    asksToAct: true,
    words: {
      en: {
        subject: 'a slot is offered to you',
        opening:
          'A slot has become free, and the base named below is next on the waiting list. The slot is kept for it.',
        closing:
          'Without an answer by the date the slot goes to the next on the list. One offer may pass; a second one may not.',
      },
      'zh-CN': {
        subject: '空出名额征询',
        opening: '现有名额空出，下列基地为候补名单首位，名额已为其保留。',
        closing: '逾期未答复的，名额提供给下一候补。可放弃一次；再次放弃的，移出候补名单。',
      },
    },
  }),
  offer_lapsed: letter({
    facts: ['step', 'key'],
    on: {
      step_closed: ({ step, key, option }) =>
        isOffer(key) && option === 'window_closed' ? { roles: placeAndManager, facts: { step, key } } : undefined,
    },
    words: {
      en: {
        subject: 'the offer has lapsed',
        opening:
          'The offer of a slot was not answered in time and has lapsed. The slot goes to the next on the waiting list.',
        closing: 'If this was the first offer, the place on the waiting list is kept.',
      },
      'zh-CN': {
        subject: '名额征询逾期',
        opening: '空出名额的征询逾期未答复，名额提供给下一候补。',
        closing: '首次逾期的，候补资格予以保留。',
      },
    },
  }),
  reservation_ran_out: letter({
    facts: [],
    on: {
      matter_raised: ({ matter }) => (matter === 'reservation' ? { roles: placeAndManager, facts: {} } : undefined),
    },
    words: {
      en: {
        subject: 'the time of the reserved slot has run out',
        opening:
          'The time for which a slot was kept for the base named below has run out. The Board decides whether to prolong it.',
        closing: 'A signature, or after it the activation, settles the question as long as the Board has not decided.',
      },
      'zh-CN': {
        subject: '名额保留期满',
        opening: '下列基地的名额保留期已满，由理事会决定是否延期。',
        closing: '理事会作出决定前完成签署（签署后为正式启动）的，不再审议。',
      },
    },
  }),
  reservation_moved: letter({
    facts: ['until'],
    on: {
      reservation_moved: ({ cause, lapsesAt }) =>
        cause === 'prolonged' ? { roles: placeAndManager, facts: { until: lapsesAt } } : undefined,
    },
    datedBy: 'until',
    words: {
      en: {
        subject: 'the slot is kept longer',
        opening: 'The Board has prolonged the time for which a slot is kept for the base named below.',
        closing: 'When it runs out again the Board decides anew; without a decision to prolong the slot lapses.',
      },
      'zh-CN': {
        subject: '名额保留延期',
        opening: '理事会已延长下列基地的名额保留期。',
        closing: '再次期满时由理事会重新审议；未决定延期的，名额失效。',
      },
    },
  }),
}

/** The step that answers the offer of a slot: it is told with what it means to let it pass, and not as any other step. */
export const isOffer = (key: StepKey): boolean => steps[key]?.means === 'slot_offer'

import type { StepKey } from '../values/step-key.js'
import { steps } from '../gicc/steps.js'
import { letter } from './letter.js'
import { otherWords } from './other-words.js'
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
    ends: 'request',
    words: otherWords.slotOffered,
  }),
  offer_lapsed: letter({
    facts: ['step', 'key'],
    on: {
      step_closed: ({ step, key, option }) =>
        isOffer(key) && option === 'window_closed' ? { roles: placeAndManager, facts: { step, key } } : undefined,
    },
    words: otherWords.offerLapsed,
  }),
  reservation_ran_out: letter({
    facts: [],
    on: {
      matter_raised: ({ matter }) => (matter === 'reservation' ? { roles: placeAndManager, facts: {} } : undefined),
    },
    words: otherWords.reservationRanOut,
  }),
  reservation_moved: letter({
    facts: ['until'],
    on: {
      reservation_moved: ({ cause, lapsesAt }) =>
        cause === 'prolonged' ? { roles: placeAndManager, facts: { until: lapsesAt } } : undefined,
    },
    words: otherWords.reservationMoved,
  }),
}

/** The step that answers the offer of a slot: it is told with what it means to let it pass, and not as any other step. */
export const isOffer = (key: StepKey): boolean => steps[key]?.means === 'slot_offer'

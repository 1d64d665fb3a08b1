import type { TenEvent } from '../events/ten.js'
import { count, withFacts, type Evolvers } from './changes.js'

/** Waived caps, the time of a reservation, offers from the waiting list. */
export const tenEvolvers: Evolvers<TenEvent> = {
  caps_waived: (state) => count(withFacts(state, { capsWaived: true }), { effect: 'waive' }),
  reservation_moved: (state, { lapsesAt, cause }) => {
    const moved = withFacts(state, { slotUntil: lapsesAt })
    return cause === 'prolonged' ? count(moved, { effect: 'prolong' }) : moved
  },
  offer_received: (state, { offer }) => withFacts(state, { offer }),
}

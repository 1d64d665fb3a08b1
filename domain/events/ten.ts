import type { Instant } from '../ids.js'

/** The ten: waived caps, the time of a reservation, offers from the waiting list (8.1–8.3, R5). */
export type TenEvent =
  /** Two-thirds of the committee let the caps not count for this base (8.2). */
  | { readonly type: 'caps_waived' }
  /** The board prolonged the reservation, or its clock stood still in a hold or a freeze (R5). */
  | {
      readonly type: 'reservation_moved'
      readonly from: Instant
      readonly lapsesAt: Instant
      readonly cause: 'prolonged' | 'resume'
    }
  /** A freed slot is kept for this base until it has answered (8.3). */
  | { readonly type: 'offer_received'; readonly offer: string }

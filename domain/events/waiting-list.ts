import type { BaseId } from '../ids.js'
import type { Stand } from '../stand.js'

/** How an offer came to its end: the slot was taken, the base let it pass, left the list, or waits again. */
export const offerEnds = ['taken', 'passed', 'left', 'waits_again'] as const
export type OfferEnd = (typeof offerEnds)[number]

/** What the programme hears and decides about the ten and the waiting list (8.1, 8.3). */
export type ListEvent =
  /** Where a base stands after its entry `seq`, as it told the programme. */
  | { readonly type: 'base_stood'; readonly base: BaseId; readonly seq: number; readonly stand: Stand }
  | { readonly type: 'slot_offered'; readonly offer: string; readonly base: BaseId }
  | { readonly type: 'offer_accepted'; readonly offer: string; readonly base: BaseId }
  | { readonly type: 'offer_ended'; readonly offer: string; readonly base: BaseId; readonly how: OfferEnd }

import { reaches, type SeatAsked } from './seat.js'
import { isInForce } from './state.js'
import type { HeldMandate } from './values/mandate.js'

/** The mandate somebody acts with: the first in force that gives the role for this base, an own one before a lent one. */
export const mandateFor = (mandates: readonly HeldMandate[], asked: SeatAsked): HeldMandate | undefined => {
  const fitting = mandates.filter((mandate) => reaches(mandate, asked) && isInForce(mandate, asked.now))
  return fitting.find(({ delegation }) => delegation === undefined) ?? fitting[0]
}

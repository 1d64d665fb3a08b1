import type { AnyEvent } from './event.js'

/** Who did what an entry tells: a person, or the engine, since it follows from an act or from the clock. */
export const doers = ['person', 'engine'] as const
export type Doer = (typeof doers)[number]

/**
 * An act of a person says by whom it is. What says so of nobody was done by the engine, also where the ledger keeps with it whose
 * command it came from (8.13).
 */
export const doerOf = (event: AnyEvent): Doer => ('by' in event && event.by !== undefined ? 'person' : 'engine')

import type { Instant } from '../domain/ids.js'

/** The clock of this machine, to be handed to whoever works by one. */
export const machineClock = (): Date => new Date()

/** The instant at which it is asked, to the millisecond, in UTC. */
export const now = (): Instant => machineClock().toISOString()

/**
 * The end of a patience of so many milliseconds, as gRPC wants to be told it: an instant of this machine, in milliseconds
 * since 1970. For a wait of our own, `performance.now()` does better.
 */
export const deadlineIn = (milliseconds: number): number => machineClock().getTime() + milliseconds

import type { Instant } from '../domain/ids.js'

/** The workflow's own clock: Temporal replaces Date inside the sandbox, so this is the same instant on every replay. */
export const now = (): Instant => new Date().toISOString()

/** Milliseconds from now to an instant; 0 when it has come. */
export const millisecondsTo = (instant: Instant): number => Math.max(0, Date.parse(instant) - Date.now())

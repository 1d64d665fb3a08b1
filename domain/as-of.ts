import type { PlainDate } from './calendar-date.js'
import type { AnyEvent, Recorded } from './event.js'
import { evolve } from './evolve.js'
import type { BaseId, Instant } from './ids.js'
import { isBaseEvent } from './streams.js'
import { unborn, type BaseState } from './state.js'

/** The three times of an entry: when it happened, when it was written down, from when it counts. */
export const timeAxes = ['happened', 'recorded', 'effective'] as const
export type TimeAxis = (typeof timeAxes)[number]

/** A moment of the past, and by which of its times an entry is counted into it. */
export interface Moment {
  /** Entries of this very instant are in. */
  readonly at: Instant
  /** The same moment on the wall calendar of the programme, for dates that came on paper. */
  readonly on: PlainDate
  readonly by: TimeAxis
}

/** An entry of the ledger with all its times. */
export interface DatedEntry extends Recorded<AnyEvent> {
  readonly recordedAt: Instant
  /** The date of an act that came on paper (R16); without one an entry counts from when it happened. */
  readonly effectiveOn: string | null
}

/** Whether an entry belongs to what was so at a moment. Nothing assumes that one of the times lies before another. */
export const isWithin = (
  { occurredAt, recordedAt, effectiveOn }: Pick<DatedEntry, 'occurredAt' | 'recordedAt' | 'effectiveOn'>,
  { at, on, by }: Moment,
): boolean => {
  if (by === 'recorded') return recordedAt <= at
  return by === 'effective' && effectiveOn !== null ? effectiveOn <= on : occurredAt <= at
}

/**
 * Entries with the date of a paper on everything that came of it: the same command that makes it an act closes its step and
 * opens the next, and all of that counts from the day on the paper (R16).
 */
export const datedTogether = <E extends DatedEntry>(entries: readonly E[]): readonly E[] => {
  const dates = new Map(
    entries.flatMap(({ commandId, effectiveOn }) => (effectiveOn === null ? [] : [[commandId, effectiveOn] as const])),
  )
  if (dates.size === 0) return entries
  return entries.map((entry) => ({ ...entry, effectiveOn: entry.effectiveOn ?? dates.get(entry.commandId) ?? null }))
}

/**
 * The state of a base at a moment of its past, folded by the one `evolve` from the entries within it, in the order of the
 * ledger (14.25). An act on paper counts from its date, but never before what it was done on: without the opening of its step
 * it changes nothing.
 */
export const baseAsOf = (id: BaseId, { entries, moment }: Asked): BaseState =>
  entries.reduce((state, entry) => (isWithin(entry, moment) ? evolved(state, entry) : state), unborn(id))

interface Asked {
  readonly entries: readonly DatedEntry[]
  readonly moment: Moment
}

/** The state after one more entry; what a programme decided for itself changes no base. */
export const evolved = (state: BaseState, { event, ...entry }: Recorded<AnyEvent>): BaseState =>
  isBaseEvent(event) ? evolve(state, { ...entry, event }) : state

import { baseAsOf, evolved, isWithin, type DatedEntry, type Moment } from './as-of.js'
import { changesBetween, type StateChange } from './facets.js'
import type { BaseId } from './ids.js'
import { unborn, type BaseState } from './state.js'

/** A change and the entry that made it. */
export interface MadeChange<E extends DatedEntry> extends StateChange {
  readonly entry: E
}

export interface Diff<E extends DatedEntry> {
  readonly before: BaseState
  readonly after: BaseState
  readonly changes: readonly MadeChange<E>[]
}

/**
 * What changed between two moments and by which entry: the ledger up to the later one is folded, and each entry that was
 * not there at the earlier one answers for what it changed (8.13).
 */
export const diffBetween = <E extends DatedEntry>(base: BaseId, { entries, from, to, scoring }: Asked<E>): Diff<E> => {
  const changes: MadeChange<E>[] = []
  let after = unborn(base)
  for (const entry of entries) {
    if (!isWithin(entry, to)) continue
    const next = evolved(after, entry)
    if (!isWithin(entry, from))
      changes.push(...changesBetween(after, { after: next, scoring }).map((change) => ({ ...change, entry })))
    after = next
  }
  return { before: baseAsOf(base, { entries, moment: from }), after, changes }
}

interface Asked<E extends DatedEntry> {
  readonly entries: readonly E[]
  readonly from: Moment
  readonly to: Moment
  /** Sheets are weighed now, so that no score is shown. */
  readonly scoring: boolean
}

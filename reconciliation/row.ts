import type { AnyEvent, EventType, Recorded } from '../domain/event.js'
import type { DivergenceCode } from '../domain/divergence.js'

/** A row of a read model, as far as it follows from the entries alone. */
export interface FollowedRow {
  readonly code: DivergenceCode
  /** The row within its stream; absent where there is one only. */
  readonly subject?: string
  readonly holds: Readonly<Record<string, unknown>>
}
/** Rows by a name of theirs. */
export type Rows = ReadonlyMap<string, FollowedRow>
export type WitnessEntry = Recorded<AnyEvent>

/** The rows of one fold, and of nobody else. */
export type Changeable = Map<string, FollowedRow>

/** An entry as what follows it needs it. */
export interface FollowedEvent<T extends EventType> {
  readonly event: Extract<AnyEvent, { type: T }>
  readonly seq: number
  readonly at: string
}

/** How rows change by an event; of the many that change none there is nothing. */
export type Followers = { readonly [T in EventType]?: (rows: Changeable, followed: FollowedEvent<T>) => void }

/** Puts a row in its place. */
export const put = (rows: Changeable, { name, ...row }: FollowedRow & { readonly name: string }): void =>
  void rows.set(name, row)

/** Changes what a row holds; one that is not there stays so. */
export const change = (
  rows: Changeable,
  { name, to }: { readonly name: string; readonly to: (holds: FollowedRow['holds']) => FollowedRow['holds'] },
): void => {
  const row = rows.get(name)
  if (row !== undefined) rows.set(name, { ...row, holds: { ...row.holds, ...to(row.holds) } })
}

/** An instant as the database keeps it. */
export const atMilliseconds = (instant: string): string => new Date(instant).toISOString()

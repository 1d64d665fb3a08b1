import type { EventType } from '../domain/event.js'
import type { DivergenceCode } from '../domain/divergence.js'
import { exhibitFollowers } from './followed-exhibits.js'
import { paperFollowers } from './followed-papers.js'
import { registerFollowers } from './followed-register.js'
import { seatFollowers } from './followed-seats.js'
import { stepFollowers } from './followed-steps.js'
import { isSame } from './is-same.js'
import type { Changeable, WitnessEntry, FollowedEvent, FollowedRow, Followers, Rows } from './row.js'
import { defined } from '../domain/values/defined.js'

/**
 * What stages, steps, acts, slots, papers, exhibits, seats and the register must say after the entries of a stream. Written apart from the statements that write those
 * rows (`db/record/project.ts`), so that a mistake or a hand in one of the two shows. What a row owes to rules and calendars is not in it.
 * `before`: seats that were there before the first entry.
 */
export const followedRows = (entries: readonly WitnessEntry[], before: Rows = new Map()): Rows => {
  const rows = new Map<string, FollowedRow>(before)
  for (const { event, seq, occurredAt: at } of entries) follow(event.type, { rows, event, seq, at })
  return rows
}

const followers: Followers = {
  ...stepFollowers,
  ...paperFollowers,
  ...exhibitFollowers,
  ...seatFollowers,
  ...registerFollowers,
}

const follow = <T extends EventType>(
  type: T,
  { rows, ...followed }: FollowedEvent<T> & { readonly rows: Changeable },
): void => followers[type]?.(rows, followed)

/** Where rows are not those that follow: changed, gone, or there without an entry. */
export const differingRows = (
  followed: Rows,
  kept: Rows,
): readonly { readonly code: DivergenceCode; readonly subject?: string }[] =>
  [...new Set([...followed.keys(), ...kept.keys()])].flatMap((name) => {
    const [one, other] = [followed.get(name), kept.get(name)]
    const row = one ?? other
    if (row === undefined || isSame(one?.holds, other?.holds)) return []
    return [{ code: row.code, ...defined({ subject: row.subject }) }]
  })

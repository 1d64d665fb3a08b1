import type { BaseId, ProgrammeId } from '../domain/ids.js'
import { baseAfter, programmeAfter } from '../domain/carried.js'
import type { AnyEvent, Recorded } from '../domain/event.js'
import { unfounded, type ProgrammeState } from '../domain/programme/state.js'
import { unborn, type BaseState } from '../domain/state.js'

type Entries = readonly Recorded<AnyEvent>[]

interface Asked {
  /** All of a stream, in their order. */
  readonly entries: Entries
  readonly numbers: readonly number[]
}

/** The state of a base after so many of its entries, for each of some numbers; none for a number that is no entry's. */
export const baseAt = (base: BaseId, asked: Asked): ReadonlyMap<number, BaseState> =>
  folded(unborn(base), { ...asked, after: baseAfter })

/** The same of a programme. */
export const programmeAt = (programme: ProgrammeId, asked: Asked): ReadonlyMap<number, ProgrammeState> =>
  folded(unfounded(programme), { ...asked, after: programmeAfter })

const folded = <S extends { readonly seq: number }>(
  born: S,
  { entries, numbers, after }: Asked & { readonly after: (state: S, entries: Entries) => S },
): ReadonlyMap<number, S> => {
  const found = new Map<number, S>()
  let state = born
  for (const number of [...new Set(numbers)].toSorted((one, other) => one - other)) {
    const { seq: known } = state
    try {
      state = after(
        state,
        entries.filter(({ seq }) => seq > known && seq <= number),
      )
    } catch {
      // Entries that somebody rewrote may lead nowhere; that is told of what was begun from them, and stops nothing.
      return found
    }
    if (state.seq === number) found.set(number, state)
  }
  return found
}

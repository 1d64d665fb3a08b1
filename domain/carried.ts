import { evolved } from './as-of.js'
import type { AnyEvent, Recorded } from './event.js'
import type { BaseId, CommandId, ProgrammeId } from './ids.js'
import { evolveProgramme } from './programme/evolve.js'
import { unfounded, type ProgrammeState } from './programme/state.js'
import { unborn, type BaseState } from './state.js'
import { isProgrammeEvent } from './streams.js'

/** How many handled command ids a run takes along (design 2); `record` answers for older ones. */
export const handledKept = 2000

/** What a run begins with: the state, and the newest ids of commands that were handled. Plain JSON. */
export interface CarriedOver<State> {
  readonly state: State
  readonly handled: readonly CommandId[]
}

type Entries = readonly Recorded<AnyEvent>[]

/**
 * What a base's workflow begins with where only the ledger is left of it: the state folded from all entries of its stream,
 * in their order, by the one `evolve`, and the ids of the last commands. The same as the run before would have carried on.
 */
export const baseCarried = (id: BaseId, entries: Entries): CarriedOver<BaseState> => ({
  state: entries.reduce(evolved, unborn(id)),
  handled: handledIn(entries),
})

/** The same for a programme's workflow. */
export const programmeCarried = (id: ProgrammeId, entries: Entries): CarriedOver<ProgrammeState> => ({
  state: entries.reduce(
    (state, { event, ...entry }) => (isProgrammeEvent(event) ? evolveProgramme(state, { ...entry, event }) : state),
    unfounded(id),
  ),
  handled: handledIn(entries),
})

/** The newest ids of the commands that some entries came of, each once: those a run takes along. */
export const handledIn = (entries: readonly Pick<Recorded<AnyEvent>, 'commandId'>[]): readonly CommandId[] =>
  [...new Set(entries.map(({ commandId }) => commandId))].slice(-handledKept)

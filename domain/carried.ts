import { evolved } from './as-of.js'
import type { AnyEvent, Recorded } from './event.js'
import type { BaseId, CommandId, ProgrammeId } from './ids.js'
import { evolveProgramme } from './programme/evolve.js'
import { unfounded, type ProgrammeState } from './programme/state.js'
import { unborn, type BaseState } from './state.js'
import { isProgrammeEvent } from './streams.js'

/** How many handled command ids a run takes along; `record` answers for older ones. */
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
  state: baseAfter(unborn(id), entries),
  handled: handledIn(entries),
})

/** The same for a programme's workflow. */
export const programmeCarried = (id: ProgrammeId, entries: Entries): CarriedOver<ProgrammeState> => ({
  state: programmeAfter(unfounded(id), entries),
  handled: handledIn(entries),
})

/** The state of a base after some more entries of its stream, in their order. */
export const baseAfter = (state: BaseState, entries: Entries): BaseState => entries.reduce(evolved, state)

/** The same of a programme. */
export const programmeAfter = (state: ProgrammeState, entries: Entries): ProgrammeState =>
  entries.reduce(
    (before, { event, ...entry }) => (isProgrammeEvent(event) ? evolveProgramme(before, { ...entry, event }) : before),
    state,
  )

/** The newest ids of the commands that some entries came of, each once: those a run takes along. */
const handledIn = (entries: readonly Pick<Recorded<AnyEvent>, 'commandId'>[]): readonly CommandId[] =>
  [...new Set(entries.map(({ commandId }) => commandId))].slice(-handledKept)

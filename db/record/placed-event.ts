import type { EventOf, EventType } from '../../domain/event.js'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import type { BaseView } from '../../domain/record.js'

/** An event with its place in the ledger and what a read model needs to know of its surroundings. */
export interface Placed<T extends EventType> {
  readonly event: EventOf<T>
  readonly stream: string
  readonly programme: ProgrammeId
  readonly seq: number
  readonly at: Instant
  /** The base as it is after the record; absent for a programme's event. */
  readonly base: BaseView | undefined
  /** Number of the stage that was entered earlier in the same record, if one was. */
  readonly stageNo: number | undefined
}

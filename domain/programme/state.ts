import type { Instant, MandateId, PersonId, ProgrammeId } from '../ids.js'
import type { SessionMeeting } from '../values/session-meeting.js'
import type { ProposedSeats } from './proposed-seats.js'
import type { PublishingState } from './publishing.js'
import type { RecordsState } from './records.js'
import type { RegisterState } from './register.js'
import type { TenState } from './waiting-list.js'

export interface CallState {
  readonly state: 'proposed' | 'open' | 'put_off' | 'closed'
  readonly proposedBy: PersonId
  readonly windowEnds?: Instant
}

/** Who lent which own seat to whom, until when. */
export interface OpenDelegation {
  readonly delegator: PersonId
  readonly mandate: MandateId
  readonly to: PersonId
  readonly until: Instant
}

/** What is not one base's: calls and ranked sessions. Mandates are only recorded here, delegations until they end; they live in PostgreSQL. */
export interface ProgrammeState {
  readonly schemaVersion: 1
  readonly id: ProgrammeId
  readonly seq: number
  readonly calls: Readonly<Record<string, CallState>>
  /** Delegations that have not ended, so that their two people can end them (SD7). */
  readonly delegations?: Readonly<Record<MandateId, OpenDelegation>>
  /** The newest sessions, so that a name is not used twice. */
  readonly sessions: readonly string[]
  /** On which day each of them meets, where that is noted. */
  readonly meetings?: Readonly<Record<string, SessionMeeting>>
  /** Erasures and holds that two persons have begun; absent until there is one. */
  readonly records?: RecordsState
  /** Seats that wait for a second person; absent until some were proposed. */
  readonly seats?: ProposedSeats
  /** What administrators added; absent until there is something. */
  readonly register?: RegisterState
  /** Versions of the rules that were proposed or published here; absent until there is one. */
  readonly rules?: PublishingState
  /** The ten and the waiting list; absent until a base is heard of. */
  readonly ten?: TenState
  /** The entry that the last revival of its workflow began with; absent where there was none. */
  readonly revivedFrom?: number
}

/** A programme before its first event. */
export const unfounded = (id: ProgrammeId): ProgrammeState => ({
  schemaVersion: 1,
  id,
  seq: 0,
  calls: {},
  sessions: [],
})

/** The call that takes nominations now, if any. */
export const openCall = (
  state: ProgrammeState,
): { readonly call: string; readonly windowEnds: Instant } | undefined => {
  for (const [call, { state: stand, windowEnds }] of Object.entries(state.calls))
    if (stand === 'open' && windowEnds !== undefined) return { call, windowEnds }
  return undefined
}

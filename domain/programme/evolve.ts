import type { MandateGrant } from '../command.js'
import type { ProgrammeEvent, Recorded } from '../event.js'
import type { Instant } from '../ids.js'
import { evolveRecords, noRecords } from './records.js'
import type { CallState, ProgrammeState } from './state.js'
import { evolveTen, noTen } from './waiting-list.js'

/** Sessions are remembered this far back; an older name is found by the key in the database. */
const sessionsKept = 200

/** The next state of a programme after one recorded event. */
export const evolveProgramme = (
  state: ProgrammeState,
  { seq, event, occurredAt }: Recorded<ProgrammeEvent>,
): ProgrammeState => ({
  ...changed(state, { event, occurredAt }),
  seq,
})

const changed = (
  state: ProgrammeState,
  { event, occurredAt }: Pick<Recorded<ProgrammeEvent>, 'event' | 'occurredAt'>,
): ProgrammeState => {
  switch (event.type) {
    case 'call_proposed':
      return { ...state, calls: { ...state.calls, [event.call]: { state: 'proposed', proposedBy: event.by.person } } }
    case 'call_opened':
      return changeCall(state, { id: event.call, state: 'open', windowEnds: event.windowEnds })
    case 'call_put_off':
      return changeCall(state, { id: event.call, state: 'put_off' })
    case 'call_closed':
      return changeCall(state, { id: event.call, state: 'closed' })
    case 'session_convened':
      return { ...state, sessions: [...state.sessions, event.session].slice(-sessionsKept) }
    case 'base_stood':
    case 'slot_offered':
    case 'offer_accepted':
    case 'offer_ended':
      return { ...state, ten: evolveTen(state.ten ?? noTen, event) }
    case 'erasure_requested':
    case 'person_erased':
    case 'hold_requested':
    case 'records_held':
    case 'release_requested':
    case 'records_released':
      return { ...state, records: evolveRecords(state.records ?? noRecords, event) }
    case 'programme_revived':
      return { ...state, revivedFrom: event.from }
    case 'mandates_granted':
    case 'mandate_revoked':
      return state
    case 'seat_delegated':
      return delegated(state, { mandate: event.mandate, now: occurredAt })
    case 'delegation_ended': {
      const { [event.delegation]: _, ...delegations } = state.delegations ?? {}
      return { ...state, delegations }
    }
  }
}

/** Those that have run out are forgotten when the next one comes, so that the state stays small. */
const delegated = (
  state: ProgrammeState,
  { mandate, now }: { mandate: MandateGrant; now: Instant },
): ProgrammeState => {
  const { id, person: to, until, delegation } = mandate
  if (delegation === undefined || until === undefined) return state
  const running = Object.entries(state.delegations ?? {}).filter(([, one]) => one.until > now)
  const { delegator, mandate: lent } = delegation
  return {
    ...state,
    delegations: { ...Object.fromEntries(running), [id]: { delegator, mandate: lent, to, until } },
  }
}

const changeCall = (state: ProgrammeState, { id, ...change }: Partial<CallState> & { id: string }): ProgrammeState => {
  const call = state.calls[id]
  return call === undefined ? state : { ...state, calls: { ...state.calls, [id]: { ...call, ...change } } }
}

import type { MandateGrant } from '../values/mandate.js'
import type { ProgrammeEvent, Recorded } from '../event.js'
import type { Instant } from '../ids.js'
import type { SessionMeeting } from '../values/session-meeting.js'
import { withoutSeats } from './founding.js'
import { evolveProposals } from './proposals.js'
import { evolveRecords, noRecords } from './records.js'
import { evolveRegister, noRegister, withKnown } from './register.js'
import type { CallState, ProgrammeState } from './state.js'
import { evolveTen, noTen } from './waiting-list.js'

/** Sessions are remembered this far back; an older name is found by the key in the database. */
const sessionsKept = 200

/** The next state of a programme after one recorded event. */
export const evolveProgramme = (
  state: ProgrammeState,
  { seq, event, occurredAt }: Recorded<ProgrammeEvent>,
): ProgrammeState => ({
  ...changed(state, { seq, event, occurredAt }),
  seq,
})

const changed = (
  state: ProgrammeState,
  { seq, event, occurredAt }: Pick<Recorded<ProgrammeEvent>, 'seq' | 'event' | 'occurredAt'>,
): ProgrammeState => {
  switch (event.type) {
    case 'call_proposed':
      return { ...state, calls: { ...state.calls, [event.call]: { state: 'proposed', proposedBy: event.by.person } } }
    case 'call_opened':
    case 'call_put_off':
    case 'call_closed':
      return callAfter(state, event)
    case 'session_convened':
    case 'session_moved':
      return metOn(event.type === 'session_convened' ? convened(state, event) : state, event)
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
      return { ...state, records: evolveRecords(state.records ?? noRecords, { event, seq }) }
    case 'register_added':
    case 'correction_asked':
    case 'register_corrected':
      return { ...state, register: evolveRegister(state.register ?? noRegister, { event, seq }) }
    case 'rules_proposed':
    case 'rules_confirmed':
    case 'proposal_withdrawn':
      return evolveProposals(state, { event, seq })
    case 'programme_revived':
      return { ...state, revivedFrom: event.from }
    case 'programme_founded':
      return { ...state, register: withKnown(state.register ?? noRegister, event.organisation) }
    case 'seats_proposed':
    case 'mandates_granted':
      return { ...state, ...seatsAfter(state, { event, seq }) }
    case 'session_noted':
    case 'founder_seated':
    case 'mandate_revoked':
      return state
    case 'seat_delegated':
    case 'delegation_ended':
      return lentAfter(state, { event, now: occurredAt })
  }
}

const callAfter = (
  state: ProgrammeState,
  event: Extract<ProgrammeEvent, { type: 'call_opened' | 'call_put_off' | 'call_closed' }>,
): ProgrammeState =>
  event.type === 'call_opened'
    ? changeCall(state, { id: event.call, state: 'open', windowEnds: event.windowEnds })
    : changeCall(state, { id: event.call, state: event.type === 'call_closed' ? 'closed' : 'put_off' })

const convened = (
  state: ProgrammeState,
  event: Extract<ProgrammeEvent, { type: 'session_convened' }>,
): ProgrammeState => ({ ...state, sessions: [...state.sessions, event.session].slice(-sessionsKept) })

/** Days of sessions that are remembered no longer are forgotten with them. */
const metOn = (
  { meetings = {}, ...state }: ProgrammeState,
  { session, meets }: { readonly session: string; readonly meets?: SessionMeeting },
): ProgrammeState => {
  const noted = meets === undefined ? meetings : { ...meetings, [session]: meets }
  const kept = Object.entries(noted).filter(([name]) => state.sessions.includes(name))
  return kept.length === 0 ? state : { ...state, meetings: Object.fromEntries(kept) }
}

/** What waits once some were proposed, or given; seats that one person gave alone, before, had not waited. */
const seatsAfter = (
  { seats }: ProgrammeState,
  {
    event,
    seq,
  }: {
    readonly event: Extract<ProgrammeEvent, { type: 'seats_proposed' | 'mandates_granted' }>
    readonly seq: number
  },
): Pick<ProgrammeState, 'seats'> => {
  if (event.type === 'seats_proposed') {
    const { proposal, mandates, paper, by } = event
    return { seats: { ...seats, [proposal]: { mandates, paper, by: by.person, seq } } }
  }
  return event.proposal === undefined ? {} : { seats: withoutSeats(seats, event.proposal) }
}

const lentAfter = (
  state: ProgrammeState,
  {
    event,
    now,
  }: {
    readonly event: Extract<ProgrammeEvent, { type: 'seat_delegated' | 'delegation_ended' }>
    readonly now: Instant
  },
): ProgrammeState =>
  event.type === 'seat_delegated'
    ? delegated(state, { mandate: event.mandate, now })
    : givenBack(state, event.delegation)

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

const givenBack = (state: ProgrammeState, delegation: string): ProgrammeState => {
  const { [delegation]: _, ...delegations } = state.delegations ?? {}
  return { ...state, delegations }
}

const changeCall = (state: ProgrammeState, { id, ...change }: Partial<CallState> & { id: string }): ProgrammeState => {
  const call = state.calls[id]
  return call === undefined ? state : { ...state, calls: { ...state.calls, [id]: { ...call, ...change } } }
}

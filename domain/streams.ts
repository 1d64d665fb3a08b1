import type { AnyEvent, BaseEvent, ProgrammeEvent } from './event.js'

const programmeEvents: Record<ProgrammeEvent['type'], true> = {
  call_proposed: true,
  call_opened: true,
  call_put_off: true,
  call_closed: true,
  session_convened: true,
  session_moved: true,
  session_noted: true,
  base_stood: true,
  slot_offered: true,
  offer_accepted: true,
  offer_ended: true,
  mandates_granted: true,
  mandate_revoked: true,
  seat_delegated: true,
  delegation_ended: true,
  erasure_requested: true,
  person_erased: true,
  hold_requested: true,
  records_held: true,
  release_requested: true,
  records_released: true,
  programme_founded: true,
  founder_seated: true,
  seats_proposed: true,
  register_added: true,
  correction_asked: true,
  register_corrected: true,
  rules_proposed: true,
  rules_confirmed: true,
  proposal_withdrawn: true,
  programme_revived: true,
}

/** A stream holds the events of one base or of one programme; the ledger's type is wider than one stream. */
export const isProgrammeEvent = (event: AnyEvent): event is ProgrammeEvent => event.type in programmeEvents
/** The other kind of stream. */
export const isBaseEvent = (event: AnyEvent): event is BaseEvent => !isProgrammeEvent(event)

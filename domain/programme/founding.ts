import type { ConfirmSeats, FoundProgramme } from '../commands/founding.js'
import type { GrantMandates } from '../command.js'
import type { ProgrammeEvent } from '../event.js'
import type { FoundingEvent } from '../events/founding.js'
import type { PersonId } from '../ids.js'
import type { Refusal } from '../refusal.js'
import type { By } from '../values/by.js'
import type { HeldMandate, MandateGrant } from '../values/mandate.js'
import { seatAstray, seatBeside } from '../seat.js'
import { notAsRead } from '../second-person.js'
import type { ProposedSeats } from './proposed-seats.js'
import type { ProgrammeState } from './state.js'

/** Why these people found no programme: it takes two, and one person under two names is one. */
export const foundersFault = (founders: readonly PersonId[]): Refusal | undefined => {
  const different = new Set(founders).size
  return founders.length === 2 && different === 2 ? undefined : { code: 'founders_not_two', detail: { got: different } }
}

/** A programme begins once, with two founders: what has an entry stands. */
export const judgeFound = (
  { id, seq }: { readonly id: string; readonly seq: number },
  { label, procedure, organisation, seats }: FoundProgramme,
): readonly FoundingEvent[] | Refusal => {
  const founders = seats.map(({ person }) => person)
  if (seq > 0) return { code: 'programme_stands', detail: { programme: id } }
  return (
    foundersFault(founders) ??
    seats.map((seat) => seatAstray(seat, id)).find((no) => no !== undefined) ?? [
      { type: 'programme_founded', label, procedure, organisation, founders },
      ...seats.map((seat) => ({ type: 'founder_seated', seat }) as const),
    ]
  )
}

/** One person proposes seats on a paper; nobody proposes one for himself or herself, nor one that reaches no base of the programme. */
export const proposedBy = (
  { id: programme, seats = {} }: Pick<ProgrammeState, 'id' | 'seats'>,
  { command: { mandates, paper, proposal }, by }: { readonly command: GrantMandates; readonly by: By },
): ProgrammeEvent | Refusal => {
  if (isAmong(mandates, by)) return toOneself(by)
  const astray = mandates
    .map((grant) => seatAstray(grant, programme) ?? endsTooSoon(grant))
    .find((no) => no !== undefined)
  if (astray !== undefined) return astray
  // As commands were before two persons were asked; the API has sent none of them since.
  if (proposal === undefined) return { type: 'mandates_granted', mandates, by }
  if (paper === undefined) return { code: 'appointment_paper_missing', detail: { rule: 'SD10' } }
  const beside = seatsBeside(mandates)
  if (beside !== undefined) return beside
  return Object.hasOwn(seats, proposal)
    ? { code: 'proposal_exists', detail: { proposal } }
    : { type: 'seats_proposed', proposal, mandates, paper, by }
}

/** Of seats to be given, the first that stands against another of them, or against one its person holds already (E2). */
export const seatsBeside = (
  mandates: readonly MandateGrant[],
  heldBy: (person: PersonId) => readonly HeldMandate[] = () => [],
): Refusal | undefined =>
  mandates
    .map((grant, index) => {
      const given = mandates.slice(0, index).filter(({ person }) => person === grant.person)
      return seatBeside(grant, [...heldBy(grant.person), ...given])
    })
    .find((no) => no !== undefined)

/** A seat that would never be in force. */
const endsTooSoon = ({ from, until }: Pick<MandateGrant, 'from' | 'until'>): Refusal | undefined =>
  until === undefined || until > from ? undefined : { code: 'seat_ends_too_soon', detail: { rule: '4', from, until } }

/** Another person confirms them: neither who proposed them nor who gets one. */
export const confirmedBy = (
  seats: ProposedSeats,
  { command: { type: step, proposal, seq }, by }: { readonly command: ConfirmSeats; readonly by: By },
): ProgrammeEvent | Refusal => {
  const found = Object.hasOwn(seats, proposal) ? seats[proposal] : undefined
  if (found === undefined) return { code: 'no_proposal', detail: { proposal } }
  const unread = notAsRead(found, { by, step, seq })
  if (unread !== undefined) return unread
  const { mandates, paper } = found
  return isAmong(mandates, by)
    ? toOneself(by)
    : { type: 'mandates_granted', mandates, proposal, paper, proposedBy: found.by, by }
}

/** Without seats that waited. */
export const withoutSeats = (seats: ProposedSeats = {}, proposal: string): ProposedSeats => {
  const { [proposal]: _, ...others } = seats
  return others
}

const isAmong = (mandates: readonly MandateGrant[], { person }: By): boolean =>
  mandates.some((mandate) => mandate.person === person)

const toOneself = ({ person }: By): Refusal => ({ code: 'grant_to_oneself', detail: { rule: 'SD10', person } })

import type { AnyEvent, EventOf } from './event.js'
import type { Instant, PersonId } from './ids.js'
import type { Role } from './role.js'
import type { Option, StepId, StepKey } from './values/step-key.js'

/** An entry of the ledger of a base that was ranked in a session. */
export interface SessionEntry {
  readonly at: Instant
  readonly event: AnyEvent
}

/** The kinds of entry that say what a session made of a base. */
export const sessionRowEntries = [
  'ranked',
  'step_opened',
  'step_acted',
  'step_recused',
  'substitutes_drawn',
  'deadline_moved',
  'step_closed',
  'step_voided',
] as const

/** Somebody who was there, from the act that shows it: a vote cannot be cast by anybody who is not. */
export interface SessionPresence {
  readonly person: PersonId | null
  readonly role: Role | null
  readonly at: Instant
  readonly option: Option
}

/** Whoever stepped aside, and since when the interest was declared. */
export interface SteppedAside {
  readonly person: PersonId
  readonly at: Instant
}

/** What became of a base in a session: `waiting` for its turn, open before the body, decided, or decided and voided since. */
export const sessionRowStatuses = ['waiting', 'open', 'decided', 'voided'] as const
export interface SessionRow {
  readonly status: (typeof sessionRowStatuses)[number]
  readonly step?: StepId
  readonly key?: StepKey
  readonly form: 'meeting' | 'written'
  /** How often the body was convened on it: once, and again for want of a quorum (E4). */
  readonly convened: number
  readonly seats: number
  /** The votes that count, oldest first. */
  readonly present: readonly SessionPresence[]
  readonly recused: readonly SteppedAside[]
  readonly substitutes: readonly PersonId[]
  readonly result?: { readonly option: Option; readonly at: Instant; readonly how: EventOf<'step_closed'>['how'] }
}

const unopened: SessionRow = {
  status: 'waiting',
  form: 'meeting',
  convened: 1,
  seats: 0,
  present: [],
  recused: [],
  substitutes: [],
}

/** What a session made of one base: its rank, and the visit that the rank opened, as far as the ledger has come (1.10, 8.4). */
export const sessionRowOf = (
  entries: readonly SessionEntry[],
  { session, keys }: { readonly session: string; readonly keys: readonly StepKey[] },
): SessionRow => {
  const ranked = entries.findIndex(({ event }) => event.type === 'ranked' && event.session === session)
  const later = ranked < 0 ? [] : entries.slice(ranked + 1)
  const next = later.findIndex(({ event }) => event.type === 'ranked')
  return (next < 0 ? later : later.slice(0, next)).reduce<SessionRow>(
    (row, entry) => after(row, { ...entry, keys }),
    unopened,
  )
}

const after = (
  row: SessionRow,
  { at, event, keys }: SessionEntry & { readonly keys: readonly StepKey[] },
): SessionRow => {
  if (event.type === 'step_opened')
    // The first visit is the session's; what is asked again later, after redress, is not.
    return row.step === undefined && keys.includes(event.key)
      ? { ...row, status: 'open', step: event.step, key: event.key, seats: event.seats }
      : row
  if (row.step === undefined || !('step' in event) || event.step !== row.step) return row
  if (event.type === 'step_acted') return voted(row, { at, event })
  if (event.type === 'step_recused') {
    const { person } = event
    const present = row.present.filter((one) => one.person !== person)
    return { ...row, present, recused: [...row.recused, { person, at }] }
  }
  if (event.type === 'substitutes_drawn') return { ...row, substitutes: [...row.substitutes, ...event.drawn] }
  if (event.type === 'deadline_moved') return convenedAgain(row, event.cause)
  if (event.type === 'step_closed')
    return { ...row, status: 'decided', result: { option: event.option, at, how: event.how } }
  return event.type === 'step_voided' ? { ...row, status: 'voided' } : row
}

/** A vote counts once for each person, by the last act. */
const voted = (
  row: SessionRow,
  { at, event: { by, option } }: { readonly at: Instant; readonly event: EventOf<'step_acted'> },
): SessionRow => {
  const { person, role } = by
  const others = row.present.filter((one) => one.person === null || one.person !== person)
  return { ...row, present: [...others, { person, role, at, option }] }
}

const convenedAgain = (row: SessionRow, cause: EventOf<'deadline_moved'>['cause']): SessionRow => {
  if (cause === 'written') return { ...row, form: 'written' }
  return cause === 'reconvene' ? { ...row, form: 'meeting', convened: row.convened + 1 } : row
}

/** How many of the votes that count were for each option. */
export const votesIn = ({ present }: Pick<SessionRow, 'present'>): Readonly<Record<Option, number>> =>
  Object.fromEntries(
    [...new Set(present.map(({ option }) => option))].map((option) => [
      option,
      present.filter((one) => one.option === option).length,
    ]),
  )

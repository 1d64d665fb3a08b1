import type { DocumentKind } from '../document-kind.js'
import { programmeOfBase, type Instant, type PersonId } from '../ids.js'
import { broughtForm, judgesInBody, readsEverything, withoutVotes } from './matrix.js'
import { roleCodes, roles, type Role } from '../role.js'
import { isInForce } from '../state.js'
import { isFor, seatAcross } from '../seat.js'
import type { HeldMandate } from '../values/mandate.js'
import { sightForms, type SightForm } from './sight-form.js'
import type { SightThing } from './thing.js'

/** Who looks: every seat somebody was given or lent, ended ones too, and the bases of declared interests. */
export interface SightReader {
  readonly person: PersonId
  readonly seats: readonly SeatSeen[]
  readonly interests: readonly string[]
}

export type SeatSeen = Pick<HeldMandate, 'role' | 'base' | 'from' | 'until' | 'delegation'> & {
  readonly programme: string
}

/**
 * When it is looked at, and what past it is asked of. Who may see follows from the seats of now, of the past as of the
 * present: a seat that was held then shows nothing of then.
 */
export interface SightMoment {
  readonly now: Instant
  readonly asOf?: Instant
}

/**
 * In which form somebody may see a thing at a moment: the one place that decides it (8.12). A declared interest closes the
 * base whatever is held (SD5); else each seat in force that reaches the thing gives its form, and the widest counts.
 */
export const seenAs = (reader: SightReader, { thing, moment: { now } }: LookedAt): SightForm => {
  if (reader.interests.includes(thing.of)) return 'none'
  if (thing.kind === 'command' && thing.person === reader.person) return 'whole'
  const seats = reader.seats.filter(
    (seat) => isInForce(seat, now) && reaches(seat, thing.of) && !isIdle(seat, { seats: reader.seats, now }),
  )
  const forms = seats.map((seat) => formFor(seat, { thing, person: reader.person }))
  return sightForms.toReversed().find((form) => forms.includes(form)) ?? 'none'
}

/** What is looked at, and when. */
export interface LookedAt {
  readonly thing: SightThing
  readonly moment: SightMoment
}

/** The seat is of this base, or of its whole programme: a base of another programme is none of its, even where the seat names it. */
const reaches = (seat: SeatSeen, of: string): boolean => seat.programme === programmeOfBase(of) && isFor(seat, of)

/** Whoever sits for a place sees by no seat that was lent on the other side (SD10). */
const isIdle = (
  { role, programme, delegation }: SeatSeen,
  { seats, now }: { readonly seats: readonly SeatSeen[]; readonly now: Instant },
): boolean =>
  delegation !== undefined &&
  seatAcross({ role, isLent: true }, { held: seats.filter((one) => isOwnOf(one, { programme, now })), now }) !==
    undefined

const isOwnOf = (seat: SeatSeen, { programme, now }: { readonly programme: string; readonly now: Instant }): boolean =>
  seat.programme === programme && seat.delegation === undefined && isInForce(seat, now)

const formFor = (seat: SeatSeen, { thing, person }: { thing: SightThing; person: PersonId }): SightForm => {
  if (thing.kind === 'act' && thing.act === 'vote' && thing.person !== person && withoutVotes.includes(seat.role))
    return 'masked'
  if (thing.kind === 'act' && thing.person !== person && thing.isSealed)
    return thing.act === 'vote' && secretariat.includes(seat.role) ? 'whole' : 'masked'
  if (isBeyondSteps(seat, { thing, person })) return thing.kind === 'act' ? 'masked' : 'none'
  if (thing.kind === 'exhibit' || thing.kind === 'answer')
    return broughtForm({ role: seat.role, person, isForSteps: isForSteps(seat) }, thing)
  if (thing.kind === 'negotiated') return when(thing.isSent || roles[seat.role].side === thing.side)
  const ofScreening = screeningForm(seat, { thing, person })
  if (ofScreening !== undefined) return ofScreening
  return roles[seat.role].side === 'programme' ? forProgramme(seat, thing) : forPlace(thing, person)
}

/**
 * What says what a screening came to is for whoever is told a verdict: by the row of what compliance alone reads, before and after
 * (1.6). Others see that there was a screening, and not that something is examined. Undefined: the thing says nothing of that.
 */
const screeningForm = (
  { role }: SeatSeen,
  { thing, person }: { readonly thing: SightThing; readonly person: PersonId },
): SightForm | undefined => {
  if (!('screening' in thing) || thing.screening === undefined) return undefined
  if (thing.kind === 'act' && thing.person === person) return 'whole'
  const told = broughtForm({ role, person }, { readers: 'CPL', person: null, isDecided: undefined, tasks: [] })
  if (told !== 'none') return 'whole'
  return thing.kind === 'step' ? 'none' : 'masked'
}

/** A seat that was lent for some steps alone: it shows what these need, and not the rest of what its role reads (SD7). */
const isForSteps = ({ delegation }: SeatSeen): boolean => delegation?.steps !== undefined

const notOfSteps: readonly SightThing['kind'][] = ['minutes', 'overview', 'command', 'record', 'witnesses', 'log']

/**
 * What no single step needs: how others voted and scored, who said what in a session, the confidential report where the role neither
 * examines nor votes, what others sent, whom somebody wrote to, and the programme as a whole.
 */
const isBeyondSteps = (seat: SeatSeen, { thing, person }: { thing: SightThing; person: PersonId }): boolean => {
  if (!isForSteps(seat)) return false
  const { kind } = thing
  if (kind === 'act') return thing.person !== person && (thing.act === 'vote' || thing.act === 'sheet')
  if (kind === 'interest' || kind === 'letter') return !isOwn(thing, person)
  if (kind === 'paper')
    return !isForPlace(thing.paper) && !(thing.paper === 'due_diligence_report' && judgesInBody(seat.role))
  return notOfSteps.includes(kind)
}

/** Who runs a meeting, and who examines it: they read single votes while a body still votes (8.4). */
export const secretariat: readonly Role[] = ['CH', 'CS', 'AU']

/**
 * Who may take the record as a file. Its entries stand under their hashes and so cannot be cut to somebody's eyes: it is for whom the
 * matrix shows everything that is brought, before and after each decision, and for nobody else.
 */
export const recordReaders: readonly Role[] = roleCodes.filter(readsEverything)

/** The body, its secretary, the Board and the auditor read what was said in a session, and nobody else of the programme (8.4). */
const minuteReaders: readonly Role[] = ['CM', 'CH', 'CS', 'BD', 'AU']

/** Who answers for the record, who examines it, and who keeps the house: they hear whether its two witnesses say the same. */
export const witnessReaders: readonly Role[] = ['AU', 'PM', 'PD', 'AD']
/** Who examines, who answers for the programme, and who keeps the house. */
export const logReaders: readonly Role[] = ['AU', 'PD', 'AD']

const forProgramme = ({ role, base, delegation }: SeatSeen, { kind }: SightThing): SightForm => {
  if (kind === 'record') return when(recordReaders.includes(role) && delegation === undefined)
  if (kind === 'witnesses') return when(witnessReaders.includes(role) && delegation === undefined)
  if (kind === 'log') return when(logReaders.includes(role) && delegation === undefined)
  if (kind === 'minutes') return when(minuteReaders.includes(role))
  if (kind === 'command' || kind === 'overview') return when(base === undefined)
  return 'whole'
}

const forPlace = (thing: SightThing, person: PersonId): SightForm => {
  switch (thing.kind) {
    case 'base':
    case 'step':
    case 'figures':
    case 'times':
      return 'whole'
    case 'outcome':
      return thing.act === 'rating' || thing.toldElsewhere === true ? 'masked' : 'whole'
    case 'act':
      return isOwn(thing, person) || thing.act === 'decision' ? 'whole' : 'masked'
    case 'paper':
      return when(isForPlace(thing.paper))
    case 'words':
      return when(isOwn(thing, person) || thing.sentBack === true)
    case 'name':
    case 'interest':
    case 'letter':
      return when(isOwn(thing, person))
    case 'points':
    case 'inner':
      return 'masked'
    // Asked before of the matrix of its own.
    case 'exhibit':
    case 'answer':
    case 'negotiated':
    case 'scan':
    case 'minutes':
    case 'command':
    case 'record':
    case 'witnesses':
    case 'log':
    case 'overview':
      return 'none'
  }
}

const when = (is: boolean): SightForm => (is ? 'whole' : 'none')

const isOwn = (of: Extract<SightThing, { person: unknown; side: unknown }>, person: PersonId): boolean =>
  of.side === 'partner' || of.person === person

/** Whether a paper is for the place: all but the due-diligence report, which is confidential, and minutes, which count votes. */
export const isForPlace = (paper: DocumentKind): boolean =>
  paper !== 'due_diligence_report' && paper !== 'session_minutes'

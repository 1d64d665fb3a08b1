import { capAgainst, type Rival } from '../caps.js'
import type { ListEvent, OfferEnd } from '../events/waiting-list.js'
import type { BaseId, ProgrammeId } from '../ids.js'
import type { ClaimRefusal, ClaimLimits, Claim } from '../claims.js'
import type { Stand } from '../stand.js'
import { defined } from '../values/defined.js'

type Holding = Extract<Stand, { is: 'holding' }>
type Listed = Extract<Stand, { is: 'waiting' | 'offered' | 'accepted' }>

/** An offer that is not answered, or accepted and before the board. */
export interface OpenOffer {
  readonly offer: string
  readonly state: 'open' | 'accepted'
}

/** What a programme knows of the ten: every base that holds a slot or waits for one, and the offers under way. */
export interface TenState {
  readonly stands: Readonly<Record<BaseId, Holding | Listed>>
  /** The last entry of a base that was heard, so that news overtaken by newer ones changes nothing. */
  readonly heard: Readonly<Record<BaseId, number>>
  readonly offers: Readonly<Record<BaseId, OpenOffer>>
  /** How many slots were freed so far; who let one pass is asked again when another one is freed. */
  readonly freed: number
  readonly passedAt: Readonly<Record<BaseId, number>>
  readonly made: number
}

/** A programme that has heard of no base. */
export const noTen: TenState = { stands: {}, heard: {}, offers: {}, freed: 0, passedAt: {}, made: 0 }

/** An entry of the waiting list with its place, 1 for who is next. */
export interface PlacedBase {
  readonly base: BaseId
  readonly place: number
  readonly stand: Listed
  /** The cap that stands against it now, if any: such an entry waits until that changes or is waived. */
  readonly against?: ClaimRefusal
  /** Let the last freed slot pass, and is asked again when another one is freed. */
  readonly passed: boolean
  readonly offer?: OpenOffer
}

/**
 * The waiting list in its order (8.3): who can be offered a slot before who cannot, then a category in which nobody holds a
 * slot before the others, then by score, then by the time of waiting; the id last, so that the order is the same whoever
 * reads it.
 */
export const waitingList = (ten: TenState, limits: ClaimLimits): readonly PlacedBase[] => {
  const entries = Object.entries(ten.stands).flatMap(([base, stand]) =>
    stand.is === 'holding' ? [] : [entryOf(ten, { base, stand, limits })],
  )
  return entries
    .toSorted((first, second) => {
      const [one, other] = [rankOf(ten, first), rankOf(ten, second)]
      const differs = one.findIndex((part, index) => part !== other[index])
      return (one[differs] ?? 0) < (other[differs] ?? 0) ? -1 : 1
    })
    .map((entry, index) => ({ ...entry, place: index + 1 }))
}

const entryOf = (
  ten: TenState,
  { base, stand, limits }: { base: BaseId; stand: Listed; limits: ClaimLimits },
): Omit<PlacedBase, 'place'> => {
  const rivals = rivalsOf(ten, base)
  const free = Math.max(0, limits.slots - rivals.length - 1)
  const against = capAgainst(stand.place, { rivals, limits, waived: stand.waived, free })
  const offer = ten.offers[base]
  return {
    base,
    stand,
    passed: ten.passedAt[base] === ten.freed,
    ...defined({ against, offer }),
  }
}

/** Places that count against a new holder: the holders, and those a slot is kept for. */
const rivalsOf = ({ stands, offers }: TenState, but: BaseId): readonly Rival[] =>
  Object.entries(stands).flatMap(([base, { is, place }]) =>
    base !== but && (is === 'holding' || offers[base] !== undefined) ? [{ base, ...place }] : [],
  )

const rankOf = (
  ten: TenState,
  { base, stand, against, passed }: Omit<PlacedBase, 'place'>,
): readonly (string | number)[] => {
  const gap = rivalsOf(ten, base).every(({ category }) => category !== stand.place.category)
  return [
    against === undefined && stand.awaits === undefined ? 0 : 1,
    passed ? 1 : 0,
    gap ? 0 : 1,
    -stand.score,
    stand.since,
    base,
  ]
}

/** What follows from where a base stands now; nothing for news that newer ones have overtaken. */
export const hearStand = (
  ten: TenState,
  { base, seq, stand }: { base: BaseId; seq: number; stand: Stand },
): readonly ListEvent[] => {
  if ((ten.heard[base] ?? 0) >= seq) return []
  const offer = ten.offers[base]
  const heard: ListEvent = { type: 'base_stood', base, seq, stand }
  if (offer === undefined) return [heard]
  if (stand.is === 'accepted')
    return offer.state === 'open' ? [heard, { type: 'offer_accepted', offer: offer.offer, base }] : [heard]
  const how = endOf(offer, stand)
  return how === undefined ? [heard] : [heard, { type: 'offer_ended', offer: offer.offer, base, how }]
}

const endOf = ({ offer, state }: OpenOffer, stand: Stand): OfferEnd | undefined => {
  switch (stand.is) {
    case 'holding':
      return 'taken'
    case 'none':
      return 'left'
    case 'waiting':
      // Told before the offer was heard, it says nothing about it.
      if (stand.offer !== offer) return undefined
      return state === 'accepted' ? 'waits_again' : 'passed'
    case 'offered':
    case 'accepted':
      return undefined
  }
}

/** Offers to the first on the list for every free slot nobody is asked about (8.3), with what the database must grant. */
export const offersToMake = (
  before: TenState,
  { programme, limits, refused }: { programme: ProgrammeId; limits: ClaimLimits; refused: ClaimRefusal | undefined },
): { readonly events: readonly ListEvent[]; readonly claims: readonly Claim[] } => {
  const events: ListEvent[] = []
  // The database counts slots that were taken and not heard of yet.
  const most = refused?.code === 'no_free_slot' ? refused.allowed - refused.have : limits.slots
  for (let ten = before; events.length < most && kept(ten) < limits.slots;) {
    const next = waitingList(ten, limits).find(
      ({ stand, against, passed, offer }) =>
        stand.is === 'waiting' && stand.awaits === undefined && against === undefined && !passed && offer === undefined,
    )
    if (next === undefined) break
    const event: ListEvent = { type: 'slot_offered', offer: `${programme}-offer-${ten.made + 1}`, base: next.base }
    events.push(event)
    ten = evolveTen(ten, event)
  }
  const bases = events.flatMap((event) => ('base' in event ? [event.base] : []))
  return { events, claims: bases.length === 0 ? [] : [{ claim: 'offer', programme, bases }] }
}

const kept = ({ stands, offers }: TenState): number =>
  Object.entries(stands).filter(([base, { is }]) => is === 'holding' || offers[base] !== undefined).length

/** The ten after one event. */
export const evolveTen = (ten: TenState, event: ListEvent): TenState => {
  switch (event.type) {
    case 'base_stood':
      return stood(ten, event)
    case 'slot_offered':
      return {
        ...ten,
        made: ten.made + 1,
        offers: { ...ten.offers, [event.base]: { offer: event.offer, state: 'open' } },
      }
    case 'offer_accepted':
      return { ...ten, offers: { ...ten.offers, [event.base]: { offer: event.offer, state: 'accepted' } } }
    case 'offer_ended': {
      const asksAgain = event.how === 'passed' || event.how === 'waits_again' ? { [event.base]: ten.freed } : {}
      return { ...ten, offers: without(ten.offers, event.base), passedAt: { ...ten.passedAt, ...asksAgain } }
    }
  }
}

const stood = (ten: TenState, { base, seq, stand }: Extract<ListEvent, { type: 'base_stood' }>): TenState => {
  const before = ten.stands[base]
  const heldBefore = before?.is === 'holding'
  // A waiver opens what a cap closed, so the slot that is free now is offered too (8.2).
  const isNew = stand.is === 'none' || stand.is === 'holding' || (isWaived(stand) && !isWaived(before))
  const stands = stand.is === 'none' ? without(ten.stands, base) : { ...ten.stands, [base]: stand }
  return {
    ...ten,
    stands,
    heard: { ...ten.heard, [base]: seq },
    passedAt: isNew ? without(ten.passedAt, base) : ten.passedAt,
    freed: ten.freed + (heldBefore && stand.is !== 'holding' ? 1 : 0),
  }
}

const isWaived = (stand: Stand | undefined): boolean => stand !== undefined && 'waived' in stand && stand.waived

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

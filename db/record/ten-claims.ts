import type { Transaction } from 'kysely'
import { capAgainst } from '../../domain/caps.js'
import type { CapPlace, Rival } from '../../domain/caps.js'
import type { BaseView } from '../../domain/record.js'
import { answered, granted, refused } from './claimed.js'
import type { Claimed, ClaimOf } from './claimed.js'
import type { Database } from '../schema.js'

type Trx = Transaction<Database>

/** A place on the shortlist: caps against standing and shortlisted bases, then the quota of the call (8.2, R9). */
export async function testShortlist(trx: Trx, { claim, stream, limits, base }: ClaimOf<'shortlist'>): Promise<Claimed> {
  const { programme, call, waived = false } = claim
  const rivals = await rivalsOf(trx, { programme, stream })
  const against = capAgainst(placeOf(base, stream), { rivals, limits, waived })
  if (against !== undefined) return refused(against)
  const { taken } = await trx
    .selectFrom('shortlist_place')
    .select((eb) => eb.fn.countAll<number>().as('taken'))
    .where('programme', '=', programme)
    .where('call', '=', call)
    .where('base', '<>', stream)
    .executeTakeFirstOrThrow()
  const held = rivals.filter(({ slot }) => slot !== null).length
  const allowed = Math.floor(limits.shortlistFactor * Math.max(0, limits.slots - held))
  return taken < allowed ? granted : refused({ code: 'quota_full', have: taken, allowed })
}

/**
 * The lowest free slot (8.1). What is offered to another base is as good as held, and whoever waits comes before a base
 * that was never offered one (8.3); then the caps against the holders.
 */
export async function testSlot(trx: Trx, { claim, stream, limits, base }: ClaimOf<'slot'>): Promise<Claimed> {
  const { programme, waived = false } = claim
  const place = placeOf(base, stream)
  const rivals = await rivalsOf(trx, { programme, stream })
  const holders = rivals.filter(({ slot }) => slot !== null)
  const allowed = limits.slots
  const offers = await openOffers(trx, { programme })
  const before = offers.includes(stream) ? [] : await waitingBefore(trx, { programme, stream, offers })
  const waiting = before.filter(
    (other) => capAgainst(other, { rivals: holders, limits, waived: false, free: allowed }) === undefined,
  )
  const have = holders.length + offers.filter((other) => other !== stream).length + waiting.length
  if (have >= allowed) return refused({ code: 'no_free_slot', have, allowed })
  const free = allowed - holders.length - 1
  const against = capAgainst(place, { rivals: holders, limits, waived, free })
  if (against !== undefined) return refused(against)
  const numbers = new Set(holders.map(({ slot }) => slot))
  const number = Array.from({ length: allowed }, (_, index) => index + 1).find((one) => !numbers.has(one))
  return number === undefined ? refused({ code: 'no_free_slot', have, allowed }) : { granted: true, slot: number }
}

/** The caps once more at the activation, against the bases that are active (8.2). */
export async function testActivation(
  trx: Trx,
  { claim, stream, limits, base }: ClaimOf<'activation'>,
): Promise<Claimed> {
  const { programme, waived = false } = claim
  const rivals = (await rivalsOf(trx, { programme, stream })).filter(({ stage }) => stage === 'yearly_review')
  return answered(capAgainst(placeOf(base, stream), { rivals, limits, waived }))
}

/** No standing base on the same territory (G9, 8.2). */
export async function testTerritory(trx: Trx, { claim, stream, limits, base }: ClaimOf<'territory'>): Promise<Claimed> {
  const rivals = (await rivalsOf(trx, { programme: claim.programme, stream })).filter(({ slot }) => slot !== null)
  return answered(capAgainst(placeOf(base, stream), { rivals, limits, waived: true }))
}

/** Another standing base on the same territory, where that is why a nominee is not eligible. */
export const testTakenTerritory = async (
  trx: Trx,
  { claim, ...rest }: ClaimOf<'taken_territory'>,
): Promise<Claimed> => {
  const free = await testTerritory(trx, { ...rest, claim: { ...claim, claim: 'territory' } })
  return free.granted ? refused({ code: 'territory_free' }) : granted
}

/** As many free slots as are to be offered, none of them offered to somebody else (8.3). */
export async function testOffer(trx: Trx, { claim, limits }: ClaimOf<'offer'>): Promise<Claimed> {
  const { programme, bases } = claim
  const { held } = await trx
    .selectFrom('slot')
    .select((eb) => eb.fn.count<number>('base').as('held'))
    .where('programme', '=', programme)
    .executeTakeFirstOrThrow()
  const have = Number(held) + (await openOffers(trx, { programme })).length
  return have + bases.length <= limits.slots ? granted : refused({ code: 'no_free_slot', have, allowed: limits.slots })
}

/** Bases a slot is kept for: offered and not answered, or accepted and before the board again. */
const openOffers = async (trx: Trx, { programme }: { programme: string }): Promise<readonly string[]> => {
  const rows = await trx
    .selectFrom('slot_offer')
    .innerJoin('base', 'base.id', 'slot_offer.base')
    .leftJoin('slot', 'slot.base', 'base.id')
    .select('base.id')
    .where('slot_offer.programme', '=', programme)
    .where('ended_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('slot.number', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Bases that wait for a slot nobody has offered them yet, in case the programme has not heard of it. */
const waitingBefore = async (
  trx: Trx,
  { programme, stream, offers }: { programme: string; stream: string; offers: readonly string[] },
): Promise<readonly CapPlace[]> => {
  const rows = await trx
    .selectFrom('base')
    .select(['id', 'cluster', 'category', 'province', 'overlapping'])
    .where('programme', '=', programme)
    .where('awaits_slot', '=', true)
    .where('closed_at', 'is', null)
    .where('id', '<>', stream)
    .execute()
  return rows
    .filter(({ id }) => !offers.includes(id))
    .map(({ overlapping, ...row }) => ({ ...row, overlaps: overlapping }))
}

const placeOf = (base: BaseView | undefined, stream: string): CapPlace => {
  if (base === undefined) throw new Error(`${stream}: only a base can claim a place, a slot or a territory.`)
  return base
}

interface RivalRow extends Rival {
  readonly slot: number | null
  readonly stage: BaseView['stage']
}

/** The open bases caps count: who holds a slot, and who was shortlisted and does not wait on the list (8.2, R9). */
const rivalsOf = async (
  trx: Trx,
  { programme, stream }: { programme: string; stream: string },
): Promise<readonly RivalRow[]> => {
  const rows = await trx
    .selectFrom('base')
    .leftJoin('slot', 'slot.base', 'base.id')
    .select(['base.id as base', 'cluster', 'category', 'province', 'overlapping', 'stage', 'slot.number as slot'])
    .where('base.programme', '=', programme)
    .where('base.id', '<>', stream)
    .where('closed_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('slot.number', 'is not', null),
        eb.and([
          eb('status', '<>', 'waiting_list'),
          // Stopped on the list it waits no less (E6).
          eb.not(
            eb.exists(
              eb
                .selectFrom('step')
                .select('step.id')
                .whereRef('step.base', '=', 'base.id')
                .where('key', '=', '2.10w')
                .where('step.closed_at', 'is', null),
            ),
          ),
          eb.exists(eb.selectFrom('shortlist_place').select('call').whereRef('shortlist_place.base', '=', 'base.id')),
        ]),
      ]),
    )
    .orderBy('base.id')
    .execute()
  return rows.map(({ overlapping, ...row }) => ({ ...row, overlaps: overlapping }))
}

import type { Transaction } from 'kysely'
import type { BaseView, Claim, ClaimLimits, ClaimRefusal } from '../domain/record.js'
import type { Instant } from '../domain/ids.js'
import { testRoleModel } from './role-models.js'
import { testReminded } from './claim-reminded.js'
import type { Database } from './schema.js'
import { seatInForce } from './seats.js'

type Trx = Transaction<Database>

export interface ClaimsRequest {
  readonly stream: string
  readonly occurredAt: Instant
  readonly claims: readonly Claim[]
  readonly limits: ClaimLimits
  readonly base: BaseView | undefined
}

export type Claimed =
  | { readonly granted: true; /** Number of the slot that was claimed. */ readonly slot?: number }
  | { readonly granted: false; readonly refusal: ClaimRefusal }

/**
 * Tests what several bases may race for against rows locked until the transaction ends: mandates by themselves, places
 * and slots behind the programme's row. Writes nothing. Takes the locks before the head of any stream is locked.
 */
export async function testClaims(trx: Trx, request: ClaimsRequest): Promise<Claimed> {
  const programmes = new Set(request.claims.flatMap((claim) => ('programme' in claim ? [claim.programme] : [])))
  for (const programme of [...programmes].sort()) await lockProgramme(trx, programme)
  let slot: number | undefined
  for (const claim of request.claims) {
    const answer = await testClaim(trx, { ...request, claim })
    if (!answer.granted) return answer
    slot = answer.slot ?? slot
  }
  return slot === undefined ? granted : { granted: true, slot }
}

const granted: Claimed = { granted: true }
const refused = (refusal: ClaimRefusal): Claimed => ({ granted: false, refusal })

// NO KEY UPDATE: enough to make claims wait for each other, and it lets rows that only refer to the programme pass.
const lockProgramme = async (trx: Trx, id: string): Promise<void> => {
  const row = await trx.selectFrom('programme').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (row === undefined) throw new Error(`The programme ${id} is not known to the database.`)
}

type ClaimOf<K extends Claim['claim']> = ClaimsRequest & { readonly claim: Extract<Claim, { claim: K }> }

const testClaim = (trx: Trx, { claim, ...rest }: ClaimsRequest & { readonly claim: Claim }): Promise<Claimed> => {
  switch (claim.claim) {
    case 'cluster':
      return testCluster(trx, { claim, ...rest })
    case 'shortlist':
      return testShortlist(trx, { claim, ...rest })
    case 'slot':
      return testSlot(trx, { claim, ...rest })
    case 'release_slot':
      return Promise.resolve(granted)
    case 'territory':
      return testTerritory(trx, { claim, ...rest })
    case 'role_model':
      return testRoleModels(trx, { claim, ...rest })
    case 'mandate':
      return testMandate(trx, { claim, ...rest })
    case 'reminded':
      return testReminded(trx, { claim, ...rest })
  }
}

async function testCluster(trx: Trx, { claim, stream }: ClaimOf<'cluster'>): Promise<Claimed> {
  const taken = await trx
    .selectFrom('base')
    .select('id')
    .where('programme', '=', claim.programme)
    .where('cluster', '=', claim.cluster)
    .where('closed_at', 'is', null)
    .where('id', '<>', stream)
    .executeTakeFirst()
  return taken === undefined ? granted : refused({ code: 'cluster_taken', base: taken.id })
}

async function testShortlist(trx: Trx, { claim, stream, limits, base }: ClaimOf<'shortlist'>): Promise<Claimed> {
  const view = theBase(base, stream)
  const rivals = await rivalsOf(trx, { programme: claim.programme, stream })
  const full = territoryRefusal(view, rivals) ?? capRefusal({ view, rivals, limits })
  if (full !== undefined) return refused(full)
  const { taken } = await trx
    .selectFrom('shortlist_place')
    .select((eb) => eb.fn.countAll<number>().as('taken'))
    .where('programme', '=', claim.programme)
    .where('call', '=', claim.call)
    .where('base', '<>', stream)
    .executeTakeFirstOrThrow()
  const held = rivals.filter(({ slot }) => slot !== null).length
  const allowed = Math.floor(limits.shortlistFactor * Math.max(0, limits.slots - held))
  return taken < allowed ? granted : refused({ code: 'quota_full', have: taken, allowed })
}

async function testSlot(trx: Trx, { claim, stream, limits, base }: ClaimOf<'slot'>): Promise<Claimed> {
  const view = theBase(base, stream)
  const holders = (await rivalsOf(trx, { programme: claim.programme, stream })).filter(({ slot }) => slot !== null)
  const allowed = limits.slots
  if (holders.length >= allowed) return refused({ code: 'no_free_slot', have: holders.length, allowed })
  const full = territoryRefusal(view, holders) ?? capRefusal({ view, rivals: holders, limits })
  if (full !== undefined) return refused(full)
  const numbers = new Set(holders.map(({ slot }) => slot))
  const free = Array.from({ length: allowed }, (_, index) => index + 1).find((number) => !numbers.has(number))
  return free === undefined ? refused({ code: 'no_free_slot', have: allowed, allowed }) : { granted: true, slot: free }
}

async function testTerritory(trx: Trx, { claim, stream, base }: ClaimOf<'territory'>): Promise<Claimed> {
  const rivals = await rivalsOf(trx, { programme: claim.programme, stream })
  const taken = territoryRefusal(
    theBase(base, stream),
    rivals.filter(({ slot }) => slot !== null),
  )
  return taken === undefined ? granted : refused(taken)
}

async function testRoleModels(trx: Trx, { claim, stream, limits }: ClaimOf<'role_model'>): Promise<Claimed> {
  const { programme, year } = claim
  const full = await testRoleModel(trx, { programme, year, stream, allowed: limits.roleModels ?? Infinity })
  return full === undefined ? granted : refused(full)
}

async function testMandate(trx: Trx, { claim, occurredAt }: ClaimOf<'mandate'>): Promise<Claimed> {
  const held = await trx
    .selectFrom('mandate')
    .select('id')
    .where('id', '=', claim.mandate)
    .where(seatInForce('mandate', occurredAt))
    .forShare()
    .executeTakeFirst()
  return held === undefined ? refused({ code: 'mandate_not_in_force', mandate: claim.mandate }) : granted
}

const theBase = (base: BaseView | undefined, stream: string): BaseView => {
  if (base === undefined) throw new Error(`${stream}: only a base can claim a place, a slot or a territory.`)
  return base
}

interface Rival {
  readonly id: string
  readonly cluster: string
  readonly category: string
  readonly province: string
  readonly overlapping: readonly string[]
  readonly slot: number | null
}

/** The open bases caps count: who holds a slot, and who was shortlisted and does not wait on the list (8.2, R9). */
const rivalsOf = (trx: Trx, { programme, stream }: { programme: string; stream: string }): Promise<Rival[]> =>
  trx
    .selectFrom('base')
    .leftJoin('slot', 'slot.base', 'base.id')
    .select(['base.id', 'cluster', 'category', 'province', 'overlapping', 'slot.number as slot'])
    .where('base.programme', '=', programme)
    .where('base.id', '<>', stream)
    .where('closed_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('slot.number', 'is not', null),
        eb.and([
          eb('status', '<>', 'waiting_list'),
          eb.exists(eb.selectFrom('shortlist_place').select('call').whereRef('shortlist_place.base', '=', 'base.id')),
        ]),
      ]),
    )
    .orderBy('base.id')
    .execute()

/** Two bases share territory when either names the other's cluster as overlapping; of nested places only one may stand. */
const territoryRefusal = (view: BaseView, rivals: readonly Rival[]): ClaimRefusal | undefined => {
  const rival = rivals.find(
    ({ cluster, overlapping }) => view.overlaps.includes(cluster) || overlapping.includes(view.cluster),
  )
  return rival === undefined ? undefined : { code: 'territory_taken', base: rival.id }
}

interface Caps {
  readonly view: BaseView
  readonly rivals: readonly Rival[]
  readonly limits: ClaimLimits
}

const capRefusal = ({ view, rivals, limits }: Caps): ClaimRefusal | undefined => {
  const inCategory = rivals.filter(({ category }) => category === view.category).length
  if (inCategory >= limits.capPerCategory)
    return { code: 'category_full', have: inCategory, allowed: limits.capPerCategory }
  const inProvince = rivals.filter(({ province }) => province === view.province).length
  if (inProvince >= limits.capPerProvince)
    return { code: 'province_full', have: inProvince, allowed: limits.capPerProvince }
  return undefined
}

import type { Transaction } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { Claim } from '../../domain/claims.js'
import { granted, refused } from './claimed.js'
import type { Claimed, ClaimOf, ClaimsRequest } from './claimed.js'
import { testRoleModel } from './role-models.js'
import { newestVersion } from '../reads/procedures.js'
import { testLink } from './link-claim.js'
import { testTurn } from './turn-claim.js'
import { testReminded } from './claim-reminded.js'
import { testErasure } from './erasure-claim.js'
import type { Database } from '../schema.js'
import { firstUngranted } from '../seals/seat-seal.js'
import { seatInForce } from '../seats.js'
import { testActivation, testOffer, testShortlist, testSlot, testTakenTerritory, testTerritory } from './ten-claims.js'

type Trx = Transaction<Database>

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

// NO KEY UPDATE: enough to make claims wait for each other, and it lets rows that only refer to the programme pass.
const lockProgramme = async (trx: Trx, id: string): Promise<void> => {
  const row = await trx.selectFrom('programme').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (row === undefined) throw new Error(`The programme ${id} is not known to the database.`)
}

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
    case 'taken_territory':
      return testTakenTerritory(trx, { claim, ...rest })
    case 'activation':
      return testActivation(trx, { claim, ...rest })
    case 'offer':
      return testOffer(trx, { claim, ...rest })
    case 'role_model':
      return testRoleModel(trx, { claim, ...rest })
    case 'mandate':
      return testMandate(trx, { claim, ...rest })
    case 'erasure':
      return testErasure(trx, { claim, ...rest })
    case 'rules':
      return testRules(trx, { claim, ...rest })
    case 'reminded':
      return testReminded(trx, { claim, ...rest })
    case 'outsider':
      return testOutsider(trx, { claim, ...rest })
    case 'link':
      return testLink(trx, { claim, ...rest })
    case 'turn':
      return testTurn(trx, { claim, ...rest })
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

/** 8.8: a stage begins under the newest version; which one that is, the database knows at the moment it is written. */
async function testRules(trx: Trx, { claim }: ClaimOf<'rules'>): Promise<Claimed> {
  const version = await newestVersion(trx, { id: claim.procedure, at: now() })
  return version === undefined || version === claim.version ? granted : refused({ code: 'rules_newer', version })
}

/** 2.1: of the seats of these roles that somebody of the team holds, none is for an organisation of those who lead. */
async function testOutsider(trx: Trx, { claim, occurredAt, stream }: ClaimOf<'outsider'>): Promise<Claimed> {
  const { of, members, roles, inside } = claim
  const seats = await trx
    .selectFrom('mandate')
    .select(['person', 'organisation', 'role'])
    .where('programme', '=', of)
    .where((where) =>
      where.or([
        where('role', '=', inside),
        where.and([where('person', 'in', [...members]), where('role', 'in', [...roles])]),
      ]),
    )
    .where((where) => where.or([where('base', 'is', null), where('base', '=', stream)]))
    .where('lends', 'is', null)
    .where(seatInForce('mandate', occurredAt))
    .execute()
  const houses = seats.flatMap(({ role, organisation }) => (role === inside ? [organisation] : []))
  const working = seats.filter(({ person, role }) => members.includes(person) && roles.includes(role))
  const within = working.flatMap(({ person, organisation }) => (houses.includes(organisation) ? [person] : []))
  const isGranted = working.some(({ person }) => !within.includes(person))
  return isGranted ? granted : refused({ code: 'nobody_from_outside', inside, members })
}

async function testMandate(trx: Trx, { claim, occurredAt }: ClaimOf<'mandate'>): Promise<Claimed> {
  const held = await trx
    .selectFrom('mandate')
    .select('id')
    .where('id', '=', claim.mandate)
    .where(seatInForce('mandate', occurredAt))
    .forShare()
    .executeTakeFirst()
  const isGranted = held !== undefined && (await firstUngranted(trx, [claim.mandate])) === undefined
  return isGranted ? granted : refused({ code: 'mandate_not_in_force', mandate: claim.mandate })
}

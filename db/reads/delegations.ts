import type { Kysely } from 'kysely'
import type { Instant, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { seatInForce } from '../seats.js'
import { ofProgramme } from './of-programme.js'
import { keysAfter, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'
import { placeZone } from './place-zone.js'

type Db = Kysely<Database>
export type ListedDelegation = Awaited<ReturnType<typeof delegationRows>>[number]

export interface DelegationsRequest extends PageRequest {
  readonly person: PersonId
  readonly now: Instant
  /** Left out: every programme that is no rehearsal. */
  readonly programme?: ProgrammeId | undefined
}

/** The delegations in force that a person has given or has, in the order of their ids. */
export async function listDelegations(db: Db, request: DelegationsRequest): Promise<Page<ListedDelegation>> {
  const after = keysAfter(request, ['text'])
  const rows = await delegationRows(db, { ...request, from: after?.[0] ?? '' })
  return pageOf(rows, { ...request, keysOf: ({ id }) => [id] })
}

const delegationRows = (db: Db, request: DelegationsRequest & { readonly from: string }) =>
  db
    .selectFrom('mandate')
    .leftJoin('base', 'base.id', 'mandate.base')
    .select([
      'mandate.id',
      'mandate.programme',
      'role',
      'mandate.base',
      'person',
      'delegator',
      'steps',
      'from_at',
      'until_at',
      placeZone.as('zone'),
    ])
    .where('lends', 'is not', null)
    .where(seatInForce('mandate', request.now))
    .where((eb) => eb.or([eb('person', '=', request.person), eb('delegator', '=', request.person)]))
    .where(ofProgramme('mandate', request.programme))
    .where('mandate.id', '>', request.from)
    .orderBy('mandate.id')
    .limit(rowsFor(request))
    .execute()

import type { ProgrammeId } from '../../domain/ids.js'
import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../schema.js'
import type { SeatProposalTable } from '../schema/programme-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
export type ListedProposal = ReturnType<typeof proposalFromRow>

/** Seats that were proposed in a programme, in the order of their names. */
export async function listSeatProposals(
  db: Db,
  request: PageRequest & { readonly programme: ProgrammeId },
): Promise<Page<ListedProposal>> {
  const after = keysAfter(request, ['text'])
  let query = db
    .selectFrom('seat_proposal')
    .selectAll()
    .where('programme', '=', request.programme)
    .orderBy('id')
    .limit(rowsFor(request))
  if (after?.[0] !== undefined) query = query.where('id', '>', after[0])
  return mapPage(pageOf(await query.execute(), { ...request, keysOf: ({ id }) => [id] }), proposalFromRow)
}

const proposalFromRow = (row: Selectable<SeatProposalTable>) => ({
  proposal: row.id,
  mandates: row.mandates,
  paper: row.paper,
  ...handsOn(row),
})

type Hands = 'proposed_by' | 'proposed_at' | 'confirmed_by' | 'confirmed_at' | 'withdrawn_by' | 'withdrawn_at'

/** Who proposed something that asks for a second person, who confirmed it or took it back, and when. */
export const handsOn = (row: Pick<Selectable<SeatProposalTable>, Hands>) => ({
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  confirmedBy: row.confirmed_by,
  confirmedAt: row.confirmed_at,
  withdrawnBy: row.withdrawn_by,
  withdrawnAt: row.withdrawn_at,
})

/** One proposal; undefined where the programme has none of that name. */
export const readSeatProposal = (db: Db, { programme, id }: { programme: ProgrammeId; id: string }) =>
  db
    .selectFrom('seat_proposal')
    .select(['mandates'])
    .where('programme', '=', programme)
    .where('id', '=', id)
    .executeTakeFirst()

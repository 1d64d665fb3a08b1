import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { ProposalKind } from '../../domain/commands/proposals.js'
import type { Instant, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { keysAfter, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

/** Something that waits for a second person. */
export interface WaitingProposal {
  readonly kind: ProposalKind
  readonly id: string
  /** The entry of the record that asks for it. */
  readonly seq: number
  readonly proposedBy: PersonId
  /** Of a correction of the register its entry of the ledger says it. */
  readonly proposedAt: Instant | null
  /** Who would get a seat by it. */
  readonly people: readonly PersonId[]
}

/** The newest entry of a programme of that type about something: what waits waits by it. */
export const newestEntry = (type: string, about: RawBuilder<unknown>): RawBuilder<number> => sql<number>`(
  select max(entry.seq) from ledger_entry entry where entry.stream = programme and entry.type = ${type} and ${about})`
const askedBySeats = newestEntry('seats_proposed', sql`entry.payload ->> 'proposal' = id`)
export const askedByRules = newestEntry(
  'rules_proposed',
  sql`entry.payload ->> 'procedure' = procedure and entry.payload ->> 'version' = version`,
)
const askedByCorrection = newestEntry(
  'correction_asked',
  sql`entry.payload #>> '{entry,kind}' = kind and entry.payload #>> '{entry,id}' = id`,
)

/** What waits for a second person in a programme, in the order of kinds and names. */
export const listProposals = async (
  db: Kysely<Database>,
  request: PageRequest & { readonly programme: ProgrammeId },
): Promise<Page<WaitingProposal>> => {
  const { programme } = request
  const [kind = '', id = ''] = keysAfter(request, ['text', 'text']) ?? []
  const { rows } = await sql<WaitingProposal>`
    select * from (
      select 'seats' as kind, id, ${askedBySeats} as seq, proposed_by as "proposedBy", proposed_at as "proposedAt",
        array(select one ->> 'person' from jsonb_array_elements(mandates) as one) as people
      from seat_proposal where programme = ${programme} and confirmed_at is null and withdrawn_at is null
      union all
      select 'rules', procedure || '@' || version, ${askedByRules}, proposed_by, proposed_at, '{}'
      from rules_proposal where programme = ${programme} and confirmed_at is null and withdrawn_at is null
      union all
      select kind, id, ${askedByCorrection}, asked_by, null, '{}' from register_entry where programme = ${programme} and asked is not null
    ) as waiting
    where (kind, id) > (${kind}, ${id}) order by kind, id limit ${rowsFor(request)}`.execute(db)
  return pageOf(rows, { ...request, keysOf: (row) => [row.kind, row.id] })
}

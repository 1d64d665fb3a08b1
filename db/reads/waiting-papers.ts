import { sql, type Kysely } from 'kysely'
import type { BaseId, ProgrammeId } from '../../domain/ids.js'
import type { Database } from '../schema.js'

/** Bases of a programme in which an act on paper was entered on an open step and waits for a second person (R16). */
export const basesWithWaitingPapers = async (
  db: Kysely<Database>,
  { programme }: { readonly programme: ProgrammeId },
): Promise<readonly BaseId[]> => {
  const rows = await db
    .selectFrom('step')
    .select('base')
    .distinct()
    .where('programme', '=', programme)
    .where('closed_at', 'is', null)
    .where(sql<boolean>`papers <> '[]'::jsonb`)
    .orderBy('base')
    .execute()
  return rows.map(({ base }) => base)
}

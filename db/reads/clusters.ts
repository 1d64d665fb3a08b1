import type { ProgrammeId } from '../../domain/ids.js'
import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../schema.js'
import type { ClusterTable } from '../schema/programme-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>
type InProgramme = PageRequest & { readonly programme: ProgrammeId }
export type ListedCluster = ReturnType<typeof clusterFromRow>

/** The clusters a programme knows, in the order of their ids. */
export async function listClusters(db: Db, request: InProgramme): Promise<Page<ListedCluster>> {
  const after = keysAfter(request, ['text'])
  let query = db
    .selectFrom('cluster')
    .selectAll()
    .where('programme', '=', request.programme)
    .orderBy('id')
    .limit(rowsFor(request))
  if (after?.[0] !== undefined) query = query.where('id', '>', after[0])
  return mapPage(pageOf(await query.execute(), { ...request, keysOf: ({ id }) => [id] }), clusterFromRow)
}

/** One cluster with the record as it was handed in; undefined when the programme does not know it. */
export async function readCluster(
  db: Db,
  { programme, id }: { programme: ProgrammeId; id: string },
): Promise<ListedCluster | undefined> {
  const row = await db
    .selectFrom('cluster')
    .selectAll()
    .where('programme', '=', programme)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && clusterFromRow(row)
}

const clusterFromRow = (row: Selectable<ClusterTable>) => ({
  programme: row.programme,
  id: row.id,
  record: row.record,
  recordHash: row.record_hash,
  names: row.names,
})

import type { Kysely } from 'kysely'
import type { Sha256, ProgrammeId } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import type { Database } from '../schema.js'
import type { LocalClusterNames } from '../schema/programme-tables.js'

export interface ClusterRow {
  readonly id: string
  /** The record as it was handed in. */
  readonly record: unknown
  readonly recordHash: Sha256
  readonly names: Readonly<Record<Locale, LocalClusterNames>>
}

export type SavedCluster = {
  readonly id: string
  readonly result: 'created' | 'unchanged' | 'differs'
}

/** Keeps clusters that are new to the programme. One that is known is not changed; whether its record is the same is said. */
export async function saveClusters(
  db: Kysely<Database>,
  { programme, clusters }: { programme: ProgrammeId; clusters: readonly ClusterRow[] },
): Promise<readonly SavedCluster[]> {
  if (clusters.length === 0) return []
  const rows = clusters.map(({ id, record, recordHash, names }) => ({
    programme,
    id,
    record: JSON.stringify(record ?? null),
    record_hash: recordHash,
    names: JSON.stringify(names),
  }))
  const created = await db
    .insertInto('cluster')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['programme', 'id']).doNothing())
    .returning('id')
    .execute()
  const fresh = new Set(created.map(({ id }) => id))
  const known = await db
    .selectFrom('cluster')
    .select(['id', 'record_hash'])
    .where('programme', '=', programme)
    .where(
      'id',
      'in',
      clusters.map(({ id }) => id),
    )
    .execute()
  const hashes = new Map(known.map(({ id, record_hash }) => [id, record_hash]))
  const resultOf = ({ id, recordHash }: ClusterRow): SavedCluster['result'] =>
    fresh.has(id) ? 'created' : hashes.get(id) === recordHash ? 'unchanged' : 'differs'
  return clusters.map((cluster) => ({ id: cluster.id, result: resultOf(cluster) }))
}

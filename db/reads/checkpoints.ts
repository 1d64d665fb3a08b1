import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import type { CheckpointTable } from '../schema/checkpoint-tables.js'
import { keysAfter, mapPage, pageOf, rowsFor } from './page.js'
import type { Page, PageRequest } from './page.js'

type Db = Kysely<Database>

/** Checkpoints, the newest first, with what outsiders added to them. */
export async function listCheckpoints(db: Db, request: PageRequest) {
  const after = keysAfter(request, ['bigint'])
  let query = db.selectFrom('checkpoint').selectAll().orderBy('size', 'desc').limit(rowsFor(request))
  if (after?.[0] !== undefined) query = query.where('size', '<', Number(after[0]))
  const page = pageOf(await query.execute(), { ...request, keysOf: ({ size }) => [size] })
  return await withAttestations(db, page)
}

async function withAttestations(db: Db, page: Page<Selectable<CheckpointTable>>) {
  const sizes = page.items.map(({ size }) => size)
  const added =
    sizes.length === 0
      ? []
      : await db.selectFrom('checkpoint_attestation').selectAll().where('size', 'in', sizes).orderBy('name').execute()
  return mapPage(page, (row) => ({
    ...{ size: row.size, root: row.root, signedAt: row.signed_at, note: row.note, short: shortForm(row) },
    attestations: added
      .filter(({ size }) => size === row.size)
      .map(({ kind, name, received_at }) => ({ kind, name, receivedAt: received_at })),
  }))
}

/** A checkpoint as letters and papers print it; with it alone a rewritten ledger can be told from the true one. */
export const shortForm = ({ size, root }: { readonly size: number; readonly root: string }): string =>
  `${size}:${root.slice(0, 16)}`

export interface ShortCheckpoint {
  readonly short: string
  readonly at: Instant
}

/** The last checkpoint that was signed at an instant or before; undefined while there is none. */
export async function lastCheckpoint(
  db: Db,
  { until }: { readonly until?: Instant | undefined } = {},
): Promise<ShortCheckpoint | undefined> {
  let query = db.selectFrom('checkpoint').select(['size', 'root', 'signed_at']).orderBy('size', 'desc').limit(1)
  if (until !== undefined) query = query.where('signed_at', '<=', until)
  const row = await query.executeTakeFirst()
  return row && { short: shortForm(row), at: row.signed_at }
}

import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { PublicKey } from '../cosigning/keys.js'
import { lastCosignature } from '../cosigning/true-cosignatures.js'
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
      : await db
          .selectFrom('checkpoint_attestation')
          .selectAll()
          .where('size', 'in', sizes)
          .orderBy('name')
          .orderBy('received_at')
          .execute()
  return mapPage(page, (row) => ({
    size: row.size,
    root: row.root,
    signedAt: row.signed_at,
    note: row.note,
    short: shortForm(row),
    attestations: added
      .filter(({ size }) => size === row.size)
      .map(({ kind, name, received_at }) => ({ kind, name, receivedAt: received_at })),
  }))
}

/** How far a witness has truly cosigned, and since when a checkpoint after that waits for it. */
export async function cosignedBy(db: Db, key: PublicKey) {
  const last = await lastCosignature(db, key)
  const waiting = await db
    .selectFrom('checkpoint')
    .select(({ fn }) => fn.min('signed_at').as('since'))
    .where('size', '>', last?.size ?? 0)
    .executeTakeFirst()
  return { size: last?.size ?? null, cosignedAt: last?.receivedAt ?? null, waitingSince: waiting?.since ?? null }
}

/** The size of the last checkpoint; undefined while there is none. */
export async function lastSize(db: Db): Promise<number | undefined> {
  const row = await db.selectFrom('checkpoint').select('size').orderBy('size', 'desc').limit(1).executeTakeFirst()
  return row?.size
}

/** The signed note of the checkpoint of that size; undefined where there is none. */
export async function readNote(db: Db, size: number): Promise<string | undefined> {
  const row = await db.selectFrom('checkpoint').select('note').where('size', '=', size).executeTakeFirst()
  return row?.note
}

/** A checkpoint as letters and papers print it; with it alone a rewritten ledger can be told from the true one. */
export const shortForm = ({ size, root }: { readonly size: number; readonly root: string }): string =>
  `${size}:${root.slice(0, 16)}`

/** When the oldest entry was recorded that is under no checkpoint; undefined where every one is. */
export async function oldestUncovered(db: Db): Promise<Instant | undefined> {
  const { rows } = await sql<{ at: Instant | null }>`
    select min(entry.recorded_at) as at
    from (select coalesce(max(size), 0) as size from checkpoint) as last
    cross join ledger_head as head
    cross join lateral (select coalesce(max(seq), 0) as seq from ledger_leaf
      where stream = head.stream and index < last.size) as covered
    join ledger_entry as entry on entry.stream = head.stream and entry.seq = covered.seq + 1
    where covered.seq < head.seq`.execute(db)
  return rows[0]?.at ?? undefined
}

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

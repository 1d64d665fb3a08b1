import type { Kysely } from 'kysely'
import { baseAfter } from '../../domain/carried.js'
import { dossierParts } from '../../domain/facts.js'
import { unborn } from '../../domain/state.js'
import type { Divergence } from '../../domain/divergence.js'
import { differingRows, followedRows } from '../../reconciliation/followed-rows.js'
import type { FollowedRow, Rows } from '../../reconciliation/row.js'
import { isAsSealed } from '../seals/entry-seal.js'
import type { LedgerEntry } from '../ledger.js'
import { recordedFromRow } from '../record/record-entries.js'
import type { Database } from '../schema.js'
import { keptRegister } from './kept-register.js'
import { keptRowsOfBase, keptSeats } from './kept-rows.js'
import { lettersDiverge } from './kept-letters.js'
import { namedDiverge, type StoredDocuments } from './kept-documents.js'
import { comparisonsForged } from './vouched.js'
import { isBaseId } from '../../domain/ids.js'

type Db = Kysely<Database>

interface ReadModels {
  readonly stream: string
  readonly store: StoredDocuments
}

/**
 * Where what lists, inboxes and the outbox show of a stream does not follow from its entries, and where papers and words that entries
 * name are not there. Nothing follows from an entry that no worker wrote: a stream with one is not looked at, since that is told already.
 */
export async function readModelsDiverge(db: Db, { stream, store }: ReadModels): Promise<readonly Divergence[]> {
  const rows = await db.selectFrom('ledger_entry').selectAll().where('stream', '=', stream).orderBy('seq').execute()
  const forged = await comparisonsForged(db, stream)
  if (!rows.every(isAsSealed)) return forged
  const differing = isBaseId(stream)
    ? await rowsOfBase(db, { stream, rows })
    : await rowsOfProgramme(db, { stream, rows })
  const letters = isBaseId(stream) ? await lettersDiverge(db, { stream, rows }) : []
  return [
    ...forged,
    ...differing.map((one) => ({ ...one, stream })),
    ...letters,
    ...(await namedDiverge(db, { stream, rows, store })),
  ]
}

interface Stream {
  readonly stream: string
  readonly rows: readonly LedgerEntry[]
}

const rowsOfBase = async (db: Db, { stream, rows }: Stream) => {
  const followed = followedRows(rows.map(recordedFromRow))
  const kept = await keptRowsOfBase(db, stream)
  const own = await keptBase(db, stream)
  return differingRows(
    withRow(followed, rows.length === 0 ? undefined : followedBase({ stream, rows })),
    withRow(kept, own),
  )
}

const withRow = (rows: Rows, holds: FollowedRow['holds'] | undefined): Rows =>
  holds === undefined ? rows : new Map([...rows, ['base', { code: 'base_row_differs', holds }]])

/** The row of a base, but for what it owes to rules and calendars of the day it was written. */
const followedBase = ({ stream, rows }: Stream): FollowedRow['holds'] => {
  const state = baseAfter(unborn(stream), rows.map(recordedFromRow))
  const { cluster, facts } = state
  const head = rows.at(-1)
  return {
    programme: state.programme,
    call: state.call,
    cluster: cluster.cluster,
    category: cluster.category,
    province: cluster.province,
    country: cluster.country,
    recordHash: cluster.recordHash,
    stage: state.stage?.stage ?? state.past.at(-1)?.stage ?? 'nomination',
    status: state.status,
    code: state.code ?? null,
    colour: state.colour ?? null,
    closed: state.closed,
    slot: facts.slot ?? null,
    plaque: facts.plaque ?? null,
    reviews: facts.reviews.length,
    missing: dossierParts.filter((part) => !state.partsAtHand.includes(part)),
    rehearsal: state.rehearsal,
    headSeq: head?.seq,
    headHash: head?.hash,
    stepsClosed: rows.filter(({ type }) => type === 'step_closed').length,
  }
}

const keptBase = async (db: Db, id: string): Promise<FollowedRow['holds'] | undefined> => {
  const row = await db.selectFrom('base').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      programme: row.programme,
      call: row.call,
      cluster: row.cluster,
      category: row.category,
      province: row.province,
      country: row.country,
      recordHash: row.record_hash,
      stage: row.stage,
      status: row.status,
      code: row.code,
      colour: row.colour,
      closed: row.closed_at !== null,
      slot: row.slot,
      plaque: row.plaque,
      reviews: row.reviews,
      missing: row.missing_parts,
      rehearsal: row.rehearsal,
      headSeq: row.head_seq,
      headHash: row.head_hash,
      stepsClosed: row.steps_closed,
    }
  )
}

const rowsOfProgramme = async (db: Db, { stream, rows }: Stream) => {
  const { first, rows: kept, erased } = await keptSeats(db, stream)
  const entries = rows.map(recordedFromRow)
  const register = await keptRegister(db, { programme: stream, entries })
  const followed = followedRows(entries, new Map([...first, ...register.first]))
  return differingRows(
    new Map(
      [...followed].map(([name, { holds, ...row }]) => [
        name,
        { ...row, holds: erased.has(name) ? { ...holds, revoked: true } : holds },
      ]),
    ),
    new Map([...kept, ...register.rows]),
  )
}

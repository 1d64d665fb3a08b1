import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import { isHistorySealed } from '../seals/history-seal.js'
import type { Database } from '../schema.js'
import type { SealedHistoryTable } from '../schema/checkpoint-tables.js'

export type SealedHistory = Selectable<SealedHistoryTable>

/**
 * The kept histories that count, one for each run, in the order in which they were kept: of all streams, or of some. A row counts that a
 * process of the programme sealed, or whose hash a checkpoint vouches for; any other one may lie there and is passed over.
 */
export async function sealedHistories(
  db: Kysely<Database>,
  streams?: readonly string[],
): Promise<readonly SealedHistory[]> {
  return countingAmong(await keptHistories(db, streams))
}

/** The runs that have a kept history and none that counts, as `<stream> <run>`. */
export async function unsealedHistories(db: Kysely<Database>): Promise<readonly string[]> {
  const kept = await keptHistories(db)
  const sealed = new Set(countingAmong(kept).map(runOf))
  return [...new Set(kept.map(runOf))].filter((name) => !sealed.has(name))
}

const countingAmong = (rows: readonly Kept[]): readonly SealedHistory[] => {
  const ranked = rows.map((row) => ({ row, rank: rankOf(row) }))
  const counting = new Map<string, SealedHistory>()
  for (const { row, rank } of ranked.toSorted((one, other) => one.rank - other.rank)) {
    const { isVouchedFor: _, ...kept } = row
    if (rank < countsNot && !counting.has(runOf(kept))) counting.set(runOf(kept), kept)
  }
  return [...counting.values()].toSorted((one, other) => (one.sealed_at < other.sealed_at ? -1 : 1))
}

const runOf = ({ stream, run }: Pick<SealedHistory, 'stream' | 'run'>): string => `${stream} ${run}`

/** What a checkpoint vouches for comes first, since it was signed; of several rows of one hash the sealed one, then that of before there were seals. */
const rankOf = (row: Kept): number => {
  const ownRank = isHistorySealed(row) ? 0 : row.seal === '' ? 1 : 2
  return row.isVouchedFor ? ownRank : ownRank === 0 ? 3 : countsNot
}
const countsNot = 4

type Kept = SealedHistory & { readonly isVouchedFor: boolean }

const keptHistories = async (db: Kysely<Database>, streams?: readonly string[]) => {
  const { rows } = await sql<Kept>`
    select kept.*, told.subject is not null as "isVouchedFor"
    from sealed_history kept
    left join checkpoint_record told on told.kind = 'history' and told.subject = kept.stream || ' ' || kept.run
      and told.record = 'history ' || kept.stream || ' ' || kept.run || ' ' || kept.sha256
    where ${streams === undefined} or kept.stream = any(${streams ?? []})
    order by kept.sealed_at, kept.stream, kept.run, kept.seal`.execute(db)
  return rows
}

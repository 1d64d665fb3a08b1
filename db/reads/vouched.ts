import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { programmeOfBase, type ProgrammeId } from '../../domain/ids.js'
import type { Divergence } from '../../domain/divergence.js'
import {
  bearsComparisonSeal,
  comparedRuns,
  comparisonHash,
  comparisonRows,
  withWhatTheyTold,
} from '../compared-runs.js'
import { brokenLogs } from '../log/log-chain.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** Comparisons of a stream that no process of the programme made, and those whose entries or commands were changed since; a hundred at most. */
export async function comparisonsForged(db: Db, stream: string): Promise<readonly Divergence[]> {
  const forged = new Set<string>()
  for await (const rows of comparisonRows(db, [stream]))
    for (const row of rows) if (forged.size < toldAtMost && !bearsComparisonSeal(row)) forged.add(row.run)
  const sealed = await comparedRuns(db, [stream])
  const whole = new Set((await withWhatTheyTold(db, sealed)).map(({ run }) => run))
  const changed = sealed.filter(({ run }) => !whole.has(run)).map(({ run }) => run)
  return [...new Set([...changed, ...forged])]
    .slice(0, toldAtMost)
    .map((run) => ({ code: 'comparison_forged', stream, run }))
}

/** A flood of invented rows makes no flood of sentences. */
const toldAtMost = 100

/**
 * What checkpoints vouch for besides entries and logs, and what is no longer so: sealed histories and comparisons of the streams of a
 * programme.
 */
export async function vouchedDiverge(db: Db, programme: ProgrammeId): Promise<readonly Divergence[]> {
  const { rows } = await sql<{ record: string }>`
    select distinct on (kind, subject) record from checkpoint_record where kind in ('history', 'comparison')
    order by kind, subject, first_size desc`.execute(db)
  const wanted = new Set(rows.map(({ record }) => record).filter((record) => isOf(record, programme)))
  for (const record of await sealedNow(db)) wanted.delete(record)
  const names = new Set([...wanted].map((record) => record.slice(0, record.lastIndexOf(' '))))
  for await (const some of comparisonRows(db))
    for (const row of some) {
      const name = `comparison ${row.stream} ${row.run}`
      if (names.has(name)) wanted.delete(`${name} ${comparisonHash(row)}`)
    }
  return [...wanted].map((record) => {
    const [kind = '', stream = '', run = ''] = record.split(' ')
    return { code: 'vouched_gone', stream, run, subject: kind }
  })
}

/** Which logs of looks and refusals are no longer what checkpoints vouch for. They are those of the whole installation, and are read whole. */
export const logsDiverge = async (db: Db): Promise<readonly string[]> =>
  (await brokenLogs(db)).map(({ log, places }) => `${log} ${places}`)

const sealedNow = async (db: Db): Promise<readonly string[]> => {
  const rows = await db.selectFrom('sealed_history').select(['stream', 'run', 'sha256']).execute()
  return rows.map(({ stream, run, sha256 }) => `history ${stream} ${run} ${sha256}`)
}

const isOf = (record: string, programme: ProgrammeId): boolean =>
  programmeOfBase(record.split(' ')[1] ?? '') === programme

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Sha256 } from '../../domain/ids.js'
import { canonicalText } from '../canonical-text.js'
import { noHash } from '../ledger.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** The logs that have a chain: who saw what, and what was refused. */
export const chainedLogs = ['access_log', 'refused_attempt'] as const
export type ChainedLog = (typeof chainedLogs)[number]

/** So many rows of a log, in the order of their places, and the hash over all of them. */
export interface LogEnd {
  readonly places: number
  readonly hash: Sha256
}

/** Rows that one statement places or reads: each may be as large as the database lets it, and all of them together are read in a second. */
const batch = 500
/** Rows that get their places under one checkpoint at the most: a flood of them waits for the next ones, and does not hold this one up. */
const atMost = 10_000

/**
 * Gives the rows of a log that have none their places, and follows the chain from a known end to the last of them. A row that
 * was numbered early and committed late gets its place late: nothing that was vouched for moves. The caller holds the
 * sequencer's lock.
 */
export async function endOfLog(db: Db, { log, known }: { log: ChainedLog; known: LogEnd }): Promise<LogEnd> {
  for (let placed = 0; placed < atMost; placed += batch) if ((await placeSome(db, log)) < batch) break
  return await follow(db, { log, from: known })
}

/** A log that is no longer as it was signed, and the first end that no longer holds. */
export interface BrokenLog {
  readonly log: ChainedLog
  readonly places: number
}

/**
 * The first end of each log that was vouched for and that its rows no longer give: some row up to it was changed, taken away or
 * put in. Empty where every log is as it was signed. Reads each log once, up to the last of its ends.
 */
export async function brokenLogs(db: Db): Promise<readonly BrokenLog[]> {
  const broken: BrokenLog[] = []
  for (const log of chainedLogs) {
    const places = await firstBroken(db, { log, signed: await signedEnds(db, log) })
    if (places !== undefined) broken.push({ log, places })
  }
  return broken
}

/** The first of some ends, in their order, that the rows do not give. */
const firstBroken = async (
  db: Db,
  { log, signed }: { readonly log: ChainedLog; readonly signed: readonly LogEnd[] },
): Promise<number | undefined> => {
  const ahead = [...signed].toReversed()
  const passed = (end: LogEnd): boolean => {
    while (ahead.at(-1)?.places === end.places && ahead.at(-1)?.hash === end.hash) ahead.pop()
    return (ahead.at(-1)?.places ?? end.places) > end.places
  }
  let goesOn = passed(beginningOfLog)
  for await (const some of walked(db, { log, from: beginningOfLog })) {
    for (const end of some) if (goesOn) goesOn = passed(end)
    if (!goesOn) break
  }
  return ahead.at(-1)?.places
}

/** Before the first row. */
export const beginningOfLog: LogEnd = { places: 0, hash: noHash }

/** What stands of a log in the state a checkpoint vouches for, behind its name. */
export const logEndText = ({ places, hash }: LogEnd): string => `${places} ${hash}`

/** The end a line of the state tells; undefined where it is no line of a log. */
export const logEndIn = (record: string): LogEnd | undefined => {
  const [, places, hash] = /^log \S+ (\d+) ([0-9a-f]{64})$/.exec(record) ?? []
  return places === undefined || hash === undefined ? undefined : { places: Number(places), hash }
}

const linked = (before: Sha256, text: string): Sha256 => createHash('sha256').update(`${before} ${text}`).digest('hex')

const placeSome = async (db: Db, log: ChainedLog): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`
    insert into log_place (log, place, id)
    select ${log}, (select coalesce(max(place), 0) from log_place where log = ${log}) + row_number() over (order by id), id
    from (
      select id from ${sql.table(log)} as row
      where not exists (select from log_place where log = ${log} and log_place.id = row.id)
      order by id limit ${batch}
    ) as unplaced`.execute(db)
  return Number(numAffectedRows)
}

interface Following {
  readonly log: ChainedLog
  readonly from: LogEnd
}

/** Follows the chain from an end, as far as there are rows. */
const follow = async (db: Db, { log, from }: Following): Promise<LogEnd> => {
  let end = from
  for await (const some of walked(db, { log, from })) end = some.at(-1) ?? end
  return end
}

/** The end behind each row that follows one, a part at a time. */
async function* walked(db: Db, { log, from }: Following): AsyncGenerator<readonly LogEnd[]> {
  for (let end = from; ;) {
    const { rows } = await sql<{ row: object }>`
      select to_jsonb(row) as row from log_place join ${sql.table(log)} as row on row.id = log_place.id
      where log = ${log} and place > ${end.places} and place <= ${end.places + batch} order by place`.execute(db)
    const ends: LogEnd[] = []
    for (const { row } of rows) {
      end = { places: end.places + 1, hash: linked(end.hash, canonicalText(row)) }
      ends.push(end)
    }
    yield ends
    if (rows.length < batch) return
  }
}

const signedEnds = async (db: Db, log: ChainedLog): Promise<readonly LogEnd[]> => {
  const records = await db
    .selectFrom('checkpoint_record')
    .select('record')
    .where('kind', '=', 'log')
    .where('subject', '=', log)
    .orderBy('first_size')
    .execute()
  return records.flatMap(({ record }) => logEndIn(record) ?? [])
}

import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Instant, Sha256 } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { entryRecord, growingTree, leafHash, subtreesOf } from './tree.js'
import type { Node } from './tree.js'

type Trx = Transaction<Database>

/** The lock of the one sequencer. */
const sequencerLock = 0x1ed6e2
/** Entries that one transaction puts in order. */
const batch = 2_000

/**
 * Gives every committed entry its place in the one order over all streams, and grows the tree. There is one sequencer at
 * a time in the whole installation: a second one waits. Within a stream the order is that of the stream; between streams
 * that of the time at which entries were recorded. Returns how many entries were placed.
 */
export async function sequence(db: Kysely<Database>): Promise<number> {
  for (let placed = 0; ;) {
    const more = await db.transaction().execute(placeSome)
    placed += more
    if (more < batch) return placed
  }
}

/** Takes the sequencer's lock to the end of the transaction: the order and the checkpoints stand still. */
export const lockSequencer = async (trx: Trx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${sequencerLock})`.execute(trx)
}

/** Gives the next entries their places, a batch at most, within a transaction. Returns how many. */
export async function placeSome(trx: Trx): Promise<number> {
  await lockSequencer(trx)
  const rows = await unplaced(trx)
  if (rows.length === 0) return 0
  const size = await sizeOf(trx)
  const tree = growingTree(size, await nodesAt(trx, subtreesOf(0, size)))
  const nodes = rows.flatMap(({ hash }) => tree.append(leafHash(entryRecord(hash))))
  await trx
    .insertInto('ledger_leaf')
    .values(rows.map(({ stream, seq }, at) => ({ index: size + at, stream, seq })))
    .execute()
  await trx.insertInto('ledger_node').values(nodes).execute()
  return rows.length
}

interface Unplaced {
  readonly stream: string
  readonly seq: number
  readonly hash: Sha256
  readonly recorded_at: Instant
}

/** By stream, so that the look costs as many probes as there are streams and not as there are entries. */
async function unplaced(trx: Trx): Promise<readonly Unplaced[]> {
  const { rows } = await sql<Unplaced>`
    select entry.stream, entry.seq, entry.hash, entry.recorded_at
    from ledger_head head
    join lateral (select coalesce(max(seq), 0) as seq from ledger_leaf where stream = head.stream) placed
      on placed.seq < head.seq
    join ledger_entry entry on entry.stream = head.stream and entry.seq > placed.seq and entry.seq <= head.seq
    order by max(entry.recorded_at) over (partition by entry.stream order by entry.seq), entry.stream, entry.seq
    limit ${batch}`.execute(trx)
  return rows
}

/** How many entries have their place. */
export const sizeOf = async (db: Kysely<Database>): Promise<number> => {
  const last = await db.selectFrom('ledger_leaf').select('index').orderBy('index', 'desc').limit(1).executeTakeFirst()
  return last === undefined ? 0 : last.index + 1
}

/** The stored nodes at those places, in the order asked for; a missing one is a defect or the work of a tamperer. */
export async function nodesAt(db: Kysely<Database>, places: readonly Omit<Node, 'hash'>[]): Promise<readonly Node[]> {
  const found = new Map<string, Node>()
  for (let at = 0; at < places.length; at += nodesAtOnce) {
    const some = JSON.stringify(places.slice(at, at + nodesAtOnce))
    const { rows } = await sql<Node>`
      select distinct node.level, node.index, node.hash
      from jsonb_to_recordset(${some}::jsonb) as place (level smallint, index bigint)
      join ledger_node node on node.level = place.level and node.index = place.index`.execute(db)
    for (const node of rows) found.set(`${node.level}/${node.index}`, node)
  }
  return places.map(({ level, index }) => {
    const node = found.get(`${level}/${index}`)
    if (node === undefined) throw new Error(`Node ${index} of level ${level} is missing from the ledger's tree.`)
    return node
  })
}

/** Places asked for in one statement. */
const nodesAtOnce = 10_000

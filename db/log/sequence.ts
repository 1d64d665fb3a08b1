import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Sha256 } from '../../domain/ids.js'
import { bearsSeal, isAsSealed } from '../seals/entry-seal.js'
import { noHash } from '../ledger.js'
import type { LedgerEntry } from '../ledger.js'
import type { Database } from '../schema.js'
import { entryRecord, growingTree, leafHash, subtreesOf } from './tree.js'
import type { Node } from './tree.js'

type Trx = Transaction<Database>

/** Where whoever tells of changes listens. It only says when to look: what has its place stands in the order. */
export const placedChannel = 'placed'

/** Entries that one transaction puts in order. */
const batch = 2_000

/**
 * Gives every committed entry its place in the one order over all streams, and grows the tree. There is one sequencer at
 * a time in the whole installation: a second one waits. Within a stream the order is that of the stream; between streams
 * that of the time at which entries were recorded. An entry that no worker sealed gets none. Works as the sequencer's role alone.
 * Returns how many were placed.
 */
export async function sequence(db: Kysely<Database>): Promise<number> {
  for (let placed = 0; ;) {
    const more = await db.transaction().execute(placeSome)
    placed += more
    if (more < batch) return placed
  }
}

/**
 * Takes the sequencer's turn to the end of the transaction: the order and the checkpoints stand still. Its role alone may lock the table,
 * so nobody else can hold the turn.
 */
export const lockSequencer = async (trx: Trx): Promise<void> => {
  await sql`lock table sequencer_turn in exclusive mode`.execute(trx)
}

/** Gives the next entries their places, a batch at most, within a transaction. Returns how many. */
export async function placeSome(trx: Trx): Promise<number> {
  await lockSequencer(trx)
  const rows = await vouchedFor(trx)
  if (rows.length === 0) return 0
  const size = await sizeOf(trx)
  const tree = growingTree(size, await nodesAt(trx, subtreesOf(0, size)))
  const nodes = rows.flatMap(({ hash }) => tree.append(leafHash(entryRecord(hash))))
  await trx
    .insertInto('ledger_leaf')
    .values(rows.map(({ stream, seq }, at) => ({ index: size + at, stream, seq })))
    .execute()
  await trx.insertInto('ledger_node').values(nodes).execute()
  await sql`select pg_notify(${placedChannel}, '')`.execute(trx)
  return rows.length
}

/**
 * The next entries that a worker wrote as they stand: each bears its seal, its text and fields have its hash, and it continues its chain.
 * Where one does not, it has no place, nor has what stands behind it in its stream; the other streams go on, however many
 * such entries there are.
 */
async function vouchedFor(trx: Trx): Promise<readonly Unplaced[]> {
  const going = await goingStreams(trx)
  for (;;) {
    const known = going.size
    const rows = await unplaced(trx, [...going])
    const sealed = rows.filter((row) => goesOn(going, { row, isSound: bearsSeal(row) }))
    const whole = await continuing(trx, sealed)
    const sound = sealed.filter((row) => goesOn(going, { row, isSound: whole.has(`${row.stream} ${row.seq}`) }))
    if (going.size === known || rows.length < batch) return sound
  }
}

/** Whether a row's stream goes on with it; where the row is not sound the stream stops there. */
const goesOn = (
  going: Set<string>,
  { row, isSound }: { readonly row: Unplaced; readonly isSound: boolean },
): boolean => {
  if (!isSound) going.delete(row.stream)
  return going.has(row.stream)
}

interface Unplaced {
  readonly stream: string
  readonly seq: number
  readonly hash: Sha256
  readonly command_id: string
  readonly seal: string | null
}

/** The streams whose next entry bears a seal: streams that begin with an entry of nobody's cost one look, however many there are. */
async function goingStreams(trx: Trx): Promise<Set<string>> {
  const going = new Set<string>()
  for (let after = ''; ;) {
    const { rows } = await sql<Unplaced>`
      select entry.stream, entry.seq, entry.hash, entry.command_id, entry.seal
      from ledger_head head
      join lateral (select coalesce(max(seq), 0) as seq from ledger_leaf where stream = head.stream) placed
        on placed.seq < head.seq
      join ledger_entry entry on entry.stream = head.stream and entry.seq = placed.seq + 1
      where head.stream > ${after}
      order by head.stream limit ${streamsAtOnce}`.execute(trx)
    for (const row of rows) if (bearsSeal(row)) going.add(row.stream)
    const last = rows.at(-1)
    if (last === undefined || rows.length < streamsAtOnce) return going
    after = last.stream
  }
}

const streamsAtOnce = 10_000

/** By stream, so that the look costs as many probes as there are streams and not as there are entries. */
async function unplaced(trx: Trx, streams: readonly string[]): Promise<readonly Unplaced[]> {
  if (streams.length === 0) return []
  const { rows } = await sql<Unplaced>`
    select entry.stream, entry.seq, entry.hash, entry.command_id, entry.seal
    from ledger_head head
    join lateral (select coalesce(max(seq), 0) as seq from ledger_leaf where stream = head.stream) placed
      on placed.seq < head.seq
    join ledger_entry entry on entry.stream = head.stream and entry.seq > placed.seq and entry.seq <= head.seq
    where head.stream = any(${streams})
    order by max(entry.recorded_at) over (partition by entry.stream order by entry.seq), entry.stream, entry.seq
    limit ${batch}`.execute(trx)
  return rows
}

/** Which of some entries that bear a seal are as they were sealed, and continue their chain. Only these are read whole. */
async function continuing(trx: Trx, sealed: readonly Unplaced[]): Promise<ReadonlySet<string>> {
  const sound = new Set<string>()
  for (let at = 0; at < sealed.length; at += wholeAtOnce) {
    const some = JSON.stringify(sealed.slice(at, at + wholeAtOnce).map(({ stream, seq }) => ({ stream, seq })))
    const { rows } = await sql<LedgerEntry & { readonly before: Sha256 | null }>`
      select entry.*, before.hash as before
      from jsonb_to_recordset(${some}::jsonb) as place (stream text, seq integer)
      join ledger_entry entry on entry.stream = place.stream and entry.seq = place.seq
      left join ledger_entry before on before.stream = place.stream and before.seq = place.seq - 1`.execute(trx)
    for (const { before, ...row } of rows) {
      const begins = row.seq === 1 && before === null
      if ((begins ? noHash : before) === row.prev_hash && isAsSealed(row)) sound.add(`${row.stream} ${row.seq}`)
    }
  }
  return sound
}

/** Entries that one statement reads whole. */
const wholeAtOnce = 200

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

import type { Kysely, Transaction } from 'kysely'
import { machineClock } from '../../clock/machine-clock.js'
import type { Instant, Sha256 } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { vouchForNewKeys } from './key-notes.js'
import { signedNote } from './note.js'
import type { NoteSigner } from './note.js'
import { lockSequencer, nodesAt, sequence, sizeOf } from './sequence.js'
import { renewState } from './state-records.js'
import { rootOf, rootOfRecords, subtreesOf } from './tree.js'

type Db = Kysely<Database>

/** A checkpoint is made when so many entries, or an entry of so long ago, are not under one yet. */
export const checkpointLimits = { entries: 256, ageMs: 5 * 60_000 } as const

export interface Checkpointing {
  /** The current key first; a key that is being replaced signs beside it. The first one's name is the log's origin. */
  readonly signers: readonly NoteSigner[]
  /** Someone waits for it: at once, if there is anything new at all. */
  readonly atOnce?: boolean
  readonly now?: () => Date
}

export interface MadeCheckpoint {
  readonly size: number
  readonly root: Sha256
  readonly note: string
  /** The lines of the state it vouches for, sorted. */
  readonly records: readonly string[]
}

/**
 * Puts new entries in order and signs a checkpoint over them when one is due. Safe to call from several processes at
 * once. Returns the checkpoint that was made, or undefined when none was due.
 */
export async function makeCheckpoint(db: Db, wanted: Checkpointing): Promise<MadeCheckpoint | undefined> {
  await sequence(db)
  return await db.transaction().execute((trx) => signWhenDue(trx, wanted))
}

type Trx = Transaction<Database>

/** The same within a transaction, over the entries that have their places already. */
export async function signWhenDue(trx: Trx, wanted: Checkpointing): Promise<MadeCheckpoint | undefined> {
  await lockSequencer(trx)
  const size = await sizeOf(trx)
  return (await isDue(trx, { size, ...wanted })) ? await sign(trx, { size, ...wanted }) : undefined
}

async function isDue(trx: Trx, { size, atOnce = false, now = machineClock }: Checkpointing & { size: number }) {
  const last = await trx.selectFrom('checkpoint').select('size').orderBy('size', 'desc').limit(1).executeTakeFirst()
  const signed = last?.size ?? 0
  if (size <= signed) return false
  if (atOnce || size - signed >= checkpointLimits.entries) return true
  const oldest = await trx
    .selectFrom('ledger_leaf as leaf')
    .innerJoin('ledger_entry as entry', (join) =>
      join.onRef('entry.stream', '=', 'leaf.stream').onRef('entry.seq', '=', 'leaf.seq'),
    )
    .select('entry.recorded_at')
    .where('leaf.index', '=', signed)
    .executeTakeFirst()
  return oldest === undefined || now().getTime() - Date.parse(oldest.recorded_at) >= checkpointLimits.ageMs
}

async function sign(trx: Trx, { size, signers, now = machineClock }: Checkpointing & { size: number }) {
  const [origin] = signers
  if (origin === undefined) throw new Error('A checkpoint needs at least one key to sign it with.')
  const subtrees = await nodesAt(trx, subtreesOf(0, size))
  const records = await renewState(trx, size)
  const [root, stateRoot, signedAt] = [rootOf(subtrees), rootOfRecords(records), now().toISOString()]
  await vouchForNewKeys(trx, { signers, size, signedAt })
  const note = signedNote(checkpointText({ origin: origin.name, size, root, stateRoot, signedAt }), signers)
  await trx
    .insertInto('checkpoint_key')
    .values(signers.map(({ id, verifierKey }) => ({ id, verifier_key: verifierKey, first_size: size })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await trx.insertInto('checkpoint').values({ size, root, state_root: stateRoot, signed_at: signedAt, note }).execute()
  return { size, root, note, records }
}

interface CheckpointBody {
  readonly origin: string
  readonly size: number
  readonly root: Sha256
  readonly stateRoot: Sha256
  readonly signedAt: Instant
}

/** The text that is signed (C2SP tlog-checkpoint): origin, size, root, and two lines of our own. */
const checkpointText = ({ origin, size, root, stateRoot, signedAt }: CheckpointBody): string =>
  [origin, size, base64(root), `state ${base64(stateRoot)}`, `time ${signedAt}`, ''].join('\n')

const base64 = (hash: Sha256): string => Buffer.from(hash, 'hex').toString('base64')

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'
import type { LedgerEntry } from '../ledger.js'
import { readTexts, unsealedText } from './texts.js'

type Db = Kysely<Database>

/** Of what evidence is made: one base, or a programme with all its bases. */
export interface EvidenceSubject {
  readonly kind: 'base' | 'programme'
  readonly id: string
}

/** The streams of a subject that have entries, sorted. A programme's id holds no hyphen, a base's begins with it. */
export async function streamsOf(db: Db, { kind, id }: EvidenceSubject): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('ledger_head')
    .select('stream')
    .where('seq', '>', 0)
    .where((eb) =>
      kind === 'base'
        ? eb('stream', '=', id)
        : eb.or([eb('stream', '=', id), eb(sql`split_part(stream, '-', 1)`, '=', id)]),
    )
    .execute()
  return rows.map(({ stream }) => stream).toSorted()
}

export interface PlacedEntry extends LedgerEntry {
  readonly index: number
}

/** The entries of some streams that lie under a checkpoint, in the order of the log, a part at a time. */
export async function* placedEntries(
  db: Db,
  { streams, size }: { streams: readonly string[]; size: number },
): AsyncGenerator<readonly PlacedEntry[]> {
  for (let after = -1; ;) {
    const rows = await db
      .selectFrom('ledger_leaf as leaf')
      .innerJoin('ledger_entry as entry', (join) =>
        join.onRef('entry.stream', '=', 'leaf.stream').onRef('entry.seq', '=', 'leaf.seq'),
      )
      .selectAll('entry')
      .select('leaf.index')
      .where('leaf.stream', 'in', [...streams])
      .where('leaf.index', '>', after)
      .where('leaf.index', '<', size)
      .orderBy('leaf.index')
      .limit(entriesAtOnce)
      .execute()
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < entriesAtOnce) return
    after = last.index
  }
}

const entriesAtOnce = 5_000

/** Every checkpoint up to one, with what outsiders added to each. */
export async function checkpointsUpTo(db: Db, size: number) {
  const [checkpoints, attestations] = [
    await db.selectFrom('checkpoint').selectAll().where('size', '<=', size).orderBy('size').execute(),
    await db.selectFrom('checkpoint_attestation').selectAll().where('size', '<=', size).orderBy('name').execute(),
  ]
  return checkpoints.map((checkpoint) => ({
    ...checkpoint,
    attestations: attestations.filter((one) => one.size === checkpoint.size),
  }))
}

/** The public keys that ever signed, in the order in which they came into use. */
export const checkpointKeys = (db: Db) =>
  db.selectFrom('checkpoint_key').selectAll().orderBy('first_size').orderBy('id').execute()

/** The texts of persons that the entries of some streams name; erased ones have neither salt nor body. */
export async function textsOf(db: Db, streams: readonly string[]) {
  const rows = await readTexts(db)
    .select(['text.stream', 'text.salt'])
    .where('text.stream', 'in', [...streams])
    .orderBy('text.created_at')
    .orderBy('text.id')
    .execute()
  return rows.map(unsealedText).map(({ id, stream, salt, body }) => ({ id, stream, salt, body }))
}

/** What lists show of bases, which the entries must give again. */
export const shownBases = (db: Db, streams: readonly string[]) =>
  db
    .selectFrom('base')
    .select(['id', 'stage', 'status', 'closed_at', 'head_seq', 'head_hash'])
    .where('id', 'in', [...streams])
    .orderBy('id')
    .execute()

/** The heads the database itself keeps. */
export const headsOf = (db: Db, streams: readonly string[]) =>
  db
    .selectFrom('ledger_head')
    .select(['stream', 'seq', 'hash'])
    .where('stream', 'in', [...streams])
    .orderBy('stream')
    .execute()

/** The rule sets there are. */
export const allProcedures = (db: Db) => db.selectFrom('procedure').select(['id', 'version', 'body']).execute()

/** The sealed histories of some streams, in the order of their sealing. */
export const sealedHistories = (db: Db, streams: readonly string[]) =>
  db
    .selectFrom('sealed_history')
    .selectAll()
    .where('stream', 'in', [...streams])
    .orderBy('sealed_at')
    .orderBy('run')
    .execute()

/** The workflow runs that wrote entries of some streams. */
export async function runsOf(db: Db, streams: readonly string[]) {
  return db
    .selectFrom('ledger_entry')
    .select(['stream', 'workflow_run as run'])
    .distinct()
    .where('stream', 'in', [...streams])
    .orderBy('stream')
    .orderBy('run')
    .execute()
}

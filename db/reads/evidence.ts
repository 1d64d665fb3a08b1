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
    await db
      .selectFrom('checkpoint_attestation')
      .selectAll()
      .where('size', '<=', size)
      .orderBy('name')
      .orderBy('received_at')
      .orderBy('body')
      .execute(),
  ]
  return attested(checkpoints, attestations)
}

/** Each checkpoint with what outsiders added to it, in one pass over both. */
export const attested = <C extends { readonly size: number }, A extends { readonly size: number }>(
  checkpoints: readonly C[],
  attestations: readonly A[],
): readonly (C & { readonly attestations: readonly A[] })[] => {
  const bySize = new Map<number, A[]>()
  for (const one of attestations) {
    const known = bySize.get(one.size)
    if (known === undefined) bySize.set(one.size, [one])
    else known.push(one)
  }
  return checkpoints.map((checkpoint) => ({ ...checkpoint, attestations: bySize.get(checkpoint.size) ?? [] }))
}

/** The public keys that ever signed, in the order in which they came into use. */
export const checkpointKeys = (db: Db) =>
  db.selectFrom('checkpoint_key').selectAll().orderBy('first_size').orderBy('id').execute()

/**
 * The texts of persons in some streams, with their authors; erased ones have neither salt nor body. One that nobody can open, since something
 * else was put in its place, has none either: no entry says that it was erased, so the evidence tells it.
 */
export async function textsOf(db: Db, streams: readonly string[]) {
  const rows = await readTexts(db)
    .select(['text.stream', 'text.salt'])
    .where('text.stream', 'in', [...streams])
    .orderBy('text.created_at')
    .orderBy('text.id')
    .execute()
  return rows.map(opened).map(({ id, stream, author, salt, body }) => ({ id, stream, author, salt, body }))
}

const opened = <T extends Parameters<typeof unsealedText>[0]>(row: T) => {
  try {
    return unsealedText(row)
  } catch {
    return { ...row, body: null }
  }
}

/** The entries by which persons were erased, in whichever streams, under a checkpoint. */
export const erasuresOf = (db: Db, { people, size }: { people: readonly string[]; size: number }) =>
  people.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('ledger_entry as entry')
        .innerJoin('ledger_leaf as leaf', (join) =>
          join.onRef('entry.stream', '=', 'leaf.stream').onRef('entry.seq', '=', 'leaf.seq'),
        )
        .selectAll('entry')
        .select('leaf.index')
        .where('entry.type', '=', 'person_erased')
        .where(sql<string>`entry.payload ->> 'person'`, 'in', [...people])
        .where('leaf.index', '<', size)
        .orderBy('leaf.index')
        .execute()

/** The streams in which somebody was erased whose words some streams name. */
export async function erasureStreams(db: Db, streams: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('erasure')
    .select('programme')
    .distinct()
    .where('erased_at', 'is not', null)
    .where(
      'person',
      'in',
      db
        .selectFrom('text')
        .select('author')
        .where('stream', 'in', [...streams]),
    )
    .execute()
  return rows.map(({ programme }) => programme)
}

/** What lists show of bases, which the entries must give again. */
export const shownBases = (db: Db, streams: readonly string[]) =>
  db
    .selectFrom('base')
    .select(['id', 'stage', 'status', 'closed_at', 'head_seq', 'head_hash'])
    .where('id', 'in', [...streams])
    .orderBy('id')
    .execute()

/** What was brought to prove facts for some bases, in its order. */
export const exhibitsOf = (db: Db, streams: readonly string[]) =>
  db
    .selectFrom('exhibit')
    .selectAll()
    .where('base', 'in', [...streams])
    .orderBy('base')
    .orderBy('received_seq')
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

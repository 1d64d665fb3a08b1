import type { Kysely } from 'kysely'
import { canonicalText } from '../../db/canonical-text.js'
import { entryText } from '../../db/ledger.js'
import { keyNotes } from '../../db/log/key-notes.js'
import { consistencyProofs, inclusionProofs } from '../../db/log/proofs.js'
import { stateAt } from '../../db/log/state-records.js'
import {
  allProcedures,
  checkpointKeys,
  checkpointsUpTo,
  exhibitsOf,
  headsOf,
  placedEntries,
  shownBases,
} from '../../db/reads/evidence.js'
import type { PlacedEntry } from '../../db/reads/evidence.js'
import type { Database } from '../../db/schema.js'
import { entriesCsv, exceptionsCsv } from './csv.js'
import { keyLines } from './key-lines.js'
import { exhibitLine } from './exhibit-line.js'
import { lines } from './lines.js'
import { versionLines } from './text-versions.js'
import { textFiles } from './texts.js'
import { stateLines, treeLines } from './tree-lines.js'

type Db = Kysely<Database>
export type EvidenceFiles = ReadonlyMap<string, string | Uint8Array>

export interface Gathering {
  readonly streams: readonly string[]
  /** The checkpoint the evidence is made under. */
  readonly size: number
}

export interface Gathered {
  readonly files: EvidenceFiles
  readonly entries: readonly PlacedEntry[]
  /** What the database itself is at odds with, each in a sentence. */
  readonly differences: readonly string[]
}

/** The files of an evidence file that come from the ledger alone: entries, order, checkpoints, proofs, rules, texts. */
export async function gatherLedger(db: Db, gathering: Gathering): Promise<Gathered> {
  const { streams, size } = gathering
  const entries = await allEntries(db, gathering)
  const checkpoints = await checkpointsUpTo(db, size)
  const sizes = checkpoints.map((checkpoint) => checkpoint.size)
  const records = (await stateAt(db, size)).map(({ record }) => record)
  const differences = [...(await differencesIn(db, { entries, streams }))]
  const [tree, proofs] = await proved(db, { entries, sizes, size }).catch((error: unknown) => {
    // A tree that lacks a node is evidence too: of somebody who took it away.
    differences.push(error instanceof Error ? error.message : String(error))
    return ['', {}] as const
  })
  const notes = checkpoints.map(({ note }) => note)
  const files = new Map<string, string | Uint8Array>([
    ['entries.ndjson', inOnePiece(entries, (entry) => `${entry.hash} ${entryText(entry)}\n`)],
    ['entries.csv', entriesCsv(entries)],
    ['exceptions.csv', exceptionsCsv(entries)],
    ['tree.txt', tree],
    ['state.txt', stateLines(records, toldIn(streams))],
    ['checkpoints.ndjson', lines(checkpoints.map(withAttestations))],
    ['checkpoint.txt', notes.at(-1) ?? ''],
    ...keyLines({ keys: await checkpointKeys(db), kept: await keyNotes(db), notes }),
    ['proofs.json', `${JSON.stringify(proofs)}\n`],
    ...(await textFiles(db, { streams, entries, size })),
    ['text-versions.ndjson', await versionLines(db, entries)],
    // Before the bases: what is shown of an exhibit is never newer than what is shown of its base.
    ['exhibits.ndjson', lines((await exhibitsOf(db, streams)).map(exhibitLine))],
    ['bases.ndjson', lines((await shownBases(db, streams)).map(shown))],
  ])
  const signed = new Set(records.filter(isOfRules).map((record) => record.split(' ')[1]))
  // A version published since is under no checkpoint yet.
  for (const { id, version, body } of await allProcedures(db))
    if (signed.has(`${id}@${version}`)) files.set(`procedures/${id}@${version}.json`, canonicalText(body))
  return { files, entries, differences }
}

const proved = async (db: Db, proving: Proving) =>
  [
    await treeLines(db, { places: proving.entries.map(({ index }) => index), sizes: proving.sizes }),
    await proofsOf(db, proving),
  ] as const

/** In parts, since the longest string is shorter than the longest file. */
const inOnePiece = <T>(values: readonly T[], textOf: (value: T) => string): Uint8Array => {
  const parts: Buffer[] = []
  for (let at = 0; at < values.length; at += 10_000)
    parts.push(
      Buffer.from(
        values
          .slice(at, at + 10_000)
          .map(textOf)
          .join(''),
      ),
    )
  return Buffer.concat(parts)
}

async function allEntries(db: Db, { streams, size }: Gathering): Promise<readonly PlacedEntry[]> {
  const found: PlacedEntry[] = []
  for await (const some of placedEntries(db, { streams, size })) found.push(...some)
  return found
}

type Shown = Awaited<ReturnType<typeof shownBases>>[number]
const shown = ({ id, stage, status, closed_at, head_seq, head_hash }: Shown) => ({
  base: id,
  stage,
  status,
  closed: closed_at !== null,
  seq: head_seq,
  hash: head_hash,
})

const isOfRules = (record: string): boolean => record.startsWith('procedure ')

/** A checkpoint with what outsiders added to it; when it came is the installation's own affair. */
const withAttestations = ({ note, attestations }: Awaited<ReturnType<typeof checkpointsUpTo>>[number]) => ({
  note,
  attestations: attestations.map(({ kind, name, body }) => ({ kind, name, body })),
})

/**
 * Own lines and all rules are told, of others nothing but hashes. That none of the own is hidden among those is said by the
 * signed statement, which the sequencer makes from the whole state after it has seen that it gives the signed root.
 */
const toldIn = (streams: readonly string[]): ((record: string) => boolean) => {
  const own = new Set(streams)
  return (record) => {
    const [kind = '', stream = ''] = record.split(' ', 2)
    // What the installation noted of its own logs and comparisons is no part of the evidence.
    return isOfRules(record) || (['stream', 'history'].includes(kind) && own.has(stream))
  }
}

interface Proving {
  readonly entries: readonly PlacedEntry[]
  readonly sizes: readonly number[]
  readonly size: number
}

/** For other programs: that the last entry of each stream is in the log, and that each checkpoint is its beginning. */
const proofsOf = async (db: Db, { entries, sizes, size }: Proving) => {
  const last = new Map(entries.map(({ stream, index }) => [stream, index]))
  return {
    size,
    inclusion: await inclusionProofs(db, { indexes: [...last.values()], size }),
    consistency: await consistencyProofs(db, { sizes: sizes.slice(0, -1), to: size }),
  }
}

/** Where two places of the database should say the same and do not. */
async function differencesIn(
  db: Db,
  { entries, streams }: { entries: readonly PlacedEntry[]; streams: readonly string[] },
): Promise<readonly string[]> {
  const last = new Map(entries.map((entry) => [entry.stream, entry]))
  const texts = entries
    .filter(({ payload, canonical }) => canonicalText(payload) !== canonical)
    .map(({ stream, seq }) => `entry ${seq} of ${stream} is kept in two forms, and they differ.`)
  const heads = [
    ...(await headsOf(db, streams)),
    ...(await shownBases(db, streams)).map(({ id, head_seq, head_hash }) => ({
      stream: id,
      seq: head_seq,
      hash: head_hash,
    })),
  ]
  const ends = heads
    .filter(({ stream, seq, hash }) => {
      const entry = last.get(stream)
      // What was written after the checkpoint is not in the file yet.
      return entry === undefined || seq < entry.seq || (seq === entry.seq && hash !== entry.hash)
    })
    .map(({ stream, seq }) => `the head of ${stream} is kept as entry ${seq}, which is not its last entry.`)
  return [...texts, ...new Set(ends)]
}

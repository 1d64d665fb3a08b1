import type { Kysely } from 'kysely'
import { z } from 'zod'
import { canonicalText, entryText } from '../../db/ledger.js'
import { consistencyProofs, inclusionProofs } from '../../db/log/proofs.js'
import { stateAt } from '../../db/log/state-records.js'
import {
  allProcedures,
  checkpointKeys,
  checkpointsUpTo,
  headsOf,
  placedEntries,
  shownBases,
  textsOf,
} from '../../db/reads/evidence.js'
import type { EvidenceSubject, PlacedEntry } from '../../db/reads/evidence.js'
import type { Database } from '../../db/schema.js'
import { entriesCsv, exceptionsCsv } from './csv.js'
import { stateLines, treeLines } from './tree-lines.js'

type Db = Kysely<Database>
export type EvidenceFiles = ReadonlyMap<string, string | Uint8Array>

export interface Gathering {
  readonly subject: EvidenceSubject
  readonly streams: readonly string[]
  /** The checkpoint the evidence is made under. */
  readonly size: number
  readonly now: Date
}

export interface Gathered {
  readonly files: EvidenceFiles
  readonly entries: readonly PlacedEntry[]
  /** What the database itself is at odds with, each in a sentence. */
  readonly differences: readonly string[]
}

/** The files of an evidence file that come from the ledger alone: entries, order, checkpoints, proofs, rules, texts. */
export async function gatherLedger(db: Db, gathering: Gathering): Promise<Gathered> {
  const { subject, streams, size, now } = gathering
  const entries = await allEntries(db, gathering)
  const checkpoints = await checkpointsUpTo(db, size)
  const sizes = checkpoints.map((checkpoint) => checkpoint.size)
  const origin = checkpoints.at(-1)?.note.split('\n', 1)[0] ?? ''
  const manifest = { format: 1, kind: subject.kind, subject: subject.id, origin, madeAt: now.toISOString(), streams }
  const records = (await stateAt(db, size)).map(({ record }) => record)
  const differences = [...(await differencesIn(db, { entries, streams }))]
  const [tree, proofs] = await proved(db, { entries, sizes, size }).catch((error: unknown) => {
    // A tree that lacks a node is evidence too: of somebody who took it away.
    differences.push(error instanceof Error ? error.message : String(error))
    return ['', {}] as const
  })
  const texts = new Set(entries.flatMap(({ payload }) => textsIn(payload)))
  const files = new Map<string, string | Uint8Array>([
    ['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['entries.ndjson', inOnePiece(entries, (entry) => `${entry.hash} ${entryText(entry)}\n`)],
    ['entries.csv', entriesCsv(entries)],
    ['exceptions.csv', exceptionsCsv(entries)],
    ['tree.txt', tree],
    ['state.txt', stateLines(records, toldIn(records, { subject, streams }))],
    ['checkpoints.ndjson', lines(checkpoints.map(({ note, attestations }) => ({ note, attestations })))],
    ['checkpoint.txt', checkpoints.at(-1)?.note ?? ''],
    ['keys.txt', (await checkpointKeys(db)).map((key) => `${key.verifier_key}\n`).join('')],
    ['proofs.json', `${JSON.stringify(proofs)}\n`],
    ['texts.ndjson', lines((await textsOf(db, streams)).filter(({ id }) => texts.has(id)))],
    ['bases.ndjson', lines((await shownBases(db, streams)).map(shown))],
  ])
  for (const { id, version, body } of await allProcedures(db))
    files.set(`procedures/${id}@${version}.json`, canonicalText(body))
  return { files, entries, differences }
}

/** The texts an entry names. What came with a refused attempt is named by none, and belongs to no record. */
const textsIn = (payload: object): readonly string[] =>
  Object.values(payload).flatMap((value: unknown) => {
    const named = TextNamed.safeParse(value)
    return named.success ? [named.data.id] : []
  })
const TextNamed = z.object({ id: z.string(), hash: z.string() })

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

const lines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

async function allEntries(db: Db, { streams, size }: Gathering): Promise<readonly PlacedEntry[]> {
  const found: PlacedEntry[] = []
  for await (const some of placedEntries(db, { streams, size })) found.push(...some)
  return found
}

type Shown = Awaited<ReturnType<typeof shownBases>>[number]
const shown = ({ id, stage, status, closed_at, head_seq, head_hash }: Shown) => ({
  ...{ base: id, stage, status, closed: closed_at !== null, seq: head_seq, hash: head_hash },
})

/** Own lines and all rules are told; of a whole programme also the two lines beside its own, to show that none is hidden. */
const toldIn = (
  records: readonly string[],
  { subject, streams }: { subject: EvidenceSubject; streams: readonly string[] },
): ((record: string, at: number) => boolean) => {
  const own = new Set(streams)
  const isOwn = (record: string): boolean => own.has(record.split(' ', 2)[1] ?? '') && !record.startsWith('procedure ')
  const isStream = (record: string): boolean => record.startsWith('stream ') && isOwn(record)
  const beside =
    subject.kind === 'programme' ? [records.findIndex(isStream) - 1, records.findLastIndex(isStream) + 1] : []
  return (record, at) => isOwn(record) || record.startsWith('procedure ') || beside.includes(at)
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
      ...{ stream: id, seq: head_seq, hash: head_hash },
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

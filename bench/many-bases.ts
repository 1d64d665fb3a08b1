import { createHash } from 'node:crypto'
import { z } from 'zod'
import { now } from '../clock/machine-clock.js'
import { canonicalText } from '../db/canonical-text.js'
import { makeSignerKey, readSigner, signedNote } from '../db/log/note.js'
import type { NoteSigner } from '../db/log/note.js'
import { consistencyRanges, inclusionRanges } from '../db/log/proofs.js'
import { growingTree, leafHash, rootOf, rootOfRecords, subtreesOf } from '../db/log/tree.js'
import { fingerprint } from '../documents/document-store.js'
import type { Files } from '../verify/zip.js'

/**
 * The evidence of one base as that of a programme with so many of them that it has at least `wanted` entries: the same life
 * under new names, hashed, chained, proved and signed as the ledger would. Papers and texts are left out, and the histories are
 * named and empty.
 */
export const manyTimes = (files: Files, wanted: number): Files => {
  const rules = files.names.filter((name) => name.startsWith('procedures/'))
  const rulesTold = rules.map((name) => `procedure ${name.slice(11, -5)} ${sha256(textIn(files, name))}`)
  const { lines, rows, checkpoints, heads, ends, signer, pathsTo, pathOf } = signedLog(lifeIn(files), {
    wanted,
    rulesTold,
  })
  const last = checkpoints.at(-1)?.size ?? 0
  const streams = heads.map((head) => head.split(' ')[1] ?? '').toSorted()
  const proofs = {
    size: last,
    inclusion: ends.map(pathOf),
    consistency: checkpoints.slice(0, -1).map(({ size }) => pathsTo(size)),
  }
  const made = new Map<string, Buffer>([
    ...['README.txt', 'report.en.pdf', 'report.zh-CN.pdf', 'verify-evidence.mjs', 'texts.ndjson', 'erasures.ndjson']
      .concat('differences.ndjson', 'key-notes.ndjson')
      .map((name) => [name, Buffer.alloc(0)] as const),
    ['bases.ndjson', Buffer.from(basesOf(files, heads))],
    ['checkpoint.txt', Buffer.from(checkpoints.at(-1)?.note ?? '')],
    ['entries.ndjson', Buffer.concat(lines)],
    ['entries.csv', Buffer.concat([Buffer.from(`${headIn(files)}\r\n`), ...rows])],
    ['exceptions.csv', Buffer.from(exceptionsOf(files, heads))],
    ['tree.txt', Buffer.from(`e ${last}\n`)],
    [
      'state.txt',
      Buffer.from(
        [...heads, ...rulesTold]
          .toSorted()
          .map((record) => `r ${record}\n`)
          .join(''),
      ),
    ],
    [
      'checkpoints.ndjson',
      Buffer.from(checkpoints.map(({ note }) => `${JSON.stringify({ note, attestations: [] })}\n`).join('')),
    ],
    ['keys.txt', Buffer.from(`${signer.verifierKey}\n`)],
    ['histories/' + sha256('') + '.binpb', Buffer.alloc(0)],
    ['histories.ndjson', Buffer.from(historiesOf(files, streams))],
    ['proofs.json', Buffer.from(JSON.stringify(proofs))],
    ...rules.map((name) => [name, Buffer.from(textIn(files, name))] as const),
  ])
  seal(made, { streams, checkpoints: checkpoints.map(({ note }) => note), heads, signer })
  return { names: [...made.keys()], bytes: (name) => made.get(name) }
}

interface Sealing {
  readonly streams: readonly string[]
  readonly checkpoints: readonly string[]
  readonly heads: readonly string[]
  readonly signer: NoteSigner
}

/** Adds the manifest and the statement. */
const seal = (made: Map<string, Buffer>, { streams, checkpoints, heads, signer }: Sealing): void => {
  const hashes = Object.fromEntries([...made].map(([name, bytes]) => [name, fingerprint(bytes)]))
  const about = { format: 2, kind: 'programme', subject: 'bench', origin, madeAt: now(), streams, files: hashes }
  const manifest = `${canonicalText(about)}\n`
  const [, size, root, state] = (checkpoints.at(-1) ?? '').split('\n')
  const texts = checkpoints.map((note) => note.slice(0, note.indexOf('\n\n') + 1)).join('')
  const statement = [
    'cornerstone evidence v1',
    'subject programme bench',
    `origin ${origin}`,
    `size ${size}`,
    `root ${root}`,
    state,
    `checkpoints ${checkpoints.length} ${sha256(texts)}`,
    `manifest ${sha256(manifest)}`,
    `verifier ${sha256('')}`,
    `time ${now()}`,
    ...heads.toSorted(),
    '',
  ].join('\n')
  made.set('manifest.json', Buffer.from(manifest))
  made.set('statement.txt', Buffer.from(signedNote(statement, [signer])))
}

const origin = 'example.org/bench'
/** Between two checkpoints, as all of them are signed within the moment in which the file is made. */
const recordedAt = now()
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const textIn = (files: Files, name: string): string => files.bytes(name)?.toString('utf8') ?? ''

const Entry = z.looseObject({ type: z.string(), workflowRun: z.string(), payload: z.record(z.string(), z.unknown()) })
interface Lived {
  readonly entry: z.infer<typeof Entry>
  /** Its row of the table, as the file has it. */
  readonly row: string
}

const tableIn = (files: Files): readonly string[] => textIn(files, 'entries.csv').trimEnd().split('\r\n')
const headIn = (files: Files): string => tableIn(files)[0] ?? ''

const lifeIn = (files: Files): readonly Lived[] => {
  const [, ...rows] = tableIn(files)
  return textIn(files, 'entries.ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => Entry.parse(JSON.parse(line.slice(65))))
    .map((entry) => (entry.type === 'document_made' ? { ...entry, payload: { ...entry.payload, files: [] } } : entry))
    .map((entry) => ({ ...entry, recordedAt, payload: withoutTexts(entry.payload) }))
    .map((entry, at) => ({ entry, row: rows[at] ?? '' }))
}

/** Without what people wrote, which lies in the file and not in the ledger. */
const withoutTexts = (payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(payload).filter(([, value]) => !JSON.stringify(value).includes('"hash"')))

/** Each base as it was shown in the life. */
const basesOf = (files: Files, heads: readonly string[]): string => {
  const shown: unknown = JSON.parse(textIn(files, 'bases.ndjson').split('\n')[0] ?? '')
  return heads
    .map((head) => head.split(' '))
    .map(([, base, seq, hash]) => `${JSON.stringify({ ...Object(shown), base, seq: Number(seq), hash })}\n`)
    .join('')
}

/** A run of the life as one that went on when the file was made, in each of the streams. */
const historiesOf = (files: Files, streams: readonly string[]): string => {
  const runs = [...new Set(lifeIn(files).map(({ entry }) => entry.workflowRun))]
  const lines = streams.flatMap((stream) =>
    runs.map((run) => ({ stream, run, sha256: sha256(''), events: 0, sealed: false })),
  )
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** A row under its new place, stream and hash. */
const renamed = (row: string, { place, stream, hash }: { place: number; stream: string; hash: string }): string =>
  `${row.replace(/^\d+,[^,]*(,\d+,[^,]*),[^,]*/, `${place},${stream}$1,${recordedAt}`).replace(/[^,]*$/, hash)}\r\n`

/** What is an exception in the life is one in each of the streams, in the order of the log. */
const exceptionsOf = (files: Files, heads: readonly string[]): string => {
  const [head = '', ...rows] = textIn(files, 'exceptions.csv').trimEnd().split('\r\n')
  const all = heads.flatMap((one) => rows.map((row) => row.replace(/,[^,]*/, `,${one.split(' ')[1] ?? ''}`)))
  return [head, ...all].map((row) => `${row}\r\n`).join('')
}

interface Wanted {
  readonly wanted: number
  readonly rulesTold: readonly string[]
}

const signedLog = (life: readonly Lived[], { wanted, rulesTold }: Wanted) => {
  const signer = readSigner(makeSignerKey(origin))
  const tree = growingTree(0, [])
  const nodes = new Map<string, string>()
  // More than the longest text can hold.
  const [lines, heads, rows]: [Buffer[], string[], Buffer[]] = [[], [], []]
  const ends: number[] = []
  const checkpoints: { size: number; note: string }[] = []
  const signNow = (): void => {
    const state = Buffer.from(rootOfRecords([...heads, ...rulesTold].toSorted()), 'hex').toString('base64')
    const root = Buffer.from(tree.root(), 'hex').toString('base64')
    const text = `${[origin, tree.size(), root, `state ${state}`, `time ${now()}`].join('\n')}\n`
    checkpoints.push({ size: tree.size(), note: signedNote(text, [signer]) })
  }
  for (let base = 1; lines.length < wanted; base += 1) {
    const stream = `bench-C09-yueqing-${base}`
    let before = '0'.repeat(64)
    for (const { entry, row } of life) {
      const text = canonicalText({ ...entry, stream, prevHash: before })
      before = sha256(text)
      rows.push(Buffer.from(renamed(row, { place: lines.length, stream, hash: before })))
      lines.push(Buffer.from(`${before} ${text}\n`))
      for (const { level, index, hash } of tree.append(leafHash(Buffer.from(before, 'hex'))))
        nodes.set(`${level}/${index}`, hash)
      if (tree.size() % 256 === 0 && lines.length < wanted) signNow()
    }
    heads.push(`stream ${stream} ${life.length} ${before}`)
    ends.push(tree.size() - 1)
  }
  signNow()
  const hashOf = ([from, to]: readonly [number, number]): string =>
    rootOf(subtreesOf(from, to).map((place) => ({ ...place, hash: nodes.get(`${place.level}/${place.index}`) ?? '' })))
  const pathsTo = (size: number) => ({ from: size, path: consistencyRanges(size, tree.size()).map(hashOf) })
  const pathOf = (index: number) => ({ index, path: inclusionRanges(index, [0, tree.size()]).map(hashOf) })
  return { lines, rows, checkpoints, heads, ends, signer, pathsTo, pathOf }
}

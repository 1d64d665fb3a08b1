import { createHash } from 'node:crypto'
import { z } from 'zod'
import { now } from '../clock/machine-clock.js'
import { canonicalText } from '../db/ledger.js'
import { makeSignerKey, readSigner, signedNote } from '../db/log/note.js'
import { consistencyRanges } from '../db/log/proofs.js'
import { growingTree, leafHash, rootOf, rootOfRecords, subtreesOf } from '../db/log/tree.js'
import type { Files } from '../verify/zip.js'

/**
 * The evidence of one base as that of a programme with so many of them that it has at least `wanted` entries: the same life
 * under new names, hashed, chained, proved and signed as the ledger would. Papers and texts are left out, and the histories are
 * named and empty.
 */
export const manyTimes = (files: Files, wanted: number): Files => {
  const rules = files.names.filter((name) => name.startsWith('procedures/'))
  const rulesTold = rules.map((name) => `procedure ${name.slice(11, -5)} ${sha256(textIn(files, name))}`)
  const { lines, rows, checkpoints, heads, key, pathsTo } = signedLog(lifeIn(files), { wanted, rulesTold })
  const last = checkpoints.at(-1)?.size ?? 0
  const streams = heads.map((head) => head.split(' ')[1] ?? '').toSorted()
  const manifest = { format: 1, kind: 'programme', subject: 'bench', origin, madeAt: now(), streams }
  const proofs = { inclusion: [], consistency: checkpoints.slice(0, -1).map(({ size }) => pathsTo(size)) }
  const made = new Map<string, Buffer>([
    ['manifest.json', Buffer.from(JSON.stringify(manifest))],
    ['entries.ndjson', Buffer.from(lines.join(''))],
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
    ['checkpoints.ndjson', Buffer.from(checkpoints.map(({ note }) => `${JSON.stringify({ note })}\n`).join(''))],
    ['keys.txt', Buffer.from(`${key}\n`)],
    ['histories/' + sha256('') + '.binpb', Buffer.alloc(0)],
    ['histories.ndjson', Buffer.from(historiesOf(files, streams))],
    ['proofs.json', Buffer.from(JSON.stringify(proofs))],
    ...rules.map((name) => [name, Buffer.from(textIn(files, name))] as const),
  ])
  return { names: [...made.keys()], bytes: (name) => made.get(name) }
}

const origin = 'example.org/bench'
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
    .map((entry, at) => ({ entry, row: rows[at] ?? '' }))
}

/** A run of the life as one that went on when the file was made, in each of the streams. */
const historiesOf = (files: Files, streams: readonly string[]): string => {
  const runs = [...new Set(lifeIn(files).map(({ entry }) => entry.workflowRun))]
  const lines = streams.flatMap((stream) => runs.map((run) => ({ stream, run, sha256: sha256('') })))
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** A row under its new place, stream and hash. */
const renamed = (row: string, { place, stream, hash }: { place: number; stream: string; hash: string }): string =>
  `${row.replace(/^\d+,[^,]*/, `${place},${stream}`).replace(/[^,]*$/, hash)}\r\n`

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
  const [lines, heads, rows]: [string[], string[], Buffer[]] = [[], [], []]
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
      lines.push(`${before} ${text}\n`)
      for (const { level, index, hash } of tree.append(leafHash(Buffer.from(before, 'hex'))))
        nodes.set(`${level}/${index}`, hash)
      if (tree.size() % 256 === 0 && lines.length < wanted) signNow()
    }
    heads.push(`stream ${stream} ${life.length} ${before}`)
  }
  signNow()
  const hashOf = ([from, to]: readonly [number, number]): string =>
    rootOf(subtreesOf(from, to).map((place) => ({ ...place, hash: nodes.get(`${place.level}/${place.index}`) ?? '' })))
  const pathsTo = (size: number) => ({ from: size, path: consistencyRanges(size, tree.size()).map(hashOf) })
  return { lines, rows, checkpoints, heads, key: signer.verifierKey, pathsTo }
}

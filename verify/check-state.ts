import type { ReadEntries } from './check-entries.js'
import { readSubtree } from './check-tree.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import type { EvidenceManifest } from './evidence-manifest.js'
import type { Checkpoint } from './note.js'
import { linesOf } from './source.js'
import type { Source } from './source.js'
import { isStreamOf } from './subject.js'
import { leafOf, readingTree } from './tree.js'

export interface ReadState {
  /** `procedure full@2026.1` → its SHA-256, and so on. */
  readonly records: ReadonlyMap<string, string>
  /** The lines that tell where a stream of the subject ended, and which histories of it were sealed, in their order. */
  readonly own: readonly string[]
}

interface Given {
  /** `state.txt`: `r <record>` for a line of the state, `g <level> <hash>` for a subtree of others' lines. */
  readonly state: Source
  readonly last: Checkpoint
  readonly manifest: EvidenceManifest
  readonly heads: ReadEntries['heads']
}

/**
 * Builds the tree of the state anew and looks up in it where each stream ended when the last checkpoint was signed. Which streams
 * those are follows from the subject; that no other of them is hidden, the signed statement says.
 */
export function checkState({ state, last, manifest, heads }: Given, found: (fault: Fault) => void): ReadState {
  const { records, order, root } = readState(state, found)
  if (!root.equals(last.stateRoot)) found(otherRoot(last))
  const streams = order.filter((record) => {
    const [kind, stream = ''] = record.split(' ')
    return kind === 'stream' && isStreamOf(stream, manifest)
  })
  const signed = new Set(streams.map((record) => record.split(' ')[1] ?? ''))
  const ends = new Set(streams)
  for (const stream of new Set([...signed, ...heads.keys()])) {
    const head = heads.get(stream)
    if (!isStreamOf(stream, manifest)) found(ofAnother(stream, manifest))
    else if (!ends.has(`stream ${stream} ${head?.seq} ${head?.hash}`))
      found(otherEnd({ stream, seq: head?.seq ?? 0, order }))
  }
  const own = order.filter(
    (record) => /^(stream|history) /.test(record) && isStreamOf(record.split(' ')[1] ?? '', manifest),
  )
  return { records, own }
}

function readState(state: Source, found: (fault: Fault) => void) {
  const tree = readingTree()
  const records = new Map<string, string>()
  const order: string[] = []
  let number = 0
  for (const line of linesOf(state)) {
    number += 1
    const subtree = readSubtree(line)
    const record = line.slice(2)
    const isRecord = /^r (stream \S+ \d+|procedure \S+|history \S+ \S+) [0-9a-f]{64}$/.test(line)
    const isNext = !isRecord || record > (order.at(-1) ?? '')
    const isPlaced = subtree === undefined ? tree.add(0, leafOf(record)) : tree.add(subtree.level, subtree.hash)
    if ((!isRecord && subtree === undefined) || !isNext || !isPlaced) found(damaged(number))
    if (!isRecord) continue
    records.set(record.slice(0, record.lastIndexOf(' ')), record.slice(record.lastIndexOf(' ') + 1))
    order.push(record)
  }
  return { records, order, root: tree.root() }
}

const damaged = (line: number): Fault =>
  fault('state', {
    en: `Line ${line} of state.txt is none that can stand there.`,
    'zh-CN': `state.txt 第${line}行不应出现于此。`,
  })

const otherRoot = ({ size }: Checkpoint): Fault =>
  fault('state', {
    en: `The ends of the streams in state.txt are not those the checkpoint of ${size} entries was signed over.`,
    'zh-CN': `state.txt 所列各记录流末尾与${size}条记录的检查点所签不符。`,
  })

const otherEnd = ({ stream, seq, order }: { stream: string; seq: number; order: readonly string[] }): Fault => {
  const signed = order.find((record) => record.startsWith(`stream ${stream} `))?.split(' ')[2]
  return fault('state', {
    at: { stream, seq: seq + 1 },
    en: `The file ends ${stream} at entry ${seq}, but the last checkpoint was signed when ${signed === undefined ? 'it did not exist' : `entry ${signed} was its last`}.`,
    'zh-CN': `文件中${stream}止于第${seq}条，而最后检查点签署时${signed === undefined ? '它尚不存在' : `其末条为第${signed}条`}。`,
  })
}

const ofAnother = (stream: string, { kind, subject }: EvidenceManifest): Fault =>
  fault('state', {
    at: { stream },
    en: `The file is evidence of ${kind} ${subject}, to which the entries of ${stream} do not belong.`,
    'zh-CN': `本文件是${subject}的证据，而${stream}的记录不属于它。`,
  })

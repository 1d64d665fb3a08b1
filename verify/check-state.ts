import type { ReadEntries } from './check-entries.js'
import { linesOf } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import type { Manifest } from './manifest.js'
import type { Checkpoint } from './note.js'
import { leafOf, readingTree } from './tree.js'

export interface ReadState {
  /** `procedure full@2026.1` → its SHA-256, and so on. */
  readonly records: ReadonlyMap<string, string>
}

interface Given {
  /** `state.txt`: `r <record>` for a line of the state, `g <level> <hash>` for a subtree of others' lines. */
  readonly state: Buffer
  readonly last: Checkpoint
  readonly manifest: Manifest
  readonly heads: ReadEntries['heads']
}

/** Builds the tree of the state anew and looks up in it where each stream ended when the last checkpoint was signed. */
export function checkState({ state, last, manifest, heads }: Given, found: (fault: Fault) => void): ReadState {
  const tree = readingTree()
  const records = new Map<string, string>()
  const order: string[] = []
  for (const line of linesOf(state)) {
    const record = line.slice(2)
    const [level = '', hash = ''] = record.split(' ')
    const isRecord = line.startsWith('r ')
    if (isRecord) records.set(record.slice(0, record.lastIndexOf(' ')), record.slice(record.lastIndexOf(' ') + 1))
    order.push(isRecord ? record : '')
    tree.add(isRecord ? 0 : Number(level), isRecord ? leafOf(record) : Buffer.from(hash, 'hex'))
  }
  if (!tree.root().equals(last.stateRoot)) found(otherRoot(last))
  for (const stream of manifest.streams) {
    const head = heads.get(stream)
    const signed = records.get(`stream ${stream} ${head?.seq ?? 0}`)
    if (signed === undefined || signed !== head?.hash) found(otherEnd({ stream, seq: head?.seq ?? 0, order }))
  }
  if (manifest.kind === 'programme' && !isWhole(order, manifest)) found(notWhole(manifest))
  return { records }
}

/**
 * Whether every stream of the programme stands in the file: its lines lie side by side in the sorted state, so between the
 * neighbours on both sides nothing may be hidden.
 */
const isWhole = (order: readonly string[], { subject, streams }: Manifest): boolean => {
  const isOwn = (record: string): boolean =>
    record.startsWith(`stream ${subject} `) || record.startsWith(`stream ${subject}-`)
  const first = order.findIndex(isOwn)
  const last = order.findLastIndex(isOwn)
  const range = order.slice(first, last + 1)
  const isBounded = [order[first - 1], order[last + 1]].every((neighbour) => neighbour !== '')
  return first >= 0 && isBounded && range.every(isOwn) && range.length === streams.length
}

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

const notWhole = ({ subject }: Manifest): Fault =>
  fault('state', {
    en: `The file does not show all streams of ${subject}: some are left out.`,
    'zh-CN': `文件未列出${subject}的全部记录流：有缺漏。`,
  })

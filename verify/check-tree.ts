import type { KeptEntry } from './check-entries.js'
import { linesOf } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import type { Checkpoint } from './note.js'
import { leafOfHash, readingTree } from './tree.js'

interface Given {
  /** `tree.txt`: `e <count>` for so many entries that follow, `g <level> <hash>` for a subtree of others' entries. */
  readonly tree: Buffer
  readonly entries: readonly KeptEntry[]
  readonly checkpoints: readonly Checkpoint[]
  /** Sizes at which a root is wanted besides. */
  readonly sizes: readonly number[]
}

export interface ReadTree {
  /** The roots that were met, by size. */
  readonly roots: ReadonlyMap<number, Buffer>
  readonly size: number
  /** The place of each entry in the log. */
  readonly places: readonly number[]
}

/** How much later than its checkpoint an entry may say it was recorded: clocks of several machines differ. */
const toleranceMs = 5 * 60_000

/** Builds the tree anew from the entries and compares its root with every checkpoint on the way. */
export function checkTree(given: Given, found: (fault: Fault) => void): ReadTree {
  const read = readTree(given, found)
  const { roots, size, places } = read
  let [good, at] = [0, 0]
  for (const checkpoint of given.checkpoints) {
    const root = roots.get(checkpoint.size)
    if (root === undefined || !root.equals(checkpoint.root)) {
      found(root === undefined ? unreached(checkpoint, size) : otherRoot(checkpoint, { good, given, places }))
      break
    }
    const until = Date.parse(checkpoint.time) + toleranceMs
    for (; (places[at] ?? Infinity) < checkpoint.size; at += 1) {
      const entry = given.entries[at]
      if (entry !== undefined && Date.parse(entry.recordedAt) > until) found(fromTheFuture(entry, checkpoint))
    }
    good = checkpoint.size
  }
  return read
}

function readTree({ tree: bytes, entries, checkpoints, sizes }: Given, found: (fault: Fault) => void): ReadTree {
  const tree = readingTree()
  const wanted = new Set([...sizes, ...checkpoints.map(({ size }) => size)])
  const roots = new Map<number, Buffer>()
  const places: number[] = []
  const add = (level: number, hash: Buffer): void => {
    if (!tree.add(level, hash)) return found(misplaced(tree.size()))
    if (wanted.has(tree.size())) roots.set(tree.size(), tree.root())
  }
  for (const line of linesOf(bytes)) {
    const [kind, number = '', hash = ''] = line.split(' ')
    if (kind === 'g') add(Number(number), Buffer.from(hash, 'hex'))
    for (let left = kind === 'e' ? Number(number) : 0; left > 0; left -= 1) {
      const entry = entries[places.length]
      if (entry === undefined) break
      places.push(tree.size())
      add(0, leafOfHash(entry.hash))
    }
  }
  if (places.length !== entries.length || tree.size() !== checkpoints.at(-1)?.size)
    found(otherSize({ size: tree.size(), entries: entries.length, placed: places.length }))
  return { roots, size: tree.size(), places }
}

const misplaced = (size: number): Fault =>
  fault('tree', { en: `tree.txt is damaged at place ${size}.`, 'zh-CN': `tree.txt 在位置${size}处损坏。` })

const otherSize = ({ size, entries, placed }: { size: number; entries: number; placed: number }): Fault =>
  fault('tree', {
    en: `The file places ${placed} of ${entries} entries in a tree of ${size}, which is not what the last checkpoint was signed over.`,
    'zh-CN': `文件在${size}条的树中放置了${entries}条记录中的${placed}条，与最后检查点所签规模不符。`,
  })

const unreached = ({ size, time }: Checkpoint, reached: number): Fault =>
  fault('tree', {
    en: `A checkpoint of ${time} was signed over ${size} entries, but the ledger in this file ends after ${reached}: entries are missing.`,
    'zh-CN': `${time}的检查点签有${size}条记录，而本文件中的台账止于第${reached}条：有记录缺失。`,
  })

function otherRoot(
  { size, time }: Checkpoint,
  { good, given, places }: { good: number; given: Given; places: readonly number[] },
): Fault {
  const first = given.entries[places.findIndex((place) => place >= good)]
  const from = first === undefined ? '' : `, from entry ${first.seq} of ${first.stream} on`
  const fromChinese = first === undefined ? '' : `（自${first.stream}第${first.seq}条起）`
  return fault('tree', {
    ...(first === undefined ? {} : { at: { stream: first.stream, seq: first.seq } }),
    en: `The ledger was changed after it was signed: the checkpoint of ${size} entries (${time}) had another root. The change lies among the places ${good} to ${size - 1} of the log${from}.`,
    'zh-CN': `台账在签名后被更改：${size}条记录的检查点（${time}）根值不同。更改位于日志第${good}至${size - 1}位${fromChinese}。`,
  })
}

const fromTheFuture = (entry: KeptEntry, { size, time }: Checkpoint): Fault =>
  fault('tree', {
    at: { stream: entry.stream, seq: entry.seq },
    en: `Entry ${entry.seq} of ${entry.stream} says it was recorded at ${entry.recordedAt}, later than the checkpoint of ${size} entries that already holds it (${time}).`,
    'zh-CN': `${entry.stream}第${entry.seq}条记录所载入账时间${entry.recordedAt}晚于已包含它的${size}条检查点（${time}）。`,
  })

import { fault } from './fault.js'
import type { Fault } from './fault.js'
import type { KeptEntries, KeptEntry } from './kept-entries.js'
import type { Checkpoint } from './note.js'
import { linesOf } from './source.js'
import type { Source } from './source.js'
import { leafOfHash, readingTree } from './tree.js'
import { defined } from './defined.js'

interface Given {
  /** `tree.txt`: `e <count>` for so many entries that follow, `g <level> <hash>` for a subtree of others' entries. */
  readonly tree: Source
  readonly entries: KeptEntries
  readonly checkpoints: readonly Checkpoint[]
  /** Sizes at which a root is wanted besides. */
  readonly sizes: readonly number[]
  /** Which of the two files the tree is built of is not the one that the manifest names: then it shows nothing of the ledger. */
  readonly changed?: string | undefined
}

export interface ReadTree {
  /** The roots that were met, by size. */
  readonly roots: ReadonlyMap<number, Buffer>
  readonly size: number
  /** The place of each entry in the log. */
  readonly places: readonly number[]
}

/**
 * How much later than its checkpoint, or earlier than the one before it, an entry may say it was recorded: clocks of several
 * machines differ, and a transaction may be committed a while after it read the clock.
 */
export const toleranceMs = 5 * 60_000

/** Builds the tree anew from the entries and compares its root with every checkpoint on the way. */
export function checkTree(given: Given, found: (fault: Fault) => void): ReadTree {
  const { changed } = given
  const odd: Fault[] = []
  const read = readTree(given, (one) => void odd.push(one))
  // Entries that lack shift all behind them: what tree.txt seems to say wrong then is none of its own.
  if (changed !== 'entries.ndjson') for (const one of odd) found(one)
  const { roots, size, places } = read
  let isShown = odd.length === 0
  let [good, at, before] = [0, 0, '']
  for (const checkpoint of given.checkpoints) {
    const root = roots.get(checkpoint.size)
    if (root === undefined || !root.equals(checkpoint.root)) {
      if (changed !== undefined) isShown = false
      else found(root === undefined ? unreached(checkpoint, size) : otherRoot(checkpoint, { good, given, places }))
      break
    }
    // Moments are written in one way, so their texts stand in the order of time.
    const [from, until] = [before === '' ? '' : shifted(before, -toleranceMs), shifted(checkpoint.time, toleranceMs)]
    for (; (places[at] ?? Infinity) < checkpoint.size; at += 1) {
      const entry = given.entries.at(at)
      if (entry !== undefined && entry.recordedAt > until) found(fromTheFuture(entry, checkpoint))
      if (entry !== undefined && entry.recordedAt < from) found(fromThePast(entry, { good, before }))
    }
    good = checkpoint.size
    before = checkpoint.time
  }
  const last = given.checkpoints.find((one) => one.size > good) ?? given.checkpoints.at(-1)
  if (!isShown && changed !== undefined && last !== undefined) found(unshown(last, changed))
  return read
}

const shifted = (moment: string, ms: number): string => new Date(Date.parse(moment) + ms).toISOString()

function readTree({ tree: source, entries, checkpoints, sizes }: Given, found: (fault: Fault) => void): ReadTree {
  const tree = readingTree()
  const wanted = new Set([...sizes, ...checkpoints.map(({ size }) => size)])
  const roots = new Map<number, Buffer>()
  const places: number[] = []
  const add = (level: number, hash: Buffer): void => {
    if (!tree.add(level, hash)) return found(misplaced(tree.size()))
    if (wanted.has(tree.size())) roots.set(tree.size(), tree.root())
  }
  let told = 0
  for (const line of linesOf(source)) {
    const subtree = readSubtree(line)
    const [, count] = /^e ([1-9]\d{0,14})$/.exec(line) ?? []
    if (subtree !== undefined) add(subtree.level, subtree.hash)
    else if (count === undefined) found(misplaced(tree.size()))
    told += Number(count ?? 0)
    for (let left = Number(count ?? 0); left > 0; left -= 1) {
      if (places.length === entries.length) break
      const hash = entries.hashAt(places.length)
      places.push(tree.size())
      add(0, leafOfHash(hash))
    }
  }
  if (told !== entries.length || tree.size() !== checkpoints.at(-1)?.size)
    found(otherSize({ size: tree.size(), entries: entries.length, placed: told }))
  return { roots, size: tree.size(), places }
}

/** A line `g <level> <hash>`: a subtree of `2^level` leaves of which only the hash is told; undefined when it is none. */
export function readSubtree(line: string): { readonly level: number; readonly hash: Buffer } | undefined {
  const [, level = '', hash = ''] = /^g (\d|[1-4]\d) ([0-9a-f]{64})$/.exec(line) ?? []
  return level === '' ? undefined : { level: Number(level), hash: Buffer.from(hash, 'hex') }
}

const misplaced = (size: number): Fault =>
  fault('tree', { en: `tree.txt is damaged at place ${size}.`, 'zh-CN': `tree.txt 在位置${size}处损坏。` })

const otherSize = ({ size, entries, placed }: { size: number; entries: number; placed: number }): Fault =>
  fault('tree', {
    en: `The file places ${placed} of ${entries} entries in a tree of ${size}, which is not what the last checkpoint was signed over.`,
    'zh-CN': `文件在${size}条的树中放置了${entries}条记录中的${placed}条，与最后检查点所签规模不符。`,
  })

const unshown = ({ size, time }: Checkpoint, file: string): Fault =>
  fault('tree', {
    en: `${file} is not the file whose hash stands in manifest.json, so this file no longer shows what the checkpoint of ${size} entries (${time}) was signed over.`,
    'zh-CN': `${file} 与 manifest.json 所载哈希不符，因此本文件已无法还原${size}条记录的检查点（${time}）所签内容。`,
  })

const unreached = ({ size, time }: Checkpoint, reached: number): Fault =>
  fault('tree', {
    en: `A checkpoint of ${time} was signed over ${size} entries, but the ledger in this file ends after ${reached}: entries are missing.`,
    'zh-CN': `${time}的检查点签有${size}条记录，而本文件中的登记止于第${reached}条：有记录缺失。`,
  })

function otherRoot(
  { size, time }: Checkpoint,
  { good, given, places }: { good: number; given: Given; places: readonly number[] },
): Fault {
  const first = given.entries.at(places.findIndex((place) => place >= good))
  const from = first === undefined ? '' : `, from entry ${first.seq} of ${first.stream} on`
  const fromChinese = first === undefined ? '' : `（自${first.stream}第${first.seq}条起）`
  return fault('tree', {
    ...defined({ at: first === undefined ? undefined : { stream: first.stream, seq: first.seq } }),
    en: `The ledger was changed after it was signed: the checkpoint of ${size} entries (${time}) had another root. The change lies among the places ${good} to ${size - 1} of the log${from}.`,
    'zh-CN': `登记在签名后被更改：${size}条记录的检查点（${time}）根值不同。更改位于日志第${good}至${size - 1}位${fromChinese}。`,
  })
}

const fromTheFuture = (entry: KeptEntry, { size, time }: Checkpoint): Fault =>
  fault('tree', {
    at: { stream: entry.stream, seq: entry.seq },
    en: `Entry ${entry.seq} of ${entry.stream} says it was recorded at ${entry.recordedAt}, later than the checkpoint of ${size} entries that already holds it (${time}).`,
    'zh-CN': `${entry.stream}第${entry.seq}条记录所载入账时间${entry.recordedAt}晚于已包含它的${size}条检查点（${time}）。`,
  })

const fromThePast = (entry: KeptEntry, { good, before }: { good: number; before: string }): Fault =>
  fault('tree', {
    at: { stream: entry.stream, seq: entry.seq },
    en: `Entry ${entry.seq} of ${entry.stream} says it was recorded at ${entry.recordedAt}, but the checkpoint of ${good} entries, signed ${before}, did not hold it yet.`,
    'zh-CN': `${entry.stream}第${entry.seq}条记录所载入账时间为${entry.recordedAt}，但${before}签署的${good}条检查点尚未包含它。`,
  })

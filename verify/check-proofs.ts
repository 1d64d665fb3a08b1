import type { ReadTree } from './check-tree.js'
import { isFields, listOf, numberOf, readJson } from './entry.js'
import type { Fields } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import type { KeptEntries } from './kept-entries.js'
import type { Checkpoint } from './note.js'
import { leafOf, provesConsistency, provesInclusion } from './tree.js'

interface Given {
  /** `proofs.json`: audit paths of the last entries, and of each earlier checkpoint to the last one. */
  readonly proofs: Buffer | undefined
  readonly entries: KeptEntries
  readonly tree: ReadTree
  readonly checkpoints: readonly Checkpoint[]
}

/** Checks the proofs that any other program for RFC 6962 can check as well. Returns how many there were. */
export function checkProofs({ proofs, entries, tree, checkpoints }: Given, found: (fault: Fault) => void): number {
  const value = readJson(proofs?.toString('utf8') ?? '')
  const last = checkpoints.at(-1)
  if (!isFields(value) || last === undefined) {
    found(noProofs)
    return 0
  }
  const proved = new Set(listOf(value, 'inclusion').map((proof) => numberOf(proof, 'index')))
  const ends = new Map<string, number>()
  for (const [number, place] of tree.places.entries()) ends.set(entries.streamAt(number), place)
  for (const [stream, place] of ends) if (!proved.has(place)) found(unproved(stream, place))
  for (const proof of listOf(value, 'inclusion')) {
    const index = numberOf(proof, 'index')
    const hash = entries.at(placeIn(tree.places, index))?.hash ?? ''
    const leaf = leafOf(Buffer.from(hash, 'hex'))
    if (!provesInclusion({ index, size: last.size, leaf, path: pathOf(proof), root: last.root })) found(wrong(index))
  }
  const consistency = new Map(listOf(value, 'consistency').map((proof) => [numberOf(proof, 'from'), proof]))
  for (const from of checkpoints.slice(0, -1)) {
    const proof = consistency.get(from.size)
    if (proof === undefined || !provesConsistency({ from, to: last, path: pathOf(proof) })) found(inconsistent(from))
  }
  return listOf(value, 'inclusion').length + consistency.size
}

/** The number of the entry at a place of the log, by halves; -1 where the file holds none. */
const placeIn = (places: readonly number[], index: number): number => {
  let [from, to] = [0, places.length - 1]
  while (from <= to) {
    const middle = (from + to) >> 1
    const place = places[middle] ?? 0
    if (place === index) return middle
    if (place < index) from = middle + 1
    else to = middle - 1
  }
  return -1
}

const pathOf = (proof: Fields): readonly Buffer[] => {
  const path = proof['path']
  return Array.isArray(path) ? path.map((part) => Buffer.from(String(part), 'hex')) : []
}

const noProofs: Fault = fault('proofs', {
  en: 'proofs.json is missing or damaged.',
  'zh-CN': 'proofs.json 缺失或损坏。',
})

const wrong = (index: number): Fault =>
  fault('proofs', {
    en: `The proof that the entry at place ${index} is in the log does not hold.`,
    'zh-CN': `位置${index}的记录属于日志的证明不成立。`,
  })

const unproved = (stream: string, index: number): Fault =>
  fault('proofs', {
    at: { stream },
    en: `It is not proved that the last entry of ${stream}, at place ${index}, is in the log.`,
    'zh-CN': `未能证明${stream}的末条记录（位置${index}）在日志中。`,
  })

const inconsistent = ({ size, time }: Checkpoint): Fault =>
  fault('proofs', {
    en: `It is not proved that the checkpoint of ${size} entries (${time}) is the beginning of the last one.`,
    'zh-CN': `未能证明${size}条记录的检查点（${time}）是最后检查点的前段。`,
  })

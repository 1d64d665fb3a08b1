import { createHash } from 'node:crypto'
import type { Sha256 } from '../../domain/ids.js'

/** A complete subtree: it covers the leaves from `index * 2^level` on, `2^level` of them. */
export interface Node {
  readonly level: number
  readonly index: number
  readonly hash: Sha256
}

/** The hash of one leaf (RFC 6962, 2.1). */
export const leafHash = (record: Uint8Array): Sha256 =>
  createHash('sha256').update(leafPrefix).update(record).digest('hex')

/** The hash of two subtrees side by side (RFC 6962, 2.1). */
export const pairHash = (left: Sha256, right: Sha256): Sha256 =>
  createHash('sha256')
    .update(pairPrefix)
    .update(Buffer.from(left, 'hex'))
    .update(Buffer.from(right, 'hex'))
    .digest('hex')

const leafPrefix = Uint8Array.of(0)
const pairPrefix = Uint8Array.of(1)

/** What a leaf of the ledger's tree holds: the 32 bytes of an entry's hash. */
export const entryRecord = (hash: Sha256): Uint8Array => Buffer.from(hash, 'hex')

/** The root of a tree without leaves (RFC 6962, 2.1). */
export const emptyRoot: Sha256 = createHash('sha256').digest('hex')

/** The complete subtrees that make up a range of leaves, from left to right; `[0, n)` gives one for each bit of n. */
export function subtreesOf(from: number, to: number): readonly Omit<Node, 'hash'>[] {
  const found: Omit<Node, 'hash'>[] = []
  for (let at = from; at < to;) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1
    found.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return found
}

/** The root over subtrees that stand side by side from leaf 0 on, the largest first. */
export const rootOf = (subtrees: readonly Node[]): Sha256 =>
  subtrees.reduceRight<Sha256 | undefined>(
    (right, { hash }) => (right === undefined ? hash : pairHash(hash, right)),
    undefined,
  ) ?? emptyRoot

/**
 * A tree that grows by leaves. Begins with the subtrees of its first `size` leaves and gives out every node that is
 * completed; what is done with them is the caller's.
 */
export const growingTree = (size: number, known: readonly Node[]) => {
  const edge = [...known]
  let next = size
  const append = (hash: Sha256): readonly Node[] => {
    const made: Node[] = [{ level: 0, index: next, hash }]
    let node: Node = { level: 0, index: next, hash }
    next += 1
    while (edge.at(-1)?.level === node.level) {
      const left = edge.pop()
      if (left === undefined) break
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: pairHash(left.hash, node.hash) }
      made.push(node)
    }
    edge.push(node)
    return made
  }
  return { append, size: () => next, root: () => rootOf(edge) }
}

/** The root of a whole list of records. */
export const rootOfRecords = (records: readonly string[]): Sha256 => {
  const tree = growingTree(0, [])
  for (const record of records) tree.append(leafHash(Buffer.from(record, 'utf8')))
  return tree.root()
}

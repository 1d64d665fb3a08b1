import { createHash, hash as hashOf } from 'node:crypto'

/** SHA-256 over one or more pieces. */
export const sha256 = (...pieces: readonly (Uint8Array | string)[]): Buffer => sha256Over(pieces)

/** The same over pieces that come one after another and need not lie in memory together. */
export const sha256Over = (pieces: Iterable<Uint8Array | string>): Buffer => {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest()
}

const leafMark = Uint8Array.of(0)

/** The hash of a leaf (RFC 6962, 2.1). */
export const leafOf = (record: Uint8Array | string): Buffer => sha256(leafMark, record)

/** The same for the hash of an entry, given in hexadecimal digits; a million of them are wanted at once. */
export const leafOfHash = (digits: string): Buffer => {
  leafRoom.write(digits, 1, 'hex')
  return hashOf('sha256', leafRoom, 'buffer')
}

const pairOf = (left: Buffer, right: Buffer): Buffer => {
  left.copy(pairRoom, 1)
  right.copy(pairRoom, 33)
  return hashOf('sha256', pairRoom, 'buffer')
}

/** A mark and the hashes behind it (RFC 6962, 2.1); one piece costs a third of three. */
const [leafRoom, pairRoom] = [Buffer.alloc(33, 0), Buffer.alloc(65, 1)]

/**
 * A tree read from left to right: leaves that are known, and whole subtrees of which only the hash is. What has been read
 * so far has a root at every moment, so that one pass shows that each earlier tree is the beginning of the later one.
 */
export function readingTree() {
  const edge: { level: number; hash: Buffer }[] = []
  let size = 0
  const add = (level: number, hash: Buffer): boolean => {
    if (size % 2 ** level !== 0) return false
    size += 2 ** level
    let node = { level, hash }
    while (edge.at(-1)?.level === node.level) {
      const left = edge.pop()
      if (left !== undefined) node = { level: node.level + 1, hash: pairOf(left.hash, node.hash) }
    }
    edge.push(node)
    return true
  }
  return {
    /** Takes a subtree of `2^level` leaves; false when none can stand there. */
    add,
    size: () => size,
    root: (): Buffer =>
      edge.reduceRight<Buffer | undefined>((right, { hash }) => (right ? pairOf(hash, right) : hash), undefined) ??
      sha256(),
  }
}

/** Whether an audit path leads from a leaf to a root (RFC 9162, 2.1.3.2). */
export function provesInclusion(proof: InclusionProof): boolean {
  const { index, size, leaf, path, root } = proof
  if (index < 0 || index >= size) return false
  let [node, last, hash] = [index, size - 1, leaf]
  for (const part of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = pairOf(part, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
    } else hash = pairOf(hash, part)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && hash.equals(root)
}

interface InclusionProof {
  readonly index: number
  readonly size: number
  readonly leaf: Buffer
  readonly path: readonly Buffer[]
  readonly root: Buffer
}

/** Held against the power itself: from 2^49 on the logarithm of the sizes beside it is rounded to a whole number too. */
const isPowerOfTwo = (size: number): boolean => 2 ** Math.round(Math.log2(size)) === size

/** Whether the tree with one root is the beginning of the tree with another (RFC 9162, 2.1.4.2). */
export function provesConsistency({ from, to, path }: ConsistencyProof): boolean {
  if (from.size === to.size) return path.length === 0 && from.root.equals(to.root)
  if (from.size < 1 || from.size > to.size) return false
  const [first, ...rest] = isPowerOfTwo(from.size) ? [from.root, ...path] : path
  if (first === undefined) return false
  let [node, last] = [from.size - 1, to.size - 1]
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  let [before, after] = [first, first]
  for (const part of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      ;[before, after] = [pairOf(part, before), pairOf(part, after)]
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
    } else after = pairOf(after, part)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && before.equals(from.root) && after.equals(to.root)
}

interface ConsistencyProof {
  readonly from: { readonly size: number; readonly root: Buffer }
  readonly to: { readonly size: number; readonly root: Buffer }
  readonly path: readonly Buffer[]
}

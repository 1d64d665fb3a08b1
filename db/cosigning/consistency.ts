import { createHash } from 'node:crypto'

interface Grown {
  readonly from: number
  readonly fromRoot: Buffer
  readonly to: number
  readonly toRoot: Buffer
  readonly proof: readonly Buffer[]
}

/** The root of a tree of no leaves (RFC 6962, 2.1). */
export const emptyRoot: Buffer = createHash('sha256').digest()

/**
 * Whether a proof shows that the smaller tree is the beginning of the larger one (RFC 6962, 2.1.2, by the algorithm of RFC 9162,
 * 2.1.4.2). From nothing to anything, and from a size to itself, it must be empty.
 */
export function isConsistent({ from, fromRoot, to, toRoot, proof }: Grown): boolean {
  if (from > to) return false
  if (from === 0) return proof.length === 0 && (to > 0 || toRoot.equals(emptyRoot))
  if (from === to) return proof.length === 0 && fromRoot.equals(toRoot)
  if (proof.length === 0) return false
  // A complete smaller tree is a node of the larger one, and is not told again.
  const [first = fromRoot, ...rest] = isPowerOfTwo(from) ? [fromRoot, ...proof] : proof
  let [node, last] = [from - 1, to - 1]
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  let [small, large] = [first, first]
  for (const hash of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      ;[small, large] = [parent(hash, small), parent(hash, large)]
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
    } else large = parent(large, hash)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && small.equals(fromRoot) && large.equals(toRoot)
}

/** Held against the power itself: from 2^49 on the logarithm of the sizes beside it is rounded to a whole number too. */
const isPowerOfTwo = (size: number): boolean => 2 ** Math.round(Math.log2(size)) === size

const parent = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()

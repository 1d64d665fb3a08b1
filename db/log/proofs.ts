import type { Kysely } from 'kysely'
import type { Sha256 } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { nodesAt } from './sequence.js'
import { rootOf, subtreesOf } from './tree.js'

type Db = Kysely<Database>

/** Half-open: the leaves from the first up to and without the second. */
type Range = readonly [from: number, to: number]

/**
 * The audit path of a leaf in the tree of the first `size` leaves (RFC 6962, 2.1.1), from the leaf upwards. Refuses, as
 * a defect, a leaf that is not in it.
 */
export async function inclusionProof(db: Db, { index, size }: { index: number; size: number }): Promise<Sha256[]> {
  if (index < 0 || index >= size) throw new RangeError(`Leaf ${index} is not among the first ${size}.`)
  return hashesOf(db, path(index, [0, size]))
}

const path = (index: number, [from, to]: Range): readonly Range[] => {
  if (to - from === 1) return []
  const middle = from + splitOf(to - from)
  return index < middle
    ? [...path(index, [from, middle]), [middle, to]]
    : [...path(index, [middle, to]), [from, middle]]
}

/** That the first `from` leaves are the beginning of the first `to` (RFC 6962, 2.1.2). */
export async function consistencyProof(db: Db, { from, to }: { from: number; to: number }): Promise<Sha256[]> {
  if (from < 1 || from > to) throw new RangeError(`A tree of ${from} leaves is not the beginning of one of ${to}.`)
  return from === to ? [] : hashesOf(db, subproof(from, { range: [0, to], isWhole: true }))
}

const subproof = (
  size: number,
  { range: [from, to], isWhole }: { range: Range; isWhole: boolean },
): readonly Range[] => {
  if (size === to - from) return isWhole ? [] : [[from, to]]
  const split = splitOf(to - from)
  return size <= split
    ? [...subproof(size, { range: [from, from + split], isWhole }), [from + split, to]]
    : [...subproof(size - split, { range: [from + split, to], isWhole: false }), [from, from + split]]
}

/** The largest power of two below a size. */
const splitOf = (size: number): number => 2 ** Math.floor(Math.log2(size - 1))

/** The hash of each range, from the stored nodes, asked for together. */
const hashesOf = async (db: Db, ranges: readonly Range[]): Promise<Sha256[]> => {
  const parts = ranges.map(([from, to]) => subtreesOf(from, to))
  const nodes = await nodesAt(db, parts.flat())
  let at = 0
  return parts.map(({ length }) => rootOf(nodes.slice(at, (at += length))))
}

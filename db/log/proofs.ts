import type { Kysely } from 'kysely'
import type { Sha256 } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { nodesAt } from './sequence.js'
import { rootOf, subtreesOf } from './tree.js'

type Db = Kysely<Database>

/** Half-open: the leaves from the first up to and without the second. */
type Range = readonly [from: number, to: number]

/** An audit path (RFC 6962): from the leaf, or from the smaller tree, upwards. */
export interface Proof {
  readonly path: readonly Sha256[]
}

/**
 * That leaves are in the tree of the first `size` leaves (RFC 6962, 2.1.1), with few questions to the database however
 * many there are. Refuses, as a defect, a leaf that is not in it.
 */
export async function inclusionProofs(
  db: Db,
  { indexes, size }: { indexes: readonly number[]; size: number },
): Promise<(Proof & { readonly index: number })[]> {
  const outside = indexes.find((index) => index < 0 || index >= size)
  if (outside !== undefined) throw new RangeError(`Leaf ${outside} is not among the first ${size}.`)
  const paths = await pathsOf(
    db,
    indexes.map((index) => inclusionRanges(index, [0, size])),
  )
  return indexes.map((index, at) => ({ index, path: paths[at] ?? [] }))
}

/** The ranges of leaves whose hashes make up the audit path of a leaf within a range, in its order. */
export const inclusionRanges = (index: number, [from, to]: Range): readonly Range[] => {
  if (to - from === 1) return []
  const middle = from + splitOf(to - from)
  return index < middle
    ? [...inclusionRanges(index, [from, middle]), [middle, to]]
    : [...inclusionRanges(index, [middle, to]), [from, middle]]
}

/** That the first so many leaves are the beginning of the first `to` (RFC 6962, 2.1.2), for each of some smaller sizes. */
export async function consistencyProofs(
  db: Db,
  { sizes, to }: { sizes: readonly number[]; to: number },
): Promise<(Proof & { readonly from: number })[]> {
  const outside = sizes.find((from) => from < 1 || from > to)
  if (outside !== undefined) throw new RangeError(`A tree of ${outside} leaves is not the beginning of one of ${to}.`)
  const paths = await pathsOf(
    db,
    sizes.map((from) => consistencyRanges(from, to)),
  )
  return sizes.map((from, at) => ({ from, path: paths[at] ?? [] }))
}

/** The ranges of leaves whose hashes make up a consistency proof, in its order. */
export const consistencyRanges = (from: number, to: number): readonly Range[] =>
  from === to ? [] : subproof(from, { range: [0, to], isWhole: true })

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

/** The hashes of each list of ranges, from the stored nodes, asked for together. */
const pathsOf = async (db: Db, paths: readonly (readonly Range[])[]): Promise<readonly Sha256[][]> => {
  const parts = paths.map((ranges) => ranges.map(([from, to]) => subtreesOf(from, to)))
  const nodes = await nodesAt(db, parts.flat(2))
  let at = 0
  return parts.map((ranges) => ranges.map(({ length }) => rootOf(nodes.slice(at, (at += length)))))
}

import { clusterFacts } from '../../domain/cluster-record.js'
import type { ClusterFile } from '../sample-data.js'

/** The limits of 8.1 and 8.2, written down a second time on purpose: a check that shares its numbers with what it checks proves little. */
const limits = { slots: 10, perCategory: 2, perProvince: 3, categories: 6 } as const

export interface TenChecked {
  readonly holds: boolean
  readonly standing: number
  readonly categories: number
  readonly perCategory: Readonly<Record<string, number>>
  readonly perProvince: Readonly<Record<string, number>>
  readonly overlaps: readonly string[]
  /** One line for each limit that is broken. */
  readonly broken: readonly string[]
}

/**
 * Whether the clusters that hold a slot satisfy 8.2: at most ten, at most two of a category and three of a
 * province, at least six categories once ten are filled, no two on the same territory. Throws for a cluster that is
 * not in the file.
 */
export const checkTen = (standing: readonly string[], { clusters, nesting }: ClusterFile): TenChecked => {
  const facts = standing.map((id) => {
    const read = clusterFacts(
      clusters.find((record) => record.id === id),
      { nesting, recordHash: '' },
    )
    if (!read.ok) throw new TypeError(`cluster ${id} is not in the file: ${read.field} is ${read.got}`)
    return read.facts
  })
  const perCategory = countBy(facts.map(({ category }) => category))
  const perProvince = countBy(facts.map(({ province }) => province))
  const categories = Object.keys(perCategory).length
  const overlaps = facts.flatMap(({ cluster, overlaps: others }) =>
    others.filter((other) => standing.includes(other) && cluster < other).map((other) => `${cluster} and ${other}`),
  )
  const broken = [
    ...(standing.length > limits.slots ? [`${standing.length} bases stand; at most ${limits.slots} may`] : []),
    ...over(perCategory, { limit: limits.perCategory, of: 'category' }),
    ...over(perProvince, { limit: limits.perProvince, of: 'province' }),
    ...(standing.length >= limits.slots && categories < limits.categories
      ? [`${categories} categories; at least ${limits.categories} are needed once ten stand`]
      : []),
    ...overlaps.map((pair) => `${pair} share territory`),
  ]
  return {
    holds: broken.length === 0,
    standing: standing.length,
    categories,
    perCategory,
    perProvince,
    overlaps,
    broken,
  }
}

const countBy = (words: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const over = (counts: Readonly<Record<string, number>>, { limit, of }: { limit: number; of: string }): string[] =>
  Object.entries(counts)
    .filter(([, count]) => count > limit)
    .map(([name, count]) => `${count} bases of ${of} ${name}; at most ${limit} may stand`)

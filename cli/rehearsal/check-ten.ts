import type { LocalText } from '../../domain/locale.js'
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
  /** The same for people. */
  readonly says: readonly LocalText[]
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
  const says: readonly LocalText[] = [
    ...(standing.length > limits.slots
      ? [
          {
            en: `${standing.length} bases stand; at most ${limits.slots} may`,
            'zh-CN': `现有${standing.length}个基地，至多${limits.slots}个`,
          },
        ]
      : []),
    ...over(perCategory, { limit: limits.perCategory, of: { en: 'category', 'zh-CN': '行业类别' } }),
    ...over(perProvince, { limit: limits.perProvince, of: { en: 'province', 'zh-CN': '省份' } }),
    ...(standing.length >= limits.slots && categories < limits.categories
      ? [
          {
            en: `${categories} categories; at least ${limits.categories} are needed once ten stand`,
            'zh-CN': `现有${categories}个行业类别，满十个基地时至少须有${limits.categories}个`,
          },
        ]
      : []),
    ...overlaps.map((pair) => ({
      en: `${pair} share territory`,
      'zh-CN': `${pair.replace(' and ', ' 与 ')} 地域重叠`,
    })),
  ]
  return {
    holds: says.length === 0,
    standing: standing.length,
    categories,
    perCategory,
    perProvince,
    overlaps,
    broken: says.map(({ en }) => en),
    says,
  }
}

const countBy = (words: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const over = (counts: Readonly<Record<string, number>>, { limit, of }: { limit: number; of: LocalText }): LocalText[] =>
  Object.entries(counts)
    .filter(([, count]) => count > limit)
    .map(([name, count]) => ({
      en: `${count} bases of ${of.en} ${name}; at most ${limit} may stand`,
      'zh-CN': `${of['zh-CN']} ${name} 现有${count}个基地，至多${limit}个`,
    }))

import type { Kysely } from 'kysely'
import { nodesAt } from '../../db/log/sequence.js'
import { rootOfRecords, subtreesOf } from '../../db/log/tree.js'
import type { Database } from '../../db/schema.js'

interface LogPlaces {
  /** Places of the entries that are told, ascending. */
  readonly places: readonly number[]
  /** Sizes at which a root must come out: those of all checkpoints, ascending; the last is the size of the tree. */
  readonly sizes: readonly number[]
}

/**
 * `tree.txt`: where the told entries stand in the log (`e <count>`), and between them the hashes of whole subtrees of
 * others' entries (`g <level> <hash>`), never across the size of a checkpoint, so that every root can be computed again.
 */
export async function treeLines(db: Kysely<Database>, { places, sizes }: LogPlaces): Promise<string> {
  const parts = partsOf({ places, sizes })
  const nodes = await nodesAt(
    db,
    parts.flatMap((part) => ('from' in part ? subtreesOf(part.from, part.to) : [])),
  )
  let at = 0
  const lines = parts.flatMap((part) => {
    if ('count' in part) return [`e ${part.count}`]
    const { length } = subtreesOf(part.from, part.to)
    return nodes.slice(at, (at += length)).map(({ level, hash }) => `g ${level} ${hash}`)
  })
  return `${lines.join('\n')}\n`
}

type Part = { readonly count: number } | { readonly from: number; readonly to: number }

function partsOf({ places, sizes }: LogPlaces): readonly Part[] {
  const parts: Part[] = []
  let [next, size, told] = [0, 0, 0]
  const flush = (): void => {
    if (told > 0) parts.push({ count: told })
    told = 0
  }
  const skipTo = (to: number): void => {
    while (next < to) {
      while ((sizes[size] ?? Infinity) <= next) size += 1
      const end = Math.min(to, sizes[size] ?? to)
      flush()
      parts.push({ from: next, to: end })
      next = end
    }
  }
  for (const place of places) {
    skipTo(place)
    told += 1
    next = place + 1
  }
  skipTo(sizes.at(-1) ?? 0)
  flush()
  return parts
}

/** `state.txt`: the lines of the state that are told (`r <record>`), the others as hashes of whole subtrees. */
export function stateLines(records: readonly string[], isTold: (record: string) => boolean): string {
  const lines: string[] = []
  let hidden = 0
  const hide = (to: number): void => {
    for (const { level, index } of subtreesOf(hidden, to))
      lines.push(`g ${level} ${rootOfRecords(records.slice(index * 2 ** level, (index + 1) * 2 ** level))}`)
  }
  for (const [at, record] of records.entries()) {
    if (!isTold(record)) continue
    hide(at)
    lines.push(`r ${record}`)
    hidden = at + 1
  }
  hide(records.length)
  return `${lines.join('\n')}\n`
}
